/** What the data sheet says beside the kinds of records, in German. */
import type { DataSheetWords } from './data-sheet-en.ts';

export const dataSheetDe: DataSheetWords = {
  title: 'Datenblatt',
  open: 'Datenblatt: was hier gespeichert wird, wozu, wie lange und wer es sieht',
  lead: 'Was Sideline in diesem Arbeitsbereich über Menschen speichert. Aus denselben Regeln erzeugt, nach denen der Server Einträge annimmt; zum Ausdrucken mit dem Browser.',
  recipients: 'Wer es sieht',
  recipientsLead:
    'Das wählt, wer den Eintrag schreibt, und es steht daneben. Niemand sieht einen Eintrag wegen einer Rolle: Die Verwaltung lädt ein und ordnet zu, und liest niemandes Notizen. Wer den Server betreibt, kann seine Datenbank lesen. An andere wird kein Eintrag weitergegeben.',
  audiences: {
    author: 'nur wer schreibt',
    pair: 'die beiden',
    coaches: 'und die Coaches',
    workspace: 'alle hier',
  },
  whoSees: {
    author:
      'Wer es geschrieben hat. Für eigene Gedanken; sonst sieht es niemand, auch nicht, um wen es geht.',
    pair: 'Wer es geschrieben hat, und um wen es geht.',
    coaches: 'Diese beiden, und wer diese Person heute coacht.',
    workspace: 'Alle Mitglieder des Arbeitsbereichs, darunter auch, um wen es geht.',
  },
  kept: 'Wie lange es bleibt',
  keptForEver: 'Einträge bleiben, bis ihr Verfasser sie löscht oder die Verwaltung sie löschen lässt.',
  keptMonths: months =>
    `Einträge, die ${months} Monate lang niemand geändert hat, werden gelöscht. Was in Gebrauch ist, bleibt: aktive Verhalten, laufende Zyklen.`,
  afterDeletion: days =>
    `Die Worte eines gelöschten Eintrags sind sofort weg; nach ${days} Tagen auch, wer ihn wann über wen geschrieben hat. Nur seine bloße Nummer bleibt, damit kein Gerät ihn zurückbringen kann.`,
  backups: days =>
    `Sicherungen soll nach ${days} Tagen wegwerfen, wer den Server betreibt: Bis dahin enthalten sie, was seither gelöscht wurde.`,
  not: 'Was es nicht gibt',
  notThere: [
    'Keine Rangliste und keinen Vergleich von Menschen: Alle sehen ihren eigenen Verlauf, Coaches den der Menschen, die sie coachen, einzeln.',
    'Überhaupt keine Zahl über mehrere Menschen. Kommt je eine dazu, darf sie nicht für weniger als fünf gezeigt werden.',
    'Keine Lesezeiten (nur einmal, dass eine Notiz gesehen wurde), keine Klicks, keine besuchten Seiten: nur was jemand schreibt, drückt oder sehen lässt.',
    'Nichts aus Passwort-, Karten- oder versteckten Feldern und keine ganzen Seiten: von der Arbeit nur die Stelle, auf die jemand gezeigt hat.',
  ],
  besides: 'Außer den Einträgen',
  besidesRecords: [
    [
      'Konto',
      'Name, E-Mail-Adresse, Prüfwert des Passworts, Passkeys: zum Anmelden. Bis die Person gelöscht wird.',
    ],
    [
      'Mitgliedschaft',
      'Rollen, und wer wen von wann bis wann coacht. Der Name bleibt nach dem Austritt an dem lesbar, was die Person geschrieben hat.',
    ],
    [
      'Browser',
      'Wo man auf diesen Seiten angemeldet ist, mit Beschreibung und Netzadresse des Browsers: bis 14 Tage nach dem letzten Besuch. In welchen Browsern man schon einmal angemeldet war: eine Nummer, 180 Tage lang.',
    ],
    [
      'Erweiterungen',
      'Name, seit wann, zuletzt gesehen, Prüfwert des Schlüssels. Bis zur Abmeldung; der Prüfwert danach zwei Jahre.',
    ],
    [
      'Protokoll',
      'Wer wann was mit welchem Eintrag oder Mitglied getan hat: nie ein Wort einer Notiz. Es kann nicht geändert werden und bleibt so lange wie der Arbeitsbereich.',
    ],
  ],
  envelope: 'und zu jedem',
  envelopeFields:
    'Nummer, Verfasser, um wen es geht, wer ihn sehen darf, worauf er antwortet, wann er entstand und geändert wurde',
};

/** Kinds of records and their fields, in German. */
import type { RecordWords } from './records.ts';

const ARTIFACT =
  'Die Arbeit: Titel, Adresse, Art und Site; wo die Seite es zeigt, auch Inhaber, Phase und Länge';
const ANCHOR =
  'Die Stelle darin: höchstens 500 Zeichen Text, ein Feld, ein Moment, ein Ausschnitt oder das Ganze';
const BEHAVIOUR = 'Um welches Verhalten es geht';

export const recordsDe: RecordWords = {
  behaviour: {
    name: 'Verhalten',
    purpose: 'Woran jemand arbeitet: etwas, das er oder sie in der Hand hat und das andere sehen können.',
    fields: {
      name: 'Name',
      when: 'Wann es gilt',
      looksLike: 'Wie es aussieht',
      soundsGood: 'Wie es klingt, wenn es gut ist',
      ifItBreaks: 'Was zu tun ist, wenn es nicht klappt',
      howOften: 'Wie oft',
      standard: 'Nach welchem Maßstab',
      byWhen: 'Bis wann',
      state: 'Vorgeschlagen, aktiv, selbstverständlich, ruhend oder beendet',
      role: 'Für welche Art Arbeit',
      measure: 'Wie es gezählt wird',
      whyItWorks: 'Warum es wirkt',
      checks: 'Was bei der Auswahl gefragt wurde',
      libraryId: 'Der Eintrag der Bibliothek, aus dem es stammt',
    },
  },
  note: {
    name: 'Notiz',
    purpose: 'Eine Beobachtung an einer Stelle der Arbeit, warum sie zählt und was nächstes Mal zu tun ist.',
    fields: {
      kind: 'Verbesserung, Anerkennung oder Frage',
      artifact: ARTIFACT,
      anchor: ANCHOR,
      behaviourId: BEHAVIOUR,
      observation: 'Was gesehen oder gehört wurde',
      impact: 'Warum es zählt',
      nextAction: 'Was nächstes Mal zu tun ist',
      affirmation: 'Was gut war',
      checkInAt: 'Wann beide wieder hinsehen',
      momentAt: 'Wann es geschah',
      openedAt: 'Wann das Schreiben begann: dafür, wie bald nach dem Moment Rückmeldung kommt',
      purpose: 'Rückmeldung, oder zum Lernen angesehen',
      scope: 'Ein Anlass, oder eine Gewohnheit',
      live: 'Im Moment selbst gesehen, nicht auf der Seite',
      route: 'Bittet stattdessen um ein Gespräch',
      replaces: 'Die Notiz, an deren Stelle sie tritt',
      override: 'Gesendet, obwohl die Sprachprüfung um mehr bat',
      rulingId: 'Die Entscheidung, der sie folgt',
    },
  },
  scorecard: {
    name: 'Punkte',
    purpose: 'Die Stufen, die jemand einer Arbeit gibt, damit ein Mensch seinem eigenen Verlauf folgen kann.',
    fields: {
      artifact: ARTIFACT,
      anchor: ANCHOR,
      rubric: 'Nach welchem Raster, in welcher Fassung',
      scores: 'Die Stufe je Kriterium',
      hookType: 'Womit der Einstieg begann',
      behaviourId: BEHAVIOUR,
      openedAt: 'Wann es begonnen wurde',
    },
  },
  seen: {
    name: 'Gesehen',
    purpose:
      'Dass die Person, um die es in einer Notiz geht, sie auf dem Bildschirm hatte, damit niemand nachfragen muss. Einmal, und nie wie lange.',
    fields: {},
  },
  acknowledgement: {
    name: 'Antwort',
    purpose: 'Was die Person zu einer Notiz sagt, oder zu einem Verhalten, das ihr vorgeschlagen wurde.',
    fields: {
      answer: 'Annehmen, besprechen oder widersprechen',
      sentence: 'In eigenen Worten',
      repeatBack: 'Der nächste Schritt in eigenen Worten',
      conversation: 'Lieber im Gespräch',
    },
  },
  reply: {
    name: 'Erwiderung',
    purpose: 'Was die Verfasserin oder der Verfasser der Notiz zur Antwort sagt.',
    fields: {
      sentence: 'In eigenen Worten',
      outcome: 'Die Notiz bleibt, wird geändert oder zurückgenommen',
    },
  },
  commitment: {
    name: 'Zusage',
    purpose: 'Ein kleiner Schritt, den sich jemand vornimmt.',
    fields: {
      behaviourId: BEHAVIOUR,
      cue: 'Was ihn auslöst',
      size: 'Der Schritt',
      successCondition: 'Woran beide es merken',
      dueAt: 'Bis wann',
      amount: 'Seine Größe als Zahl',
      resizes: 'Die Zusage, die er ablöst',
      missReason: 'Was im Weg war',
      adjustment: 'Was geändert wurde',
      adjustments: 'Alles, was geändert wurde',
      easier: 'Was es leichter machen würde',
    },
  },
  evidence: {
    name: 'Beleg',
    purpose: 'Was jemand von seiner Übung zeigt.',
    fields: {
      kind: 'Probe, Gedanken dazu, vorher und nachher, Wort eines Kollegen oder die Arbeit selbst',
      context: 'Geübt, oder in der Arbeit selbst',
      text: 'In eigenen Worten',
      link: 'Wo es zu sehen ist',
      before: 'Wo es vorher zu sehen ist',
      after: 'Wo es nachher zu sehen ist',
      picture: 'Ein kleines Bild des Tabs, den die Person zeigen wollte',
      artifact: ARTIFACT,
      anchor: ANCHOR,
    },
  },
  verdict: {
    name: 'Befund',
    purpose: 'Was der Coach zu einer Zusage festgestellt hat.',
    fields: { finding: 'Umgesetzt, teilweise, nicht, oder keine Gelegenheit', sentence: 'In eigenen Worten' },
  },
  log: {
    name: 'Eintrag',
    purpose: 'Dass jemand ein Verhalten gezeigt hat, von der Person selbst notiert, für den eigenen Verlauf.',
    fields: {
      behaviourId: BEHAVIOUR,
      result: 'Getan, nicht getan, oder keine Gelegenheit',
      day: 'Der Tag',
      at: 'Die Uhrzeit',
      minutes: 'Wie lange eine Antwort dauerte',
      items: 'Wie viele Punkte einer Liste',
      effort: 'Wie schwer es fiel: für die Person, nie gezählt',
      missReason: 'Was im Weg war',
      easier: 'Was es leichter machen würde',
    },
  },
  ruling: {
    name: 'Entscheidung',
    purpose: 'Was nach jemandes Worten hinter etwas steckt, das wiederkommt oder nicht weitergeht.',
    fields: {
      on: 'Ein Muster, oder ein Stillstand',
      key: 'Welches',
      behaviourId: BEHAVIOUR,
      cause: 'Was dahintersteckt',
      remedy: 'Was geändert wird',
      stallClass: 'Eine Erinnerung, ein anderer Weg, oder etwas Persönliches',
      diagnosis: 'Können, Zutrauen, Belastung oder Unterstützung',
      resolved: 'Ob es vorbei ist',
      assigneeId: 'Wer den nächsten Schritt tut',
      sentence: 'In eigenen Worten',
    },
  },
  rubric: {
    name: 'Raster',
    purpose: 'Die Kriterien des Arbeitsbereichs. Über keine Person.',
    fields: {
      id: 'Seine Kennung',
      version: 'Seine Fassung',
      name: 'Sein Name',
      criteria: 'Kriterien und Stufen',
    },
  },
  cycle: {
    name: 'Zyklus',
    purpose: 'Der Zeitraum, in dem jemand an wenigen Verhalten arbeitet.',
    fields: {
      kind: 'Zum Anfang, oder voll',
      startAt: 'Von',
      endAt: 'Bis',
      executionProblem: 'Was in der Arbeit besser werden soll',
    },
  },
  template: {
    name: 'Vorlage',
    purpose: 'Eine Notiz, die wieder gebraucht werden soll. Über keine Person.',
    fields: {
      name: 'Ihr Name',
      kind: 'Verbesserung, Anerkennung oder Frage',
      behaviourId: BEHAVIOUR,
      observation: 'Was gesehen oder gehört wurde',
      impact: 'Warum es zählt',
      nextAction: 'Was nächstes Mal zu tun ist',
      affirmation: 'Was gut war',
    },
  },
  site: {
    name: 'Site',
    purpose: 'Wo auf einer Site ihre Datensätze, Titel und Felder stehen. Über keine Person.',
    fields: { definition: 'Die Beschreibung: Adressen und Stellen auf der Seite' },
  },
  placement: {
    name: 'Stelle',
    purpose: 'Wo die Stelle einer Notiz jetzt ist, nachdem sich die Seite geändert hat.',
    fields: { anchor: ANCHOR },
  },
};

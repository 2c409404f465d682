/** What the server's pages say, in German. */
import type { Role } from '#lib/sync/protocol.ts';
import { MIN_PASSWORD } from '#server/auth/limits.ts';
import { dataSheetDe } from './data-sheet-de.ts';
import type { Words } from './en.ts';
import { recordsDe } from './records-de.ts';

const roles: Record<Role, { name: string; hint: string }> = {
  owner: { name: 'Verwaltung', hint: 'lädt ein und verwaltet den Arbeitsbereich; darf allen schreiben' },
  coach: { name: 'Coach', hint: 'schreibt Notizen für die Leute, denen er oder sie zugeteilt ist' },
  coachee: { name: 'Coachee', hint: 'bekommt Notizen zur eigenen Arbeit und beantwortet sie' },
  sponsor: {
    name: 'Sponsor',
    hint: 'steht hinter dem Programm; liest und schreibt keine Notizen über andere',
  },
  liaison: { name: 'Verbindung', hint: 'wen das Team zu Sideline fragt; liest keine Notizen über andere' },
};

const problems: Words['problems'] = {
  'your-name': 'Gib deinen Namen an.',
  'workspace-name': 'Gib dem Arbeitsbereich einen Namen.',
  'too-long': 'Das ist zu lang.',
  email: 'Das ist keine E-Mail-Adresse.',
  password: 'Gib ein Passwort an.',
  'password-short': `Nimm ein Passwort mit mindestens ${MIN_PASSWORD} Zeichen.`,
  'password-long': 'Nimm ein kürzeres Passwort.',
  role: 'Wähle mindestens eine Rolle.',
  unknown: 'Das ist hier nicht bekannt.',
  date: 'Gib ein Datum an.',
  self: 'Niemand coacht sich selbst.',
  backwards: 'Das Ende kann nicht vor dem Anfang liegen.',
  members: 'Wähle zwei Mitglieder.',
  workspace: 'Wähle einen Arbeitsbereich.',
  decision: 'Wähle einen der beiden Knöpfe.',
  'no-match': 'Adresse und Passwort passen nicht zusammen.',
  stale: 'Die Seite war zu alt. Jetzt ist sie frisch; versuch es noch einmal.',
  'not-open': 'Diese Einladung ist nicht mehr offen.',
  yourself: 'Dich selbst muss jemand anderes mit der Rolle „Verwaltung“ herausnehmen.',
  'name-differs': 'Das ist nicht der Name der gewählten Person. Nichts wurde gelöscht.',
  months: 'Gib eine Zahl von Monaten an, 1 bis 240.',
  'signed-out-already': 'Das ist schon abgemeldet.',
  'other-workspaces':
    'Diese Person ist auch in anderen Arbeitsbereichen; ein Link von dir würde auch die öffnen. Sie kann sich einen per E-Mail schicken lassen.',
  'sign-in-again': 'Melde dich dafür zuerst ab und wieder an.',
  'last-way-in':
    'Das ist dein einziger Weg, dich anzumelden. Setze zuerst ein Passwort oder füge einen anderen Passkey hinzu.',
  passkey: 'Der Passkey wurde nicht angenommen. Versuch es noch einmal, oder melde dich anders an.',
  USER_ALREADY_EXISTS: 'Zu dieser Adresse gibt es schon ein Konto. Melde dich damit an.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'Zu dieser Adresse gibt es schon ein Konto. Melde dich damit an.',
  INVALID_EMAIL: 'Das ist keine E-Mail-Adresse.',
  INVALID_PASSWORD: 'Das ist nicht dein jetziges Passwort.',
  PASSWORD_TOO_SHORT: 'Nimm ein längeres Passwort.',
  PASSWORD_TOO_LONG: 'Nimm ein kürzeres Passwort.',
  SESSION_NOT_FRESH: 'Melde dich dafür zuerst ab und wieder an.',
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: 'Diese Person ist schon Mitglied.',
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION:
    'Für diese Adresse gibt es eine offene Einladung. Zieh sie zuerst zurück.',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER:
    'Ein Arbeitsbereich braucht jemanden, der ihn verwaltet. Gib die Rolle zuerst jemand anderem.',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER:
    'Ein Arbeitsbereich braucht jemanden, der ihn verwaltet. Gib die Rolle zuerst jemand anderem.',
  INVITATION_LIMIT_REACHED: 'Es gibt zu viele offene Einladungen. Zieh zuerst welche zurück.',
  other: 'Das ging nicht. Lade die Seite neu und versuch es noch einmal.',
};

const done: Words['done'] = {
  joined:
    'Willkommen! Öffne jetzt in deinem Browser die Einstellungen von Sideline und verbinde es mit diesem Server.',
  invited: 'Die Einladung ist gemacht. Kopiere unten ihren Link und schick ihn selbst; er gilt einmal.',
  mailed: 'Die Einladung ist per E-Mail unterwegs. Ihr Link steht auch unten; er gilt einmal.',
  withdrawn: 'Die Einladung ist zurückgezogen.',
  roles: 'Die Rollen sind geändert.',
  removed: 'Das Mitglied ist herausgenommen, seine Geräte sind abgemeldet.',
  assigned: 'Der Coach ist zugeordnet.',
  ended: 'Die Zuordnung ist beendet.',
  'signed-out': 'Das Gerät ist abgemeldet.',
  'signed-out-all': 'Alle Geräte und Browser dieser Person sind abgemeldet.',
  'session-ended': 'Dieser Browser ist abgemeldet.',
  'others-ended': 'Alle anderen Browser sind abgemeldet.',
  password: 'Dein Passwort ist geändert; alle anderen Browser sind abgemeldet.',
  'password-set': 'Dein neues Passwort gilt. Melde dich damit an.',
  name: 'Dein Name ist geändert.',
  'passkey-added': 'Der Passkey ist hinzugefügt. Von jetzt an kannst du dich damit anmelden.',
  retention: 'Es ist festgelegt.',
  'site-retired': 'Die Site ist zurückgenommen. Die Geräte vergessen sie beim nächsten Abgleich.',
  'passkey-removed': 'Der Passkey ist hier entfernt. Entferne ihn auch von deinem Gerät.',
};

const companyProblems: Words['companyProblems'] = {
  not_invited:
    'Diese Adresse hat niemand eingeladen, und ihre Domain wird nicht von selbst eingelassen. Frag die Verwaltung deines Teams.',
  email_not_verified: 'Deine Firma hat diese E-Mail-Adresse nicht bestätigt.',
  account_not_linked:
    'Zu dieser Adresse gibt es schon ein Konto, das nie bestätigt wurde. Melde dich mit seinem Passwort an.',
  access_denied: 'Du bist dort nicht weitergegangen.',
};

export const de: Words = {
  locale: 'de',
  roles,
  problems,
  done,
  companyProblems,
  companyProblem: 'Die Anmeldung dort hat nicht geklappt. Versuch es noch einmal.',

  skip: 'Zum Inhalt springen',
  signOut: 'Abmelden',
  signIn: 'Anmelden',
  you: 'Du',
  cancel: 'Abbrechen',
  save: 'Speichern',
  remove: 'Entfernen',
  former: name => `${name} (nicht mehr dabei)`,
  formerUnknown: 'jemand, der nicht mehr dabei ist',
  formTooLong: { title: 'Zu lang', text: 'In diesem Formular steht mehr, als hineinpasst.' },
  notFrom: {
    title: 'Nicht von hier',
    text: 'Dieses Formular kam von einer anderen Website, darum wurde nichts getan.',
  },
  notForm: { title: 'Kein Formular', text: 'Schick es mit dem Formular auf der Seite.' },
  oddValue: {
    title: 'Ein Zeichen, das nicht gespeichert werden kann',
    text: 'In dem, was du geschickt hast, steht ein Zeichen oder eine Zahl, die nicht gespeichert werden kann. Tipp es neu.',
  },
  notFound: { title: 'Nicht gefunden', text: 'Diese Seite gibt es nicht.' },
  notForYou: { title: 'Nicht gefunden', text: 'Diese Seite gibt es für dich nicht.' },
  wrong: { title: 'Hier ist etwas schiefgegangen', text: 'Versuch es gleich noch einmal.' },
  notNow: { title: 'Gerade nicht', text: 'Versuch es in einer Minute noch einmal.' },
  oldForm: { title: 'Dieses Formular ist zu alt', text: 'Öffne die Seite noch einmal und fang von vorn an.' },
  ownersOnly: { title: 'Nur für die Verwaltung', text: 'Frag jemanden, der den Arbeitsbereich verwaltet.' },
  tooMany: {
    title: 'Einen Moment, bitte',
    text: seconds =>
      `Das waren viele Versuche in kurzer Zeit. Warte ${seconds} Sekunden und versuch es noch einmal.`,
  },
  nowhere: {
    title: 'Du bist noch in keinem Arbeitsbereich',
    text: 'Bitte die Verwaltung deines Teams um einen Einladungslink und öffne ihn in diesem Browser.',
  },

  fields: {
    workspace: 'Name des Arbeitsbereichs',
    workspaceHint: 'Wie euer Team sich nennt, zum Beispiel „Vertrieb Nord“.',
    yourName: 'Dein Name',
    yourEmail: 'Deine E-Mail-Adresse',
    email: 'E-Mail',
    password: 'Passwort',
    newPassword: 'Ein Passwort',
    passwordNow: 'Dein jetziges Passwort',
    passwordThen: 'Ein neues Passwort',
    passwordHint: `Mindestens ${MIN_PASSWORD} Zeichen. Gut sind drei oder vier Wörter, die nur du zusammenbringst.`,
    code: 'Code',
  },

  start: {
    title: 'Arbeitsbereich anlegen',
    lead: 'Ein Arbeitsbereich ist ein Team: seine Leute, wer wen coacht, und ihre Notizen. Du verwaltest ihn.',
    button: 'Arbeitsbereich anlegen',
    haveAccount: 'Schon ein Konto?',
    closed: 'Dieser Server hat seinen Arbeitsbereich',
    closedText: 'Neue kommen mit einem Einladungslink dazu.',
  },

  enter: {
    title: 'Anmelden',
    newHere: 'Neu hier?',
    invited: 'Neu hier? Öffne den Einladungslink, den du bekommen hast.',
    otherWays: 'Andere Wege',
    passkey: 'Mit einem Passkey anmelden',
    company: name => `Mit ${name} anmelden`,
    mail: 'Einen Link per E-Mail bekommen',
    forgot: 'Kein Passwort mehr? Bitte die Verwaltung deines Teams um einen Link für ein neues.',
    passkeyTitle: 'Dein Passkey',
    passkeyText: 'Dein Browser fragt jetzt nach deinem Passkey. Wenn nicht, drück den Knopf.',
    passkeyButton: 'Passkey benutzen',
    noScript: 'Passkeys brauchen JavaScript in diesem Browser. Melde dich anders an.',
    back: 'Zurück zum Anmelden',
  },

  mailLink: {
    title: 'Ein Link per E-Mail',
    lead: 'Wenn es zu dieser Adresse ein Konto gibt, kommt in einer Minute eine E-Mail mit einem Link. Er gilt einmal.',
    signIn: 'Link zum Anmelden schicken',
    password: 'Link für ein neues Passwort schicken',
    sent: 'Sieh in dein Postfach',
    sentText:
      'Wenn es zu dieser Adresse ein Konto gibt, ist ein Link unterwegs. Er gilt 15 Minuten und einmal.',
    openTitle: 'Bei Sideline anmelden',
    openText: 'Mach nur weiter, wenn du selbst um diesen Link gebeten hast.',
    openButton: 'Anmelden',
    passwordTitle: 'Neues Passwort wählen',
    passwordText:
      'Alle Browser, in denen du angemeldet bist, werden abgemeldet. Die Erweiterung bleibt angemeldet.',
    passwordButton: 'Passwort setzen',
    gone: 'Dieser Link gilt nicht mehr',
    goneText: 'Er gilt einmal und nur kurze Zeit. Bitte um einen neuen.',
  },

  mails: {
    signInSubject: 'Dein Link zum Anmelden bei Sideline',
    signIn: link =>
      `Öffne diesen Link, um dich bei Sideline anzumelden. Er gilt einmal, 15 Minuten lang.\n\n${link}\n\nWenn du nicht darum gebeten hast, brauchst du nichts zu tun.\n`,
    passwordSubject: 'Ein neues Passwort für Sideline',
    password: link =>
      `Öffne diesen Link, um ein neues Passwort für Sideline zu wählen. Er gilt einmal, eine Stunde lang.\n\n${link}\n\nWenn du nicht darum gebeten hast, brauchst du nichts zu tun: Dein Passwort bleibt.\n`,
    inviteSubject: workspace => `Komm zu ${workspace} bei Sideline`,
    invite: (by, workspace, link) =>
      `${by} lädt dich zu ${workspace} bei Sideline ein. Dort geben sich Kolleginnen und Kollegen kleine Notizen direkt an der Arbeit.\n\n${link}\n\nDer Link ist für diese Adresse, gilt einmal und sieben Tage lang.\n`,
  },

  join: {
    title: workspace => `Zu ${workspace} dazukommen`,
    lead: held => `Du bist eingeladen als ${held}. Die Einladung ist für`,
    button: 'Dazukommen',
    haveAccount: 'Du hast hier schon ein Konto.',
    signIn: 'Anmelden und dazukommen',
    signedInAs: email => `Du bist als ${email} angemeldet. Melde dich ab und öffne den Link noch einmal.`,
    gone: 'Dieser Link gilt nicht mehr',
    goneText:
      'Eine Einladung gilt einmal und sieben Tage lang. Bitte die Verwaltung deines Teams um eine neue.',
  },

  device: {
    title: 'Erweiterung anmelden',
    lead: 'Gib den Code ein, den die Erweiterung zeigt.',
    go: 'Weiter',
    question: 'Die Erweiterung anmelden?',
    check: 'Bestätige nur, wenn du das gerade selbst wolltest und die Erweiterung genau diesen Code zeigt:',
    name: 'Gerät',
    from: 'Gefragt von',
    when: 'Gefragt um',
    as: 'Angemeldet als',
    elsewhere:
      'Gefragt wurde von einer anderen Netzadresse als deiner. Wenn die Erweiterung nicht auf diesem Computer oder in einem Netz von dir läuft, bestätige nicht.',
    approve: 'Bestätigen',
    deny: 'Nicht bestätigen',
    which: 'In welchem Arbeitsbereich?',
    sees: 'Sie sieht und schreibt, was du darfst, in',
    unknown:
      'Dieser Code ist nicht bekannt. Codes gelten zehn Minuten; sieh noch einmal in der Erweiterung nach.',
    gone: 'Dieser Code gilt nicht mehr',
    goneText: 'Der Code wurde schon benutzt oder ist für jemand anderen. Fang in der Erweiterung neu an.',
    denied: 'Nicht bestätigt',
    deniedText:
      'Die Erweiterung wurde nicht angemeldet. Wenn du nicht darum gebeten hast, ist nichts weiter zu tun.',
    done: 'Fertig',
    doneText: (device, workspace) =>
      `„${device}“ ist bei ${workspace} angemeldet. Du kannst diesen Tab schließen und zur Erweiterung zurückgehen.`,
    toTeam: (workspace: string) => `Leute in ${workspace}: jemanden einladen, sehen, wer da ist`,
  },

  account: {
    title: 'Dein Konto',
    name: 'Name',
    password: 'Passwort',
    changePassword: 'Passwort ändern',
    noPassword: 'Du hast kein Passwort. Lass dir einen Link dafür schicken, oder bitte die Verwaltung darum.',
    passkeys: 'Passkeys',
    passkeysLead: 'Melde dich mit Finger, Gesicht oder Schlüssel an statt mit einem Passwort.',
    noPasskeys: 'Noch keine.',
    passkeysNeedName: 'Passkeys brauchen einen Server mit Namen und https.',
    addPasskey: 'Passkey hinzufügen',
    addPasskeyText: 'Dein Browser bittet dich jetzt, einen Passkey zu machen. Wenn nicht, drück den Knopf.',
    addPasskeyButton: 'Passkey machen',
    passkey: 'Passkey',
    removePasskey: name => `Den Passkey ${name} entfernen`,
    browsers: 'Browser',
    browsersLead: 'Wo du auf diesen Seiten angemeldet bist.',
    thisBrowser: 'Dieser Browser',
    endOthers: 'Alle anderen abmelden',
    devices: 'Erweiterungen',
    noDevices: 'Noch keine. Öffne in deinem Browser die Einstellungen von Sideline und verbinde es mit',
    since: (since, seen) => `Seit ${since}, zuletzt hier ${seen}`,
    signOutThat: name => `${name} abmelden`,
    in: workspace => `in ${workspace}`,
    unknownBrowser: 'Browser',
  },

  audit: {
    title: 'Protokoll',
    lead: 'Wer wann was getan hat. Nie ein Wort aus einer Notiz. Einträge lassen sich nicht unbemerkt ändern oder entfernen.',
    check: 'Prüfen, ob nichts geändert wurde',
    whole: count => `Alle ${count} Einträge sind, wie sie geschrieben wurden.`,
    broken: n =>
      `Eintrag ${n} ist nicht, wie er geschrieben wurde, oder fehlt. Frag, wer den Server betreibt.`,
    older: 'Ältere Einträge',
    newest: 'Neueste Einträge',
    none: 'Keine Einträge.',
    server: 'Der Server',
    about: name => `über ${name}`,
    from: name => `von ${name}`,
    sawNote: 'hat eine Notiz gesehen',
    kinds: {
      create: 'hat etwas geschrieben',
      send: 'hat eine Notiz gesendet',
      acknowledge: 'hat eine Notiz beantwortet',
      score: 'hat bewertet',
      change: 'hat etwas Eigenes geändert',
      'take-back': 'hat etwas zurückgenommen',
      erase: 'hat etwas gelöscht',
      'sign-in': 'hat sich angemeldet',
      'sign-out': 'hat abgemeldet',
      'password-link': 'hat einen Link für ein neues Passwort gemacht',
      found: 'hat den Arbeitsbereich angelegt',
      invite: 'hat jemanden eingeladen',
      withdraw: 'hat eine Einladung zurückgezogen',
      join: 'ist dazugekommen',
      leave: 'hat ein Mitglied herausgenommen',
      roles: 'hat Rollen geändert',
      assign: 'hat einen Coach zugeordnet',
      unassign: 'hat eine Zuordnung beendet',
      settings: 'hat eine Einstellung geändert',
      export: 'hat Daten exportiert',
      import: 'hat Daten importiert',
      restore: 'hat eine Sicherung eingespielt',
    },
  },

  sites: {
    title: 'Sites',
    shared: 'Sites, die alle kennen',
    lead: 'Hier hat jemand Sideline beigebracht, wo auf diesen Sites Datensätze, Titel und Felder stehen, und es in den Einstellungen der Erweiterung geteilt. Die Geräte aller Mitglieder benutzen es.',
    none: 'Noch keine. Öffne in deinem Browser die Einstellungen von Sideline und teile eine Site, die du ihm beigebracht hast.',
    unnamed: 'Ohne Namen',
    sharedBy: (who, day) => `Geteilt von ${who}, ${day}`,
    retire: 'Zurücknehmen',
    retireLabel: name => `Zurücknehmen: ${name}`,
    retireHint:
      'Alle Geräte vergessen die Site. Notizen von dort bleiben; auf der Seite selbst findet man sie, wo deren Adresse noch dieselbe ist.',
    retireButton: name => `${name} zurücknehmen`,
  },

  records: recordsDe,

  dataSheet: dataSheetDe,

  ownFile: {
    made: at => `Erstellt ${at}`,
    coaches: 'Wer wen coacht',
    coaching: (coach, coachee) => `${coach} coacht ${coachee}`,
    deleted: 'gelöscht',
    stored: 'Wie es gespeichert ist',
    damaged: problem => `Dieser Eintrag ist beschädigt und kann nicht gelesen werden. ${problem}`,
    odd: problem => `In diesem Eintrag ist nicht alles, wie es sein soll. ${problem}`,
    cutByExcel: (columns, characters) =>
      `Excel schneidet ${columns} nach ${characters.toLocaleString('de')} Zeichen ab; in der Datei steht alles.`,
  },

  data: {
    title: 'Daten',
    own: 'Deine Daten',
    ownLead: 'Alles hier, was von dir oder über dich ist und was du sehen darfst, und wer es exportiert hat.',
    html: 'Zum Lesen (HTML)',
    json: 'Alles (JSON)',
    ndjson: 'Zeile für Zeile (NDJSON)',
    csv: 'Nur die Einträge (CSV)',
    storage: 'Was gespeichert ist',
    records: 'Einträge',
    bytes: 'Größe',
    retention: 'Wie lange es bleibt',
    retentionLead:
      'Was so lange niemand geändert hat, wird gelöscht, endgültig und auf jedem Gerät. Täglich geprüft.',
    months: 'Monate',
    monthsHint: 'Leer: Alles bleibt.',
    preview: 'Was würde gelöscht?',
    wouldErase: (count, months) =>
      count === 1
        ? `Mit ${months} Monaten würde jetzt 1 Eintrag gelöscht.`
        : `Mit ${months} Monaten würden jetzt ${count} Einträge gelöscht.`,
    setRetention: 'Festlegen',
    erasure: 'Daten einer Person löschen',
    erasureLead:
      'Wenn jemand nach dem Gesetz darum bittet. Die Worte sind sofort und endgültig weg, überall; 90 Tage lang bleibt lesbar, dass da etwas war. Das Protokoll sagt, wer es gelöscht hat. Das Konto geht mit der Person, außer sie ist noch in einem anderen Arbeitsbereich.',
    who: 'Von wem',
    which: 'Was',
    by: 'Was die Person geschrieben hat',
    aboutThem: 'Was über sie ist',
    person: 'Alles, samt Mitgliedschaft und Konto',
    personGone: account =>
      account
        ? 'Mitgliedschaft und Konto sind gelöscht.'
        : 'Die Mitgliedschaft ist gelöscht; das Konto gehört noch zu einem anderen Arbeitsbereich und bleibt.',
    both: 'Beides',
    confirm: 'Gib zur Bestätigung den Namen ein',
    erase: 'Endgültig löschen',
    erased: count => (count === 1 ? '1 Eintrag ist gelöscht.' : `${count} Einträge sind gelöscht.`),
  },

  team: {
    find: 'Jemanden nach Namen suchen',
    findByAddress: 'Jemanden nach Namen oder E-Mail suchen',
    search: 'Suchen',
    everybody: 'Alle zeigen',
    nobodyFound: 'So heißt hier niemand.',
    pages: 'Seiten',
    pageOf: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    previous: 'Zurück',
    next: 'Weiter',
    more: (count: number) => `Und ${count} weitere.`,
    findThem: 'Suche nach einer Adresse, um ihre Einladung zu sehen.',
    coachAddress: 'Oder die E-Mail von jemandem, der nicht in der Liste steht',
    coachAddressHint: 'Die Liste hat die ersten hundert, Coachs zuerst.',
    otherWorkspaces: 'Deine anderen Arbeitsbereiche:',
    sections: 'Bereiche',
    people: 'Leute',
    coachedBy: coach => `Gecoacht von ${coach}`,
    fromDay: day => ` ab ${day}`,
    untilDay: day => ` bis ${day}`,
    end: 'Beenden',
    endLabel: (coachee, coach) => `Beenden: ${coachee} gecoacht von ${coach}`,
    change: 'Ändern',
    changeLabel: name => `${name} ändern`,
    roles: 'Rollen',
    saveRoles: 'Rollen speichern',
    coach: 'Coach',
    from: 'Ab',
    until: 'Bis (wenn es endet)',
    assign: 'Coach zuordnen',
    removeHint: 'Alle Geräte werden sofort abgemeldet. Was geschrieben wurde, bleibt.',
    removeButton: name => `${name} aus dem Arbeitsbereich nehmen`,
    devicesOf: count => (count === 1 ? '1 Erweiterung angemeldet' : `${count} Erweiterungen angemeldet`),
    signOutEverywhere: 'Überall abmelden',
    signOutEverywhereHint:
      'Alle Erweiterungen in diesem Arbeitsbereich und alle Browser, für einen verlorenen Computer.',
    passwordLink: 'Link für ein neues Passwort machen',
    passwordLinkHint:
      'Für jemanden, der sich nicht mehr anmelden kann. Gib ihn niemand anderem: Wer ihn öffnet, kann sich als diese Person anmelden. Sie sieht, dass du ihn gemacht hast.',
    passwordLinkMade: name => `Ein Link für ${name}, gilt eine Stunde und einmal`,
    invite: 'Jemanden einladen',
    theirEmail: 'E-Mail-Adresse',
    coachedByLegend: 'Gecoacht von',
    byMe: (name: string) => `${name} (du)`,
    makeInvitation: 'Einladungslink machen',
    mailInvitation: 'Einladung per E-Mail schicken',
    openInvitations: 'Offene Einladungen',
    as: held => ` als ${held}`,
    invitedCoachedBy: coaches => `, gecoacht von ${coaches}`,
    withdraw: 'Zurückziehen',
    withdrawLabel: email => `Die Einladung von ${email} zurückziehen`,
    linkUntil: day => `Link, gilt bis ${day}`,
    yourDevices: 'Deine Erweiterungen',
    account: 'Dein Konto',
  },
};

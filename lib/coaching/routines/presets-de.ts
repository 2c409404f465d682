/** The words of the shipped routines, in German. */
import type { PresetTexts } from './presets-en.ts';

export type { PresetTexts } from './presets-en.ts';

export const presetsDe: PresetTexts = {
  standardWork: {
    name: 'Der Tag eines Coachs',
    why: 'Fünf kleine Dinge, die dich nah an der Arbeit halten. Dein Team sieht, dass du sie tust.',
    plain: {
      huddles: 'Zu Beginn des Tages, zehn Minuten, im Stehen.',
      coaching: 'Zweimal am Tag, gleich nachdem etwas zu sehen war.',
      dailyChecks: 'Die Zahlen des Tages, und ein Blick auf die Arbeit, wo sie geschieht.',
    },
    parts: {
      day: {
        name: 'Der Tag eines Coachs',
        steps: [
          'Morgens auf die Zahlen schauen',
          'Dorthin gehen, wo gearbeitet wird',
          'Mit zwei Menschen kurz sprechen',
          'Jemandem sagen, was gut war',
          'Ansehen, was feststeckt',
        ],
      },
    },
  },
  tuesdayFriday: {
    name: 'Dienstag und Freitag',
    why: 'Zwei feste Punkte in der Woche, und eine kurze Nachricht, wenn ein Tag ausfiel.',
    parts: {
      checkIn: {
        name: 'Gespräch am Dienstag',
        steps: ['Was hast du seit Freitag getan?', 'Was kommt als Nächstes?'],
      },
      recap: { name: 'Rückblick am Freitag', steps: ['Was hat diese Woche geklappt?', 'Was stand im Weg?'] },
      message: {
        name: 'Nachricht nach einem Tag ohne',
        steps: ['Den nächsten Schritt kleiner machen oder verschieben'],
      },
    },
  },
  midweek: {
    name: 'Wochenmitte und Freitag',
    why: 'Ein Gespräch in der Mitte, etwas Gezeigtes, und am Ende eine Frage nach Mustern.',
    parts: {
      checkIn: { name: 'Gespräch zur Wochenmitte', steps: ['Wie läuft es?'] },
      show: { name: 'Zeigen', steps: ['Ein Bild oder eine Notiz aus der Arbeit schicken'] },
      pattern: { name: 'Freitagsrückblick', steps: ['Was kam diese Woche mehr als einmal vor?'] },
    },
  },
  creatorWeek: {
    name: 'Eine Woche vor der Kamera',
    why: 'Am Montag ein Clip, am Mittwoch eine Probe, am Freitag die Notizen.',
    parts: {
      clip: {
        name: 'Einen Clip ansehen',
        steps: ['Einen veröffentlichten Clip ansehen', 'Eine Notiz hinterlassen'],
      },
      rehearsal: { name: 'Probe', steps: ['Ein Stück live proben'] },
      notes: { name: 'Die Notizen der Woche', steps: ['Welche Notizen stecken jetzt in der Arbeit?'] },
    },
  },
  fiveBeats: {
    name: 'Fünf Schläge je Woche',
    why: 'Planen, anstoßen, üben, ansehen, nachdenken: und einmal im Monat das Ganze.',
    parts: {
      plan: { name: 'Die Woche planen', steps: ['Das Eine für diese Woche wählen'] },
      nudge: { name: 'Anstoß zur Wochenmitte', steps: ['Fragen, wie es läuft'] },
      practice: { name: 'Übung abgeben', steps: ['Ein Stück Übung zeigen'] },
      review: { name: 'Blick des Coachs', steps: ['Die Übung ansehen', 'Eine Notiz hinterlassen'] },
      reflection: {
        name: 'Über die Woche nachdenken',
        steps: ['Was hast du wirklich getan?', 'Was ist nächste Woche anders?'],
      },
      month: { name: 'Der Monat im Ganzen', steps: ['Auf die Linien des Monats schauen'] },
    },
  },
  solo: {
    name: 'Für mich allein',
    why: 'Jeden Tag ein Clip, und am Freitag die Woche.',
    parts: {
      card: { name: 'Der Clip von heute', steps: ['Klarheit, Energie und Anschaulichkeit bewerten'] },
      week: { name: 'Meine Woche', steps: ['Auf die Woche schauen', 'Eine Sache wählen'] },
    },
  },
  preShoot: {
    name: 'Vor dem Dreh',
    why: 'Der letzte Einstieg bereitet den nächsten am besten vor.',
    parts: {
      look: {
        name: 'Blick vor dem Dreh',
        steps: ['Die ersten 15 Sekunden des letzten Clips ansehen', 'Eine Änderung wählen'],
      },
    },
  },
  debrief: {
    name: 'Nach dem Veröffentlichen',
    why: 'Fünf Minuten innerhalb eines Tages, solange die Zahlen frisch sind.',
    parts: {
      debrief: { name: 'Nachlese', steps: ['Den Clip und seine Zahlen ansehen', 'Eine Änderung wählen'] },
    },
  },
  dailyReflex: {
    name: 'Ein Reflex am Tag',
    why: 'Ein Verhalten, ein Hinweis, einmal nachfassen, jeden Tag.',
    parts: {
      reflex: { name: 'Der Reflex von heute', steps: ['Eines sehen und sagen, solange es frisch ist'] },
    },
  },
  supervision: {
    name: 'Woche, Monat, Quartal',
    why: 'Die Woche für das Getane, der Monat für Muster, das Quartal für das Ziel.',
    parts: {
      week: { name: 'Wochenrückblick', steps: [] },
      month: { name: 'Monatsrückblick', steps: [] },
      quarter: { name: 'Quartalsrückblick', steps: [] },
    },
  },
  leadership: {
    name: 'Wochenblick der Leitung',
    why: 'Ein Verhalten, ein Engpass, eine Frage der Zusammenarbeit.',
    parts: { habit: { name: 'Wochenblick', steps: [] } },
  },
  ritualAndHuddle: {
    name: 'Rückmeldung und kurze Runde',
    why: 'Zweimal die Woche je Leitung: eine Viertelstunde Rückmeldung, und eine kurze Runde.',
    parts: {
      ritual: { name: 'Eine Viertelstunde Rückmeldung', steps: ['Jedem Menschen einen Satz sagen'] },
      huddle: { name: 'Kurze Runde', steps: ['Eine Anerkennung', 'Ein Moment Coaching'] },
    },
  },
  reviewDaily: {
    name: 'Zehn, fünf, fünfzehn',
    why: 'Eine Runde im Stehen, eine Rückmeldung, ein Blick zurück: eine halbe Stunde am Tag.',
    parts: {
      huddle: { name: 'Runde im Stehen', steps: ['Jeder sagt, was als Nächstes kommt'] },
      feedback: { name: 'Rückmeldung', steps: ['Eine Notiz hinterlassen'] },
      review: { name: 'Blick auf den Tag', steps: ['Was ist heute anders geworden?'] },
    },
  },
  circle: {
    name: 'Coaching-Kreis',
    why: 'Wenige Menschen, ein Fall, jeder nimmt eines mit.',
    parts: {
      circle: { name: 'Coaching-Kreis', steps: ['Jemand bringt einen Fall mit', 'Jeder nimmt eines mit'] },
    },
  },
  standUp: {
    name: 'Runde im Stehen',
    why: 'Zehn Minuten, im Stehen.',
    parts: { standUp: { name: 'Runde im Stehen', steps: ['Was kommt als Nächstes, und was steht im Weg?'] } },
  },
  reflection: {
    name: 'Zeit zum Nachdenken',
    why: 'Eine ruhige Viertelstunde am Ende der Woche.',
    parts: { session: { name: 'Nachdenken', steps: ['Fünf Minuten schreiben', 'Einen Satz teilen'] } },
  },
  decisionBrief: {
    name: 'Entscheidung auf einer Seite',
    why: 'Eine Entscheidung auf einer Seite, und zwei Menschen werden vorher gefragt.',
    parts: { brief: { name: 'Entscheidungsblatt', steps: [] } },
  },
};

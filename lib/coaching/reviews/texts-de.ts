/** The questions of the reviews, in German. */
import type { AllReviewTexts } from './texts.ts';

const LEVELS = { '0': 'noch nicht', '1': 'ein wenig', '2': 'meist', '3': 'deutlich' };

export const reviewTextsDe: AllReviewTexts = {
  weekly: {
    name: 'Wochenrückblick',
    intro: 'Erst, was getan wurde, dann, was kommt.',
    questions: {
      commitments: 'Was hast du diese Woche wirklich getan?',
      scan: 'Welche Verhalten haben sich bewegt, welche standen still?',
      friction: 'Was stand im Weg?',
      nextStep: 'Was ist der nächste kleinste Schritt?',
    },
    choices: {
      commitments: {
        practised: 'Geübt',
        gotFeedback: 'Rückmeldung dazu bekommen',
        revised: 'Danach etwas geändert',
        applied: 'In der Arbeit selbst getan',
      },
      friction: {
        lateScreens: 'Spät abends am Bildschirm',
        priorities: 'Unklare Prioritäten',
        discomfort: 'Es war mir vor anderen unangenehm',
        overcommitted: 'Zu voller Kalender',
        other: 'Etwas anderes',
        nothing: 'Nichts',
      },
    },
  },
  monthly: {
    name: 'Monatsrückblick',
    intro: 'Ein Monat zeigt Muster, die eine Woche verbirgt.',
    questions: {
      trends: 'Was zeigen die Linien dieses Monats?',
      identity: 'Was tust du jetzt, ohne dich als jemand zu sehen, der es versucht?',
      automatic: 'Welches Verhalten ist zur Gewohnheit geworden?',
    },
  },
  quarterly: {
    name: 'Quartalsrückblick',
    intro: 'Der eine Rückblick, in dem das Ziel selbst offen ist.',
    questions: {
      goal: 'Ist es noch das richtige Ziel?',
      behaviours: 'Welche Verhalten behältst du, welche änderst du?',
    },
  },
  cycle: {
    name: 'Rückblick auf den Zyklus',
    intro: 'Vier Blicke zurück, dann drei Dinge zum Mitnehmen.',
    questions: {
      improved: 'Welches Verhalten ist besser geworden?',
      hard: 'Was war schwer?',
      resilience: 'Wo hast du nach einem schlechten Tag wieder angefangen?',
      support: 'Welche Unterstützung hat am meisten geholfen?',
      designChange: 'Eines, das anders eingerichtet wird',
      encouragement: 'Eines, worüber du froh bist',
      commitment: 'Ein Versprechen für den nächsten Zyklus',
    },
  },
  debrief: {
    name: 'Nachlese',
    intro: 'Innerhalb eines Tages, an dem, was zu sehen ist, mit einer Änderung.',
    questions: {
      opening: 'Wie lief der Einstieg?',
      retention: 'Wo sind die Leute gegangen?',
      comments: 'Was haben die Leute geschrieben?',
      callToAction: 'Wie lief der Aufruf am Ende?',
      worked: 'Was hat geklappt?',
      dropped: 'Was ist weggefallen?',
    },
  },
  afterAction: {
    name: 'Blick zurück',
    intro: 'Drei Fragen, ein Beschluss.',
    questions: {
      expected: 'Was hattest du erwartet?',
      happened: 'Was ist geschehen?',
      why: 'Warum kam es so?',
      next: 'Was wird nächstes Mal anders?',
    },
  },
  finish: {
    name: 'Durchsicht abschließen',
    intro: 'Um welches Eine bittest du? Der Rest kann warten.',
    questions: {},
  },
  sharedAsset: {
    name: 'Gemeinsam auf ein Stück schauen',
    intro: 'Jeder von seinem Platz aus.',
    questions: {
      performance: 'Wie lief es vor der Kamera?',
      scheduling: 'Wie hat der Zeitplan gehalten?',
      execution: 'Wie ist der Schnitt geworden?',
      accountability: 'Was war abgemacht, und was ist daraus geworden?',
    },
  },
  leadership: {
    name: 'Wochenblick der Leitung',
    intro: 'Von jedem eines, nicht mehr.',
    questions: {
      behaviour: 'Ein Verhalten, das du selbst gesehen hast',
      bottleneck: 'Eine Stelle, an der die Arbeit steckenbleibt',
      alignment: 'Eines, worin sich das Team nicht einig ist',
    },
  },
  decisionBrief: {
    name: 'Entscheidung auf einer Seite',
    intro: 'Frag zwei aus anderen Teams, was sie bräuchten, bevor sich jemand festlegt.',
    questions: {
      owner: 'Wer entscheidet?',
      criteria: 'Was macht die eine Möglichkeit besser als die andere?',
      deadline: 'Bis wann?',
      openRisk: 'Welches eine Risiko ist offen?',
    },
  },
  checkIn: {
    name: 'Sieben Minuten vor der Aufnahme',
    intro: 'In fünf Schritten.',
    questions: {
      win: 'Ein Erfolg vom letzten Mal',
      behaviour: 'Ein Verhalten, das heute besser werden soll',
      rehearsed: 'Probe es einmal. Wie war es?',
      change: 'Welche einzige Änderung macht diese Aufnahme besser?',
      success: 'Woran merkst du, dass es geklappt hat?',
    },
  },
  dailyCard: {
    name: 'Der Clip von heute',
    intro: 'Ein Clip, drei Blicke.',
    questions: {
      clarity: 'Klarheit',
      energy: 'Energie, wie du sie gespürt hast',
      specificity: 'Wie anschaulich es war',
    },
    choices: { clarity: LEVELS, energy: LEVELS, specificity: LEVELS },
  },
  preShoot: {
    name: 'Vor dem Dreh',
    intro: 'Die ersten 15 Sekunden des letzten Clips, und eine Änderung.',
    questions: {
      opening: 'Was siehst du in den ersten 15 Sekunden?',
      adjustment: 'Welche eine Änderung probierst du?',
    },
  },
  intake: {
    name: 'Die letzten sieben Tage',
    intro: 'Vor jedem Ziel: was wirklich geschah.',
    questions: {
      followThrough: 'Wo bist du drangeblieben?',
      drift: 'Wo ist es weggerutscht?',
      patterns: 'Was haben diese Momente gemeinsam?',
    },
  },
  sixWeeks: {
    name: 'Nach sechs Wochen',
    intro: 'Drei Blicke darauf, wie es jetzt ist.',
    questions: {
      consistency: 'Es geschieht regelmäßiger als vorher',
      stress: 'Ich habe den Arbeitstag mehr in der Hand',
      visibility: 'Andere sehen den Unterschied',
    },
    choices: { consistency: LEVELS, stress: LEVELS, visibility: LEVELS },
  },
  programmeEnd: {
    name: 'Verhalten und Ergebnis zusammen',
    intro: 'Beides nebeneinander ansehen, dann einfacher machen.',
    questions: {
      changed: 'Was hat sich geändert?',
      unchanged: 'Was nicht?',
      bestMoments: 'Welche Momente im Coaching haben am meisten bewirkt?',
      remove: 'Was kann von jetzt an wegbleiben?',
    },
  },
};

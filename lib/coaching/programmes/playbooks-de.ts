/** The words of the playbooks, in German. */
import type { PlaybookTexts } from './playbooks-en.ts';

export type { PlaybookTexts } from './playbooks-en.ts';

export const playbooksDe: PlaybookTexts = {
  thirtyDays: {
    name: '30 Tage',
    why: 'Ein Problem, ein Verhalten, vier Wochen.',
    stages: {
      week1: {
        name: 'Wählen und festhalten',
        items: [
          'Ein Problem wählen',
          'Ein Verhalten wählen',
          'Eine Woche festhalten, wie sie ist, vor dem Coaching',
        ],
      },
      week2: {
        name: 'Die Routine des Coachs',
        items: [
          'Sagen, wann die kurzen Runden sind',
          'Sagen, wann Coaching stattfindet',
          'Sagen, was täglich angesehen wird',
        ],
      },
      week3: {
        name: 'Jeden Tag ein Reflex',
        items: ['Jeden Tag ein kurzes Gespräch', 'Immer nur ein Hinweis', 'Bei jedem nachfassen'],
      },
      week4: {
        name: 'Ansehen und straffen',
        items: [
          'Verhalten und Ergebnis zusammen ansehen',
          'Sagen, was sich nicht geändert hat',
          'Die Momente nennen, die am meisten bewirkt haben',
          'Etwas weglassen',
        ],
      },
    },
  },
  eightWeeks: {
    name: '8 Wochen',
    why: 'Für ein Team mit Rückhalt, vom Auftakt bis zur Übergabe.',
    stages: {
      week1: { name: 'Auftakt', items: ['Mit der Person beginnen, die es trägt', 'Die Ziele klären'] },
      week2: {
        name: 'Wo wir stehen',
        items: ['Festhalten, wie oft jedes Verhalten vorkommt', 'Sich auf die Zahlen einigen'],
      },
      week3: {
        name: 'Kreise und Rituale',
        items: ['Coaching-Kreise beginnen', 'Ein Ritual über Teams hinweg beginnen'],
      },
      week4: {
        name: 'In der Arbeit',
        items: ['In der Arbeit selbst üben', 'Anstöße im richtigen Moment nutzen'],
      },
      week5: { name: 'Halbzeit', items: ['Auf die Mitte schauen', 'Den Kurs ändern, wo es nötig ist'] },
      week6: {
        name: 'Unter Gleichen',
        items: ['Eine Werkstatt unter Gleichen halten', 'Über Teams hinweg teilen'],
      },
      week7: {
        name: 'Kleine Schritte',
        items: ['Kleine angestoßene Schritte in die Rituale des Teams nehmen'],
      },
      week8: {
        name: 'Übergabe',
        items: [
          'Auf Verhalten und Ergebnis schauen',
          'An die Teams übergeben',
          'Klären, wer sich darum kümmert',
        ],
      },
    },
  },
  ninetyDays: {
    name: '90 Tage',
    why: 'Entdecken, üben, festigen: Verhalten über mehrere Teams hinweg.',
    stages: {
      discovery: {
        name: 'Entdecken',
        items: [
          'Die Verhalten beschreiben',
          'Jedes mit einer Zahl verbinden',
          'Leitungen anderer Teams fragen',
          'Jemanden gewinnen, der es trägt',
        ],
      },
      practice: {
        name: 'Üben',
        items: ['Coaching-Kreise', 'Rituale im Team', 'Zeit zum Nachdenken', 'Kleine Anstöße bei der Arbeit'],
      },
      reinforcement: {
        name: 'Festigen',
        items: ['Die Zahlen im Blick behalten', 'Anerkennen, was hält', 'Die Personalabteilung einbeziehen'],
      },
    },
  },
};

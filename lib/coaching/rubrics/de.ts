/** The shipped rubrics in German: the same ids and the same levels. */
import type { Rubric } from './rubrics.ts';

export const germanRubrics: readonly Rubric[] = [
  {
    id: 'hook-clarity-follow-up',
    version: 1,
    name: 'Einstieg, Klarheit, Nachfassen',
    criteria: [
      {
        id: 'hook',
        name: 'Einstieg',
        question: 'Wie bald gibt der Anfang einen Grund zu bleiben?',
        levels: [
          'Kein Grund in den ersten 30 Sekunden',
          'Der Grund kommt nach 15 Sekunden',
          'Der Grund kommt in den ersten 15 Sekunden',
          'Der Grund kommt in den ersten 7 Sekunden und nennt ein Ergebnis, eine Spannung oder einen Gegensatz',
        ],
        wording: {
          crm: {
            question: 'Wie bald nennt das Gespräch oder der Eintrag, was die Kundin davon hat?',
            levels: [
              'Kein Grund in den ersten 30 Sekunden oder im ganzen Eintrag',
              'Der Grund kommt nach 15 Sekunden oder unter dem ersten Absatz',
              'Der Grund kommt in den ersten 15 Sekunden oder in den ersten zwei Zeilen',
              'Der Grund kommt in den ersten 7 Sekunden oder in der ersten Zeile und nennt ein Ergebnis, eine Spannung oder einen Gegensatz',
            ],
          },
          doc: {
            question: 'Wie bald gibt der Text einen Grund weiterzulesen?',
            levels: [
              'Kein Grund im ersten Absatz',
              'Der Grund kommt am Ende des ersten Absatzes',
              'Der Grund kommt in den ersten zwei Sätzen',
              'Der erste Satz nennt ein Ergebnis, eine Spannung oder einen Gegensatz',
            ],
          },
        },
      },
      {
        id: 'clarity',
        name: 'Klarheit',
        question: 'Trägt jeder Abschnitt einen Gedanken, mit Beleg?',
        levels: [
          'Mehr als ein Gedanke im Abschnitt, kein Beleg',
          'Ein Gedanke, kein Beleg',
          'Ein Gedanke und ein Beleg',
          'Ein Gedanke, ein Beleg, und der nächste Schritt fürs Publikum ist gesagt',
        ],
        wording: {
          crm: {
            question: 'Trägt jede Antwort oder jeder Eintrag einen Gedanken, mit Beleg?',
            levels: [
              'Mehr als ein Gedanke in der Antwort, kein Beleg',
              'Ein Gedanke, kein Beleg',
              'Ein Gedanke und ein Beleg',
              'Ein Gedanke, ein Beleg, und der nächste Schritt der Kundin ist gesagt',
            ],
          },
          doc: {
            question: 'Trägt jeder Abschnitt einen Gedanken, mit Beleg?',
            levels: [
              'Mehr als ein Gedanke im Abschnitt, kein Beleg',
              'Ein Gedanke, kein Beleg',
              'Ein Gedanke und ein Beleg',
              'Ein Gedanke, ein Beleg, und der nächste Schritt der Lesenden steht da',
            ],
          },
        },
      },
      {
        id: 'follow-up',
        name: 'Nachfassen',
        question: 'Ist festgehalten, wer was bis wann tut?',
        levels: [
          'Nichts festgehalten',
          'Festgehalten, ohne Namen oder ohne Datum',
          'Name und Datum, nach mehr als 24 Stunden festgehalten',
          'Name und Datum innerhalb von 24 Stunden, und der nächste Schritt wurde laut bestätigt',
        ],
        wording: {
          doc: {
            question: 'Steht da, wer was bis wann tut?',
            levels: [
              'Es steht nichts da',
              'Es steht da, ohne Namen oder ohne Datum',
              'Name und Datum, nach mehr als 24 Stunden geschrieben',
              'Name und Datum innerhalb von 24 Stunden, und wer dran ist, hat es bestätigt',
            ],
          },
        },
      },
    ],
  },
  {
    id: 'own-clip',
    version: 1,
    name: 'Mein eigener Clip: Klarheit, Energie, Genauigkeit',
    criteria: [
      {
        id: 'clarity',
        name: 'Klarheit',
        question: 'Wie bald ist der eine Gedanke gesagt?',
        levels: [
          'Nach dem Ansehen kann ich den Gedanken nicht in einem Satz sagen',
          'Der Gedanke kommt nach der ersten Minute',
          'Der Gedanke kommt in der ersten Minute',
          'Der Gedanke kommt in einem Satz in den ersten 15 Sekunden',
        ],
      },
      {
        id: 'energy',
        name: 'Energie',
        question: 'Gehen Tempo und Lautstärke mit dem Gesagten mit?',
        levels: [
          'Durchweg dasselbe Tempo und dieselbe Lautstärke, Blick neben die Kamera',
          'Tempo oder Lautstärke wechselt einmal',
          'Tempo oder Lautstärke wechselt bei jedem neuen Punkt',
          'Tempo oder Lautstärke wechselt bei jedem neuen Punkt, mit einer Pause vor dem wichtigsten',
        ],
      },
      {
        id: 'specificity',
        name: 'Genauigkeit',
        question: 'Gibt es ein Beispiel, eine Zahl oder einen Namen?',
        levels: [
          'Nichts davon',
          'Eins im ganzen Clip',
          'Eins zu jedem Punkt',
          'Eins zu jedem Punkt, das erste in den ersten 15 Sekunden',
        ],
      },
    ],
  },
];

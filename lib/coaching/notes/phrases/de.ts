/** German phrases, the same as the English ones. */
import type { Phrase } from './index.ts';

export const germanPhrases: readonly Phrase[] = [
  { part: 'observation', text: 'Bei … hast du gesagt: „…“.' },
  { part: 'observation', text: 'Das Gespräch endete bei … mit „…“.' },
  { part: 'observation', text: 'Das Feld „…“ war am … leer.' },
  {
    part: 'observation',
    kind: 'recognition',
    text: 'Du hast … Sekunden gewartet, bevor du geantwortet hast.',
  },
  { part: 'impact', text: 'Niemand weiß, wer als Nächstes dran ist.' },
  { part: 'impact', text: 'Wer zuschaut, erfährt in der ersten Minute nicht, worum es geht.' },
  { part: 'impact', kind: 'recognition', text: 'Die Kundin hat den nächsten Schritt dann selbst genannt.' },
  { part: 'nextAction', kind: 'correction', text: 'Mach am Anfang eine kurze Pause vor der Überschrift.' },
  {
    part: 'nextAction',
    kind: 'correction',
    text: 'Nenn in deiner ersten Antwort ein konkretes Beispiel vor der Theorie.',
  },
  { part: 'nextAction', kind: 'correction', text: 'Nenn in der ersten Antwort einen Beleg.' },
  { part: 'nextAction', kind: 'question', text: 'Was ist passiert?' },
  { part: 'nextAction', kind: 'question', text: 'Was ist dir aufgefallen?' },
  { part: 'nextAction', kind: 'question', text: 'Was machst du nächstes Mal anders?' },
  { part: 'nextAction', kind: 'question', text: 'Was war im Weg?' },
  { part: 'nextAction', kind: 'question', text: 'Was würde es um 20 % leichter machen?' },
  { part: 'nextAction', kind: 'question', text: 'Was ist der eine Gedanke?' },
  { part: 'nextAction', kind: 'question', text: 'Wo ist der Beleg?' },
  { part: 'nextAction', kind: 'question', text: 'An welcher Stelle steigen die meisten aus?' },
  { part: 'nextAction', kind: 'question', text: 'Was sollen die Zuschauer als Nächstes tun?' },
  {
    part: 'nextAction',
    kind: 'question',
    text: 'Was ist passiert?\nWas ist dir aufgefallen?\nWas machst du nächstes Mal anders?',
  },
  {
    part: 'nextAction',
    kind: 'question',
    text: 'Was ist der eine Gedanke?\nWo ist der Beleg?\nAn welcher Stelle steigen die meisten aus?\nWas sollen die Zuschauer als Nächstes tun?',
  },
];

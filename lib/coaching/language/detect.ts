/** Is this text English? A note may be in a different language from the browser's, and then we don't check it. */
import { quotedSpans } from './sentences.ts';

const ENGLISH = new Set(
  'the a an and of to you your is was were are with for before after when what this that it its she he they them not on at by be have has had did does from her his their we our us how why who which next each every one two then until into about if but so as or out up no yes more than only'.split(
    ' ',
  ),
);

/** Small words of languages that share our letters, except those that are English words too ("die", "was", "met"). */
const OTHERS = new Set(
  [
    'der das und nicht ist ein eine einen einem einer eines dem den du ich sie wir ihr mit auf für von zu im vor nach bei beim zum zur dass wenn wie sich auch noch nur dir mir ihn ihm ihre deine dein deinen sind wird wurde kein keine jede jeden jedem sag frag bitte',
    'le la les des une un et est dans pour avec sur vous tu je il elle ne pas que qui au aux ce cette du ton votre ses son',
    'el los las una con y por para que en del se su tu no es lo al como más usted',
    'il gli una che di e non per sono della nel del alla suo tuo',
    'o os um uma de da do em não por sua seu você com',
    'het een ik je jij niet voor naar wij zij zijn wordt deze dat bij uit ook',
    'och att det som en ett inte är på med till för vi ni jag du han hon og ikke af til',
    'się nie na jest do że z w i to po',
  ]
    .join(' ')
    .split(' ')
    .filter(
      word => !ENGLISH.has(word) && !['no', 'do', 'per', 'i', 'e', 'o', 'y', 'w', 'z', 'con'].includes(word),
    ),
);

/** A language without word lists; the check says nothing about it. */
export const UNKNOWN_LANGUAGE = 'und';

/**
 * The language to check a text in: `en`; or `fallback` (a BCP 47 tag, the interface's own) if the text gives no clue;
 * or `und` for a text that is clearly not English in an English browser. Quoted words don't count, because a German
 * note may quote an English customer.
 */
export function languageOf(text: string, fallback: string): string {
  let own = text;
  for (const [start, end] of quotedSpans(text)) {
    own = own.slice(0, start) + ' '.repeat(end - start) + own.slice(end);
  }
  let english = 0;
  let other = 0;
  for (const [word] of own.toLowerCase().matchAll(/[\p{L}'’]+/gu)) {
    if (ENGLISH.has(word)) english += 1;
    // English notes contain "café" and "Zoë" too, but not letters from outside Latin-1 words.
    else if (OTHERS.has(word) || /[äöüßñøåęąłżśćõã]|[^\p{Script=Latin}'’]/u.test(word)) other += 1;
  }
  if (other > english) return fallback.toLowerCase().startsWith('en') ? UNKNOWN_LANGUAGE : fallback;
  return english > 0 ? 'en' : fallback;
}

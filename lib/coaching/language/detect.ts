/** Which language is this text in? A note may be in a different one from the browser's. */
import { quotedSpans } from './sentences.ts';

const words = (list: string) => list.split(' ');

const ENGLISH = new Set(
  words(
    'the a an and of to you your is was were are with for before after when what this that it its she he they them not on at by be have has had did does from her his their we our us how why who which next each every one two then until into about if but so as or out up no yes more than only',
  ),
);

/** Small German words, except those that are English too ("die", "was", "am", "so"). */
const GERMAN = new Set(
  words(
    'der das und nicht ist ein eine einen einem einer eines dem den des du ich sie wir ihr mit auf für von zu im vor nach bei beim zum zur dass wenn wie sich auch noch nur dir dich mir mich ihn ihm ihnen ihre deine dein deinen deiner sind wird wurde wurden werden kein keine keinen jede jeden jedem jeder sag frag bitte hast hat haben hatte aus über ohne mehr weniger immer nie nichts niemand als aber oder weil schon mal jetzt heute nächsten nächste ersten erste zwei drei deshalb statt bis seit durch gegen unter zwischen euch euer uns unser sehr zu doch dann damit sobald bevor nachdem',
  ),
);

/** Small words of other languages that share our letters. */
const OTHERS = new Set(
  words(
    [
      'le la les une un et est dans pour avec sur vous tu je il elle ne pas que qui au aux ce cette du ton votre ses son',
      'el los las una y para que en del se su el lo al como más usted',
      'il gli una che di non sono della nel del alla suo tuo',
      'os um uma de da em não por sua seu você com',
      'het een ik je jij niet voor naar wij zij zijn wordt deze dat bij uit ook',
      'och att det som en ett inte är på med till för vi ni jag han hon og ikke af til',
      'się nie na jest że to po',
    ].join(' '),
  ).filter(word => !ENGLISH.has(word) && !GERMAN.has(word)),
);

/** A language without word lists; the check says nothing about it. */
export const UNKNOWN_LANGUAGE = 'und';

const KNOWN = /^(?:en|de)(?:-|$)/i;

/**
 * The language to check a text in: `en` or `de`, by its small words and its letters; `fallback` (a BCP 47 tag, the
 * interface's own) if the text gives no clue; or `und` for a text that is clearly in none of the languages that the
 * check knows, when the interface is in one of them. Quoted words don't count, because a German note may quote an
 * English customer.
 */
export function languageOf(text: string, fallback: string): string {
  let own = text;
  for (const [start, end] of quotedSpans(text)) {
    own = own.slice(0, start) + ' '.repeat(end - start) + own.slice(end);
  }
  const counts = { en: 0, de: 0, other: 0 };
  for (const [word] of own.toLowerCase().matchAll(/[\p{L}'’]+/gu)) {
    if (ENGLISH.has(word)) counts.en++;
    if (GERMAN.has(word) || /[äöüß]/.test(word)) counts.de++;
    // English notes contain "café" and "Zoë" too, but not letters from outside Latin-1 words.
    if (OTHERS.has(word) || /[ñøåęąłżśćõã]|[^\p{Script=Latin}'’]/u.test(word)) counts.other++;
  }
  const most = Math.max(counts.en, counts.de, counts.other);
  if (most === 0) return fallback;
  if (counts.en === most) return 'en';
  if (counts.de === most) return 'de';
  return KNOWN.test(fallback) ? UNKNOWN_LANGUAGE : fallback;
}

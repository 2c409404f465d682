/** The languages that have word lists. To add one, add a folder beside `en` and a line here. */
import { english } from './en/english.ts';
import type { Lexicon, Vocabulary } from './types.ts';

const languages: Readonly<Record<string, (lexicon?: Lexicon) => Vocabulary>> = { en: english };

/**
 * Vocabularies are cached: one for each language without a lexicon, and one for each lexicon for as long as it lives.
 */
const plain = new Map<string, Vocabulary>();
const learned = new WeakMap<Lexicon, Map<string, Vocabulary>>();

export function hasLanguage(locale: string): boolean {
  return Object.hasOwn(languages, primary(locale));
}

export function languageFor(locale: string, lexicon?: Lexicon): Vocabulary | null {
  const tag = primary(locale);
  const make = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
  if (!make) return null;
  let known = plain;
  if (lexicon) {
    known = learned.get(lexicon) ?? new Map();
    learned.set(lexicon, known);
  }
  const made = known.get(tag) ?? make(lexicon);
  known.set(tag, made);
  return made;
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** The languages that the check knows. To add one, add a folder beside `en` and a line here. */
import { german } from './de/german.ts';
import { english } from './en/english.ts';
import { indexOf, type WordIndex } from './families.ts';
import type { Model } from './model.ts';
import { unpacked } from './packing.ts';
import type { Language } from './types.ts';

export interface Ready {
  language: Language;
  index: WordIndex;
  model: Model;
}

export const languages: readonly Language[] = [english, german];

/** Unpacked when they are first needed. */
const ready = new Map<string, Ready>();

export function hasLanguage(locale: string): boolean {
  return languages.some(({ tag }) => tag === primary(locale));
}

/** The language of a BCP 47 tag, or null if the check does not know it. */
export function languageFor(locale: string): Ready | null {
  const tag = primary(locale);
  const known = ready.get(tag);
  if (known) return known;
  const language = languages.find(each => each.tag === tag);
  if (!language) return null;
  const made = { language, index: indexOf(language), model: unpacked(language.weights) };
  ready.set(tag, made);
  return made;
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Phrases that Sideline ships with: beginnings to finish, sample actions and the questions of reflex coaching. */
import type { NoteKind } from '#lib/records/note.ts';
import type { TextPart } from '../gate.ts';
import { germanPhrases } from './de.ts';
import { englishPhrases } from './en.ts';

export interface Phrase {
  /** The part of the note that it belongs in. */
  part: TextPart;
  /** Only in a note of this kind; in each where absent. */
  kind?: NoteKind;
  text: string;
}

/** Those of a language (a BCP 47 tag); English where there are none in it. */
export function phrasesIn(locale: string): readonly Phrase[] {
  return locale.toLowerCase().startsWith('de') ? germanPhrases : englishPhrases;
}

/** The phrases Sideline ships with: sentence beginnings, sample actions and the questions of reflex coaching. */
import type { NoteKind, NoteText } from '#lib/records/kinds/note.ts';
import { germanPhrases } from './de.ts';
import { englishPhrases } from './en.ts';

export interface Phrase {
  /** The part of the note it belongs in. */
  part: NoteText;
  /** Only for notes of this kind; for all kinds if absent. */
  kind?: NoteKind;
  text: string;
}

/** The phrases in a language (a BCP 47 tag); English if there are none. */
export function phrasesIn(locale: string): readonly Phrase[] {
  return locale.toLowerCase().startsWith('de') ? germanPhrases : englishPhrases;
}

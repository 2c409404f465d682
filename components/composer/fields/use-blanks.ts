/** The blanks of a phrase are stops: Tab goes from one to the next, and what is typed there takes its place. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { unfilledBlank } from '#lib/coaching/notes/blanks.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';
import type { PhraseChoice } from './phrase-choices.ts';

/** `asked` changes whenever sending has stopped at a blank in this field. */
export function useBlanks(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  choices: readonly PhraseChoice[],
  asked: object | undefined,
) {
  const isPicked = useRef(false);

  /** Selects the first blank from there on. False where there is none. */
  function selectBlank(from: number): boolean {
    const { current } = field;
    const templates = choices.flatMap(({ template }) => noteTexts.flatMap(part => template?.[part] ?? []));
    const blank = current ? unfilledBlank(current.value, templates, from) : undefined;
    if (!current || !blank) return false;
    current.focus();
    current.setSelectionRange(...blank);
    return true;
  }
  const select = useRef(selectBlank);
  select.current = selectBlank;

  useEffect(() => {
    if (asked) select.current(0);
  }, [asked]);

  useEffect(() => {
    // The phrase is in the field once its value has changed.
    if (isPicked.current && value !== '') select.current(0);
    isPicked.current = false;
  }, [value]);

  return {
    /** A phrase comes into the field with the next change. */
    onPick(): void {
      isPicked.current = true;
    },
    onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
      if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.defaultPrevented) return;
      if (selectBlank(event.currentTarget.selectionEnd)) event.preventDefault();
    },
  };
}

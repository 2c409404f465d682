/** Runs the language check when typing pauses, so that it never delays a keystroke. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { check, type Lexicon, type Rule } from '#lib/coaching/language/index.ts';
import { gateNote, languageOfNote, type NoteTexts, type PartJudgement } from '#lib/coaching/notes/gate.ts';
import { type Suggestion, suggestionFor } from '#lib/coaching/notes/suggestion.ts';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { NoteText } from '#lib/records/kinds/note.ts';

/** A sentence that is still being typed should not be judged. */
const REST_MS = 700;
const FEWEST_WORDS = 3;

export interface Remark {
  rule: Rule;
  effect: PartJudgement['effect'];
  /** The flagged words as they are in the text. */
  flagged: string;
  suggestion: Suggestion | null;
}

export type Remarks = Partial<Record<NoteText, Remark>>;

/** What the check says about each part, and a way to run it at once: when a field is left, or a note was stopped. */
export function useCheck(draft: ComposerDraft | undefined, context: ComposerContext | undefined) {
  const [remarks, setRemarks] = useState<Remarks>({});
  const kind = draft?.kind ?? 'correction';
  const observation = draft?.observation ?? '';
  const impact = draft?.impact ?? '';
  const nextAction = draft?.nextAction ?? '';
  const affirmation = draft?.affirmation ?? '';
  const texts = useMemo(
    () => ({ kind, observation, impact, nextAction, affirmation }),
    [kind, observation, impact, nextAction, affirmation],
  );
  const lexicon = context?.lexicon;
  const looksLike = context?.behaviours.find(({ id }) => id === draft?.behaviourId)?.looksLike;

  // The first check compiles its patterns, which takes some 80 ms, so run it before anybody types.
  useEffect(() => {
    const waiting = requestIdleCallback(() => void check('Say the price.', 'en'));
    return () => cancelIdleCallback(waiting);
  }, []);

  const checkNow = useCallback(
    (fewest = 1) => setRemarks(remarksOn(texts, fewest, looksLike, lexicon)),
    [texts, looksLike, lexicon],
  );
  useEffect(() => {
    const timer = setTimeout(() => checkNow(FEWEST_WORDS), REST_MS);
    return () => clearTimeout(timer);
  }, [checkNow]);

  return { remarks: stillThere(remarks, texts), checkNow };
}

function remarksOn(texts: NoteTexts, fewest: number, looksLike?: string, lexicon?: Lexicon): Remarks {
  const locale = languageOfNote(texts, browser.i18n.getUILanguage());
  const remarks: Remarks = {};
  for (const judgement of gateNote(texts, locale, lexicon).parts) {
    const text = texts[judgement.part] ?? '';
    const [reason] = judgement.reasons;
    if (!reason || text.trim().split(/\s+/).length < fewest) continue;
    remarks[judgement.part] = {
      rule: reason.rule,
      effect: judgement.effect,
      flagged: text.slice(...reason.span).trim(),
      suggestion: suggestionFor(judgement, text, locale, looksLike, lexicon),
    };
  }
  return remarks;
}

/** Drops a remark at once if the flagged words are no longer in the text, without waiting for the next check. */
function stillThere(remarks: Remarks, texts: NoteTexts): Remarks {
  const here = Object.entries(remarks).filter(([part, { flagged }]) => {
    const text = texts[part as NoteText] ?? '';
    return text.trim() !== '' && text.includes(flagged);
  });
  return Object.fromEntries(here);
}

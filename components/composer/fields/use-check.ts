/** Runs the language check when typing pauses, so that it never delays a keystroke. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Rule } from '#lib/coaching/language/index.ts';
import type { NoteTexts, PartJudgement } from '#lib/coaching/notes/language-gate.ts';
import { phrasesIn } from '#lib/coaching/notes/phrases/index.ts';
import type { Suggestion } from '#lib/coaching/notes/suggestion.ts';
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

/** The check with its words and weights is larger than the rest of the form, so it comes after it. */
const loadCheck = () =>
  Promise.all([import('#lib/coaching/notes/language-gate.ts'), import('#lib/coaching/notes/suggestion.ts')]);

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
  const behaviourId = draft?.behaviourId;

  // Load the check, and unpack its weights, before anybody has typed.
  useEffect(() => {
    const waiting = requestIdleCallback(() => void loadCheck());
    return () => cancelIdleCallback(waiting);
  }, []);

  const checkNow = useCallback(
    (fewest = 1) => void remarksOn(texts, fewest, context, behaviourId).then(setRemarks),
    [texts, context, behaviourId],
  );
  useEffect(() => {
    const timer = setTimeout(() => checkNow(FEWEST_WORDS), REST_MS);
    return () => clearTimeout(timer);
  }, [checkNow]);

  return { remarks: stillThere(remarks, texts), checkNow };
}

async function remarksOn(
  texts: NoteTexts,
  fewest: number,
  context: ComposerContext | undefined,
  behaviourId: string | undefined,
): Promise<Remarks> {
  const [{ gateNote, languageOfNote }, { suggestionFor }] = await loadCheck();
  const locale = languageOfNote(texts, browser.i18n.getUILanguage());
  const behaviours = context?.behaviours ?? [];
  const examples = {
    looksLike: behaviours.find(({ id }) => id === behaviourId)?.looksLike,
    others: [...actionsIn(locale), ...behaviours.map(({ looksLike }) => looksLike)],
  };
  const remarks: Remarks = {};
  for (const judgement of gateNote(texts, locale, context?.lexicon).parts) {
    const text = texts[judgement.part] ?? '';
    const [reason] = judgement.reasons;
    if (!reason || text.trim().split(/\s+/).length < fewest) continue;
    remarks[judgement.part] = {
      rule: reason.rule,
      effect: judgement.effect,
      flagged: text.slice(...reason.span).trim(),
      suggestion: suggestionFor(judgement, text, locale, examples, context?.lexicon),
    };
  }
  return remarks;
}

/** The shipped actions: examples that are as short as one's own words. */
function actionsIn(locale: string): string[] {
  return phrasesIn(locale)
    .filter(({ part, kind }) => part === 'nextAction' && kind === 'correction')
    .map(({ text }) => text);
}

/** Drops a remark at once if the flagged words are no longer in the text, without waiting for the next check. */
function stillThere(remarks: Remarks, texts: NoteTexts): Remarks {
  const here = Object.entries(remarks).filter(([part, { flagged }]) => {
    const text = texts[part as NoteText] ?? '';
    return text.trim() !== '' && text.includes(flagged);
  });
  return Object.fromEntries(here);
}

/** What `/` offers in an empty field: one's templates, the behaviour's own sentence, the shipped phrases. */
import { phrasesIn } from '#lib/coaching/notes/phrases/index.ts';
import type { ComposerContext, ComposerDraft, TemplateChoice } from '#lib/messages/contract.ts';
import type { NoteText } from '#lib/records/kinds/note.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';

export interface PhraseChoice {
  id: string;
  /** The text that is listed and searched. */
  text: string;
  /** Set for a template; `text` is its name. */
  template?: TemplateChoice;
}

export function phraseChoices(
  part: NoteText,
  draft: ComposerDraft,
  context: ComposerContext,
  locale: string,
): PhraseChoice[] {
  const looksLike = context.behaviours.find(({ id }) => id === draft.behaviourId)?.looksLike;
  const own = context.templates.map(template => ({ id: template.id, text: template.name, template }));
  const standard =
    part === 'nextAction' && draft.kind === 'correction' && looksLike
      ? [{ id: 'behaviour', text: looksLike }]
      : [];
  const shipped = phrasesIn(locale)
    .filter(phrase => phrase.part === part && (phrase.kind ?? draft.kind) === draft.kind)
    .map(({ text }) => ({ id: text, text }));
  return [...standard, ...own, ...shipped];
}

/** The choices that contain every word of `query`, in any position. */
export function matching(choices: readonly PhraseChoice[], query: string): PhraseChoice[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ text, template }) => {
    const all = [text, ...noteTexts.map(part => template?.[part] ?? '')].join(' ').toLocaleLowerCase();
    return words.every(word => all.includes(word));
  });
}

/** What a choice changes in the draft. A template fills empty fields and leaves what the author wrote. */
export function applied(choice: PhraseChoice, part: NoteText, draft: ComposerDraft): Partial<ComposerDraft> {
  const { template } = choice;
  if (!template) return { [part]: choice.text };
  const change: Partial<ComposerDraft> = { kind: template.kind, [part]: template[part] ?? '' };
  for (const each of noteTexts) {
    if (each !== part && !draft[each]?.trim() && template[each]) change[each] = template[each];
  }
  if (!draft.behaviourId && template.behaviourId) change.behaviourId = template.behaviourId;
  return change;
}

import { type Ref, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { asksWhatWentWell } from '#lib/actions/notes/on-screen.ts';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { NoteText as Part } from '#lib/records/kinds/note.ts';
import type { Composer, ComposerState } from '../state/store.ts';
import { partLabel } from './part-label.ts';
import { applied, type PhraseChoice, phraseChoices } from './phrase-choices.ts';
import { TextPart } from './TextPart.tsx';
import { useCheck } from './use-check.ts';

interface Props {
  composer: Composer;
  state: ComposerState;
  context: ComposerContext;
  draft: ComposerDraft;
  inputRef: Ref<HTMLTextAreaElement>;
}

/** The text fields: what was seen, why it matters, one thing to do next time and, optionally, what went well. */
export function NoteParts({ composer, state, context, draft, inputRef }: Props) {
  const { remarks, checkNow } = useCheck(draft, context);
  const [affirms, setAffirms] = useState(false);
  const { message } = state;
  const stopped = message?.kind === 'reword' ? message.part : undefined;
  const open = message?.kind === 'blank' ? message.part : undefined;
  const asking = message?.kind === 'ask' ? message.part : undefined;
  useEffect(() => {
    if (stopped || asking) checkNow();
    if (stopped) document.querySelector<HTMLTextAreaElement>(`textarea[data-part="${stopped}"]`)?.focus();
  }, [stopped, asking, checkNow]);
  // Whoever has read the question is not asked again at sending.
  const { nextAction } = draft;
  const asks = remarks.nextAction?.effect === 'asks';
  useEffect(() => {
    if (asks) composer.wasAsked(nextAction);
  }, [asks, nextAction, composer]);

  const isQuestion = draft.kind === 'question';
  const props = (part: Part) => ({
    part,
    label: partLabel(part, isQuestion),
    value: draft[part] ?? '',
    remark: remarks[part],
    choices: phraseChoices(part, draft, context, i18n.t('language')),
    onPick: (choice: PhraseChoice) => composer.change(applied(choice, part, draft)),
    onChange: (text: string) => composer.change({ [part]: text }),
    onLeave: () => checkNow(),
    blankAsked: open === part ? message : undefined,
    waits: asking === part,
    isKept: context.solo || draft.subjectId === context.me.id,
    onSendAsIs: () => void composer.send(),
  });
  return (
    <>
      <TextPart {...props('observation')} hint={i18n.t('composer.observationHint')} inputRef={inputRef} />
      <TextPart {...props('impact')} />
      {(draft.kind !== 'recognition' || draft.nextAction !== '') && (
        <TextPart
          {...props('nextAction')}
          hint={isQuestion ? i18n.t('composer.questionHint') : i18n.t('composer.nextActionHint')}
        />
      )}
      {asksWhatWentWell(draft.kind) &&
        (affirms || draft.affirmation ? (
          <TextPart {...props('affirmation')} takesFocus={affirms} />
        ) : (
          <div>
            <button type="button" className="button quiet" onClick={() => setAffirms(true)}>
              {i18n.t('composer.addAffirmation')}
            </button>
          </div>
        ))}
    </>
  );
}

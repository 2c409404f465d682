import { type Ref, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { NoteText as Part } from '#lib/records/kinds/note.ts';
import type { Composer, ComposerState } from '../state/store.ts';
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
  const stopped = state.message?.kind === 'reword' ? state.message.part : undefined;
  useEffect(() => {
    if (!stopped) return;
    checkNow();
    document.querySelector<HTMLTextAreaElement>(`textarea[data-part="${stopped}"]`)?.focus();
  }, [stopped, checkNow]);

  const props = (part: Part) => ({
    part,
    value: draft[part] ?? '',
    remark: remarks[part],
    choices: phraseChoices(part, draft, context, i18n.t('language')),
    onPick: (choice: PhraseChoice) => composer.change(applied(choice, part, draft)),
    onChange: (text: string) => composer.change({ [part]: text }),
    onLeave: () => checkNow(),
  });
  const isQuestion = draft.kind === 'question';
  return (
    <>
      <TextPart
        {...props('observation')}
        label={i18n.t('composer.observation')}
        hint={i18n.t('composer.observationHint')}
        inputRef={inputRef}
      />
      <TextPart {...props('impact')} label={i18n.t('composer.impact')} />
      {(draft.kind !== 'recognition' || draft.nextAction !== '') && (
        <TextPart
          {...props('nextAction')}
          label={isQuestion ? i18n.t('composer.answerTo') : i18n.t('composer.nextAction')}
          hint={isQuestion ? i18n.t('composer.questionHint') : i18n.t('composer.nextActionHint')}
        />
      )}
      {draft.kind === 'correction' &&
        (affirms || draft.affirmation ? (
          <TextPart {...props('affirmation')} label={i18n.t('composer.affirmation')} takesFocus={affirms} />
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

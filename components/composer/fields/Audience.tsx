import { subjectNameIn } from '#components/people/names.ts';
import { Choices } from '#components/ui/Choices.tsx';
import { i18n } from '#i18n';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { Composer } from '../state/store.ts';

interface Props {
  composer: Composer;
  context: ComposerContext;
  draft: ComposerDraft;
}

/** Names the people who will see the note. About somebody else it is never only its author (R228). */
export function Audience({ composer, context, draft }: Props) {
  const name = subjectNameIn(context, draft.subjectId);
  return (
    <Choices<ComposerDraft['audience']>
      legend={i18n.t('composer.audience')}
      value={draft.audience}
      options={[
        { value: 'pair', label: i18n.t('composer.audiencePair', [name]) },
        { value: 'coaches', label: i18n.t('composer.audienceCoaches', [name]) },
      ]}
      onChange={audience => composer.change({ audience })}
    />
  );
}

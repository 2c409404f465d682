import { useSyncExternalStore } from 'react';
import { CopyButton } from '#components/ui/CopyButton.tsx';
import { i18n } from '#i18n';
import { onUnsavedSteps, unsavedSteps, wordsOf } from './unsaved-steps.ts';

/** Answers, promises and proofs that are only in this window, each to be copied. */
export function UnsavedSteps() {
  const unsaved = useSyncExternalStore(onUnsavedSteps, unsavedSteps);
  return (
    <div role="status">
      {[...unsaved.values()].map(draft => (
        <div className="banner warn row wrap" key={draft.id} data-testid="unsaved-step">
          <p className="grow">{i18n.t('composer.drafts.unkept')}</p>
          <CopyButton label={i18n.t('composer.copy')} text={() => wordsOf(draft)} />
        </div>
      ))}
    </div>
  );
}

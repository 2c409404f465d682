import { CopyButton } from '#components/ui/CopyButton.tsx';
import { i18n } from '#i18n';
import { draftAsText } from './state/draft-content.ts';
import type { ComposerState } from './state/store.ts';

/** What is only in this window: the text in the form, or one that was written on the work before. */
export function Unsaved({ state }: { state: ComposerState }) {
  const { unsaved, onlyHere, draft } = state;
  const isHere = onlyHere || unsaved.some(each => each.draft.noteId === draft?.noteId);
  const others = unsaved.filter(each => each.draft.noteId !== draft?.noteId);
  return (
    <div role="status">
      {isHere && draft && (
        <div className="banner warn row wrap">
          <p className="grow">{i18n.t('composer.drafts.unkept')}</p>
          <CopyButton label={i18n.t('composer.copy')} text={() => draftAsText(draft)} />
        </div>
      )}
      {others.map(each => (
        <div className="banner warn row wrap" key={each.draft.noteId}>
          <p className="grow">{i18n.t('composer.drafts.unkeptThere', [each.artifact.title])}</p>
          <CopyButton label={i18n.t('composer.copy')} text={() => draftAsText(each.draft)} />
        </div>
      ))}
    </div>
  );
}

import { i18n } from '#i18n';
import type { DraftHere } from '#lib/messages/contract.ts';
import type { Composer, ComposerState } from './state/store.ts';

/** The half-written notes other than the one in the form. Their author can continue them here. */
export function HalfWritten({ composer, state }: { composer: Composer; state: ComposerState }) {
  const { others, sending, moving, unsaved } = state;
  // What could not be saved is in this window only, and stays nowhere (see Unsaved.tsx).
  const isKept = !unsaved.some(each => each.draft.noteId === state.former?.noteId);
  const former = isKept ? state.former : undefined;
  if (others.length === 0 && !former) return null;
  const off = sending || moving;
  return (
    <section className="stack" aria-label={i18n.t('composer.drafts.title')} aria-live="polite">
      {former && (
        <div className="banner row wrap">
          <p className="grow">{i18n.t('composer.draftKept', [former.title])}</p>
          <GoOn
            label={i18n.t('composer.drafts.bring')}
            off={off}
            onPress={() => composer.resume(former.noteId)}
          />
        </div>
      )}
      {others.map(each => (
        <div className="banner row wrap" key={each.noteId}>
          <p className="grow" dir="auto">
            {wordsFor(each)}
          </p>
          <GoOn
            label={
              each.held === 'elsewhere' ? i18n.t('composer.drafts.takeOver') : i18n.t('composer.drafts.goOn')
            }
            off={off}
            onPress={() => composer.resume(each.noteId)}
          />
        </div>
      ))}
    </section>
  );
}

function wordsFor({ held, excerpt }: DraftHere): string {
  if (held === 'elsewhere') {
    return excerpt
      ? i18n.t('composer.drafts.elsewhere', [excerpt])
      : i18n.t('composer.drafts.elsewhereScores');
  }
  return excerpt ? i18n.t('composer.drafts.free', [excerpt]) : i18n.t('composer.drafts.freeScores');
}

function GoOn({ label, off, onPress }: { label: string; off: boolean; onPress(): Promise<void> }) {
  return (
    <button type="button" className="button quiet" disabled={off} onClick={() => void onPress()}>
      {label}
    </button>
  );
}

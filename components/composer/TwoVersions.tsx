import { i18n } from '#i18n';
import type { ComposerDraft, NoteTexts } from '#lib/messages/contract.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';
import type { Composer } from './state/store.ts';

interface Props {
  composer: Composer;
  /** What the note says now. */
  theirs: NoteTexts;
  /** What would replace it. */
  draft: ComposerDraft;
}

/** A note that was changed in two places, with both texts side by side. Its author chooses which one stays. */
export function TwoVersions({ composer, theirs, draft }: Props) {
  return (
    <section className="stack" aria-label={i18n.t('composer.edit.twoVersions')}>
      <div className="versions">
        <Version name={i18n.t('composer.edit.theirs')} texts={theirs} />
        <Version name={i18n.t('composer.edit.mine')} texts={draft} />
      </div>
      <div className="row wrap">
        <button type="button" className="button" onClick={() => void composer.sendMine()}>
          {i18n.t('composer.edit.keepMine')}
        </button>
        <button type="button" className="button" onClick={() => void composer.clear()}>
          {i18n.t('composer.edit.keepTheirs')}
        </button>
      </div>
    </section>
  );
}

function Version({ name, texts }: { name: string; texts: Partial<NoteTexts> }) {
  return (
    <div>
      <h2 className="hint">{name}</h2>
      {noteTexts.map(
        part =>
          texts[part] && (
            <p key={part} dir="auto">
              {texts[part]}
            </p>
          ),
      )}
    </div>
  );
}

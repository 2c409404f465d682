import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import type { Log } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';

interface Props {
  db: SidelineDb;
  log: Log;
  onKeep(easier: string): Promise<void>;
}

/** After a miss: what would make it 20% easier? One line, kept with the entry; nobody has to answer (R038). */
export function Easier({ db, log, onKeep }: Props) {
  const kept = useStepDraft(
    db,
    { workspaceId: log.workspaceId, what: `easier|${log.id}` },
    { text: log.body.easier ?? '' },
  );
  if (!kept) return null;
  const text = kept.draft.text.trim();
  return (
    <form
      className="stack tight"
      onSubmit={event => {
        event.preventDefault();
        if (text !== '') void onKeep(text).then(kept.done);
      }}
    >
      <TextField
        label={i18n.t('note.resize.easier')}
        value={kept.draft.text}
        maxLength={500}
        onChange={changed => kept.change({ text: changed })}
      />
      <div>
        <button type="submit" className="button" disabled={text === ''}>
          {i18n.t('note.resize.saveEasier')}
        </button>
      </div>
    </form>
  );
}

import { saveFile } from '#components/ui/save-file.ts';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import { exportOutbox } from '#lib/store/outbox.ts';

/** Gives the person a file with everything that no server has accepted. */
export function ExportWaiting({
  db,
  workspaceId,
  quiet,
}: {
  db: SidelineDb;
  workspaceId: string;
  quiet?: boolean;
}) {
  return (
    <button
      type="button"
      className={quiet ? 'button quiet' : 'button'}
      onClick={async () => saveFile('sideline-waiting.ndjson', await exportOutbox(db, workspaceId))}
    >
      {i18n.t('sidebar.export')}
    </button>
  );
}

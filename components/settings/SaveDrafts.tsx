import { CopyButton } from '#components/ui/CopyButton.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import { exportDrafts } from '#lib/store/export-drafts.ts';

/** Lets people take along what is half-written before it leaves the device: as a file, or by the clipboard. */
export function SaveDrafts({ db, workspaceId }: { db: SidelineDb; workspaceId: string }) {
  const text = useLive(() => exportDrafts(db, workspaceId), [db, workspaceId]);
  if (text === undefined) return null;
  return (
    <div className="row wrap">
      <button
        type="button"
        className="button"
        onClick={() => saveFile('sideline-half-written.txt', text, 'text/plain')}
      >
        {i18n.t('options.saveBegun')}
      </button>
      <CopyButton label={i18n.t('options.copyBegun')} text={() => text} quiet={false} />
    </div>
  );
}

import { type Synced, syncWords } from './sync-words.ts';

/** Says where one's own words are as long as not everybody who should has them. Says nothing of what others wrote. */
export function SyncLine({ record }: { record: Synced }) {
  const words = syncWords(record);
  return words === undefined ? null : (
    <p className="hint" data-sync={record.sync}>
      {words}
    </p>
  );
}

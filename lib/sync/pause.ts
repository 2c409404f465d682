/** A server that is busy says how long it wants to be left alone. That holds across restarts of the background. */
import type { SidelineDb } from '#lib/store/db.ts';
import { deleteMeta, readMeta, writeMeta } from '#lib/store/meta.ts';
import { MAX_RETRY_AFTER } from './request.ts';

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    /** In ms since 1970. */
    syncNotBefore: number;
  }
}

/** The server asked us to wait for so many ms. */
export async function pauseSync(db: SidelineDb, ms: number, now: number): Promise<void> {
  await writeMeta(db, 'syncNotBefore', now + ms);
}

/** How much longer to wait, in ms; 0 when we may ask again. */
export async function pauseLeft(db: SidelineDb, now: number): Promise<number> {
  const left = ((await readMeta(db, 'syncNotBefore')) ?? 0) - now;
  // No server may ask for longer, so the device's clock must have been set back.
  return left > 0 && left <= MAX_RETRY_AFTER ? left : 0;
}

/** Another account: what its server wants is not known yet. */
export async function endPause(db: SidelineDb): Promise<void> {
  await deleteMeta(db, 'syncNotBefore');
}

/** Since when this device has known who coaches whom. The server says only who coaches whom now. */
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';

export interface Pairing {
  memberId: string;
  coachId: string;
  /** Ms since 1970. */
  since: number;
}

interface Seen {
  workspaceId: string;
  since: Record<string, number>;
}

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    pairings: Seen;
  }
}

/** All current pairs of the workspace. A pair not seen before begins at `now`. */
export async function loadPairings(db: SidelineDb, identity: Identity, now: number): Promise<Pairing[]> {
  const seen = await readSeen(db, identity);
  return identity.members.flatMap(({ id: memberId, coachIds }) =>
    coachIds
      .filter(coachId => coachId !== memberId)
      .map(coachId => ({ memberId, coachId, since: seen[keyOf(memberId, coachId)] ?? now })),
  );
}

/** Remembers the current pairs. Call it now and then; it writes only when a pair is new or gone. */
export async function rememberPairings(db: SidelineDb, identity: Identity, now: number): Promise<void> {
  const known = await readSeen(db, identity);
  const pairings = await loadPairings(db, identity, now);
  const since = Object.fromEntries(pairings.map(p => [keyOf(p.memberId, p.coachId), p.since]));
  const same = Object.keys(since).length === Object.keys(known).length;
  if (same && Object.keys(since).every(key => key in known)) return;
  await writeMeta(db, 'pairings', { workspaceId: identity.workspaceId, since });
}

async function readSeen(db: SidelineDb, { workspaceId }: Identity): Promise<Record<string, number>> {
  const seen = await readMeta(db, 'pairings');
  return seen?.workspaceId === workspaceId ? seen.since : {};
}

function keyOf(memberId: string, coachId: string): string {
  return `${memberId}|${coachId}`;
}

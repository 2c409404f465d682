import type { RulingParts } from '#lib/coaching/stalls/rulings.ts';
import { createAbout } from '#lib/records/create.ts';
import { leads } from '#lib/records/permissions.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { save } from './save.ts';

/**
 * Saves what a person decided about a pattern or stall: for the person whom it is about and their coaches, or for the
 * whole workspace where it is about nobody. Who coaches a peer without being a coach of the workspace has it for
 * themself then. Throws when it could not be kept.
 */
export async function makeRuling(db: SidelineDb, identity: Identity, parts: RulingParts): Promise<void> {
  const { body, refs, subjectId } = parts;
  const ruling = createAbout(identity, { type: 'ruling', subjectId, refs, body }, Date.now());
  const isMine = subjectId === undefined && !leads(writerOf(identity));
  await save(db, isMine ? { ...ruling, audience: 'author' } : ruling);
}

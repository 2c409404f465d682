import type { RulingParts } from '#lib/coaching/stalls/rulings.ts';
import { createAbout } from '#lib/records/create.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';

/**
 * Saves what a person decided about a pattern or stall: for the person whom it is about and their coaches, or for the
 * whole workspace where it is about nobody. Throws when it could not be kept.
 */
export async function makeRuling(db: SidelineDb, identity: Identity, parts: RulingParts): Promise<void> {
  const { body, refs, subjectId } = parts;
  await save(db, createAbout(identity, { type: 'ruling', subjectId, refs, body }, Date.now()));
}

import type { RulingParts } from '#lib/coaching/stalls/rulings.ts';
import { createAbout } from '#lib/records/create.ts';
import { leads } from '#lib/records/permissions.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { save } from './save.ts';

/**
 * Saves a person's ruling on a pattern or stall: for the person it is about and their coaches, or for the whole
 * workspace when it is about nobody. In the second case, somebody who does not lead the workspace keeps the ruling to
 * themself. Throws when it could not be saved.
 */
export async function makeRuling(db: SidelineDb, identity: Identity, parts: RulingParts): Promise<void> {
  const { body, refs, subjectId } = parts;
  const ruling = createAbout(identity, { type: 'ruling', subjectId, refs, body }, Date.now());
  const isMine = subjectId === undefined && !leads(writerOf(identity));
  await save(db, isMine ? { ...ruling, audience: 'author' } : ruling);
}

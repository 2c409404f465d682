import type { Loop } from '#lib/coaching/loop/loop.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** What the form for a note's next step receives. */
export interface StepProps {
  db: SidelineDb;
  identity: Identity;
  note: StoredNote;
  loop: Loop;
  /** The behaviour that the note is about, if it is known here. */
  behaviour: Body<'behaviour'> | undefined;
  now: number;
}

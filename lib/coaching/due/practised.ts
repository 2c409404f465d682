/** Which behaviour an answer to "did it happen?" is an entry of (R030). */
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Behaviour, isType, type Note } from '#lib/records/types.ts';

/** As much of a behaviour as an entry of it needs. */
export interface Practised extends Pick<Behaviour, 'id' | 'audience'> {
  body: Pick<Behaviour['body'], 'measure'>;
}

/**
 * The behaviour that a note is about. One that nobody has taken up yet is in no record: it comes from the library, or is
 * known by its id alone, and can be answered all the same. Undefined where the note names none.
 */
export function practisedIn({ body }: Note, records: readonly Envelope[]): Practised | undefined {
  const id = body.behaviourId;
  if (id === undefined) return undefined;
  const stored = records.filter(record => isType(record, 'behaviour')).find(record => record.id === id);
  // A person's practice is their coaches' concern, whoever may read the note.
  return stored ?? { id, audience: 'coaches', body: shippedBehaviour(id)?.body ?? {} };
}

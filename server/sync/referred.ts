/** What a pushed record refers to, as far as its author may see it: what the rules on answers look at. */
import type { Envelope } from '#lib/records/envelope.ts';
import { REFERS_TO_NOTHING, type Referred, type Writer } from '#lib/records/permissions.ts';
import { traitsOf } from '#lib/records/traits.ts';
import { maySee } from '#lib/records/visibility.ts';
import type { Batch } from '#server/store/batch.ts';
import { NOBODY } from '#server/store/schema.ts';

/**
 * So far is a chain of answers followed. A longer one is of promises to oneself, each of which took over from another;
 * each was bound to the one before when it was taken in.
 */
const LONGEST_CHAIN = 16;

export async function readReferred(batch: Batch, record: Envelope, writer: Writer): Promise<Referred> {
  if (traitsOf(record.type).standing) return REFERS_TO_NOTHING;
  const [first, ...others] = record.refs;
  if (first === undefined) return REFERS_TO_NOTHING;
  const seen = async (id: string) => {
    const found = id === record.id ? undefined : await batch.look(id);
    return found && maySee(found.record, writer) ? found.record : undefined;
  };
  const answered = await seen(first);
  const named = [answered];
  for (const id of others) {
    // Of what was deleted long ago nothing is left that could be looked at. An answer to what is alive may name it.
    if ((await batch.look(id))?.record.authorId !== NOBODY) named.push(await seen(id));
  }
  const behind = answered ? await chainBehind(batch, answered, record.id) : [];
  // What answers itself in the end answers nothing: nobody's note, behaviour or promise is where it began.
  return behind ? { named, behind } : { named: [undefined], behind: [] };
}

/** Undefined when the chain leads back to itself, or to the record with this id. */
async function chainBehind(
  batch: Batch,
  answered: Envelope,
  recordId: string,
): Promise<Envelope[] | undefined> {
  const behind: Envelope[] = [];
  const known = new Set([recordId, answered.id]);
  for (let last = answered; behind.length < LONGEST_CHAIN; ) {
    const [next] = last.refs;
    if (traitsOf(last.type).standing || next === undefined) break;
    if (known.has(next)) return undefined;
    known.add(next);
    const found = await batch.look(next);
    if (!found || found.record.authorId === NOBODY) break;
    behind.push(found.record);
    last = found.record;
  }
  return behind;
}

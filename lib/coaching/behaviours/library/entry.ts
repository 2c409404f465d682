/** The shape of a shipped behaviour: plain data, proposed until a person adopts it. */
import type { Body } from '#lib/records/types.ts';

export interface ShippedBehaviour {
  /** Never change it: notes in a workspace of one person may refer to it. */
  id: string;
  body: Body<'behaviour'>;
}

type Entry = Pick<
  Body<'behaviour'>,
  | 'name'
  | 'when'
  | 'looksLike'
  | 'soundsGood'
  | 'ifItBreaks'
  | 'howOften'
  | 'standard'
  | 'byWhen'
  | 'measure'
  | 'whyItWorks'
  | 'watch'
>;

/** Makes one role's behaviours from their entries. Ids get the prefix `library:`. */
export function behavioursFor(
  role: NonNullable<Body<'behaviour'>['role']>,
  entries: Readonly<Record<string, Entry>>,
): ShippedBehaviour[] {
  return Object.entries(entries).map(([name, entry]) => {
    const id = `library:${name}`;
    return { id, body: { ...entry, state: 'proposed', role, libraryId: id } };
  });
}

/** Makes records for the tests of the store. */
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Note } from '#lib/records/types.ts';

export const PLACE = 'https://crm.example|deal|17';

interface NoteInput {
  id?: string;
  workspaceId?: string;
  authorId?: string;
  subjectId?: string;
  place?: string;
  text?: string;
  at?: number;
}

/** A first revision of a note. */
export function note({
  workspaceId = 'team',
  authorId = 'ann',
  subjectId = 'bob',
  place = PLACE,
  text = 'The next step has no date.',
  at = 1000,
  ...rest
}: NoteInput = {}): Note {
  return createRecord(
    {
      ...rest,
      type: 'note',
      workspaceId,
      authorId,
      subjectId,
      audience: 'pair',
      body: {
        kind: 'correction',
        artifact: { kind: 'crm', site: 'demo', key: place, url: 'https://crm.example/17', title: 'Deal' },
        anchor: { kind: 'whole' },
        observation: text,
        impact: 'Nobody knows when to look again.',
        nextAction: 'Write the date.',
      },
    },
    at,
  );
}

/** A record of a type that this version does not know. */
export function unknownRecord(id: string, changes: Partial<Envelope> = {}): Envelope {
  return {
    id,
    type: 'from-the-future',
    workspaceId: 'team',
    authorId: 'ann',
    audience: 'workspace',
    refs: [],
    rev: 1,
    createdAt: 1000,
    updatedAt: 1000,
    schema: 7,
    body: { text: id },
    ...changes,
  };
}

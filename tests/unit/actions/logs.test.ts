import { expect, test, vi } from 'vitest';
import { explainMiss, logBehaviour } from '#lib/actions/logs.ts';
import { practisedIn } from '#lib/coaching/due/practised.ts';
import { createRecord } from '#lib/records/create.ts';
import { type Audience, audiences } from '#lib/records/envelope.ts';
import { isType, type Log } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { toRow } from '#lib/store/row/row.ts';
import { samples } from '#tests/unit/records/samples.ts';
import { freshDb } from '#tests/unit/store/open.ts';

const ann: Identity = { workspaceId: 'team', workspaceName: '', memberId: 'ann', name: 'Ann', members: [] };

// Saving asks the background for a sync; there is none here.
vi.mock('#lib/messages/ask.ts', () => ({ ask: async () => undefined }));

const made = <T extends 'behaviour' | 'log'>(type: T, authorId: string, audience: Audience) =>
  createRecord({ type, workspaceId: 'team', authorId, subjectId: 'ann', audience, body: samples[type] }, 50);

async function logsOf(db: SidelineDb): Promise<Log[]> {
  return (await db.records.toArray()).filter(record => isType(record, 'log'));
}

test.each(audiences)(
  'one’s practice of a behaviour for %s is never shown to the whole workspace',
  async audience => {
    const db = freshDb();
    await logBehaviour(db, ann, made('behaviour', 'cora', audience), 'done');
    const [log] = await logsOf(db);
    expect(log?.audience).toBe(audience === 'workspace' ? 'coaches' : audience);
  },
);

test('one tap answers about a behaviour of the library that nobody has taken up', async () => {
  const db = freshDb();
  const note = createRecord(
    {
      type: 'note',
      workspaceId: 'team',
      authorId: 'cora',
      subjectId: 'ann',
      audience: 'pair',
      body: { ...samples.note, behaviourId: 'library:next-step-aloud' },
    },
    50,
  );
  const behaviour = practisedIn(note, [note]);
  if (!behaviour) throw new Error('It names one.');
  await logBehaviour(db, ann, behaviour, 'done');
  expect(await logsOf(db)).toMatchObject([
    { audience: 'coaches', body: { behaviourId: 'library:next-step-aloud', result: 'done' } },
  ]);
});

test('a log that an earlier version showed to the whole workspace is narrowed with its next change', async () => {
  const db = freshDb();
  const old = made('log', 'ann', 'workspace');
  await db.records.put(toRow(old, { sync: 'accepted' }));
  await explainMiss(db, old, { missReason: 'cue' });
  const [log] = await logsOf(db);
  expect(log).toMatchObject({ rev: 2, audience: 'coaches' });
});

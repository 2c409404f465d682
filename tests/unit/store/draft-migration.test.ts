/** Drafts from the time when a work could have only one must still be found after the upgrade. */
import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import { openDb } from '#lib/store/db.ts';
import { draftsAt, loadDraft, noteDraftId } from '#lib/store/drafts.ts';

const PLACE = 'https://crm.example|deal|1';
const half = (noteId: string | undefined, observation: string) => ({
  kind: 'correction',
  observation,
  impact: '',
  nextAction: '',
  scores: {},
  ...(noteId ? { noteId, scorecardId: `card of ${noteId}` } : {}),
});

/** Version 1 of the database, as people have it on their devices. */
async function oldDatabase(name: string, drafts: object[]): Promise<void> {
  const old = new Dexie(name, { indexedDB, IDBKeyRange });
  old.version(1).stores({ records: 'id', drafts: 'id,workspaceId', meta: 'key' });
  await old.open();
  await old.table('drafts').bulkAdd(drafts);
  old.close();
}

test('old drafts are keyed by their note’s id and found on its work, whatever their old key', async () => {
  const name = `old-${crypto.randomUUID()}`;
  await oldDatabase(name, [
    {
      id: `team|${PLACE}`,
      workspaceId: 'team',
      place: PLACE,
      body: half('n1', 'By the work.'),
      updatedAt: 3,
    },
    {
      id: `team|ann|${PLACE}`,
      workspaceId: 'team',
      place: PLACE,
      body: half(undefined, 'By the member.'),
      updatedAt: 2,
    },
    {
      id: 'team|answer|n9|',
      workspaceId: 'team',
      place: PLACE,
      body: { answer: 'accept', sentence: 'Yes' },
      updatedAt: 1,
    },
  ]);
  const db = openDb(name, { indexedDB, IDBKeyRange });
  onTestFinished(() => db.delete());

  const found = await draftsAt(db, 'team', [PLACE]);
  expect(found.map(({ body }) => (body as { observation: string }).observation)).toEqual([
    'By the work.',
    'By the member.',
  ]);
  expect(found[0]?.id).toBe(noteDraftId('team', 'n1'));
  for (const { id, body, surface } of found) {
    const { noteId, scorecardId } = body as { noteId: string; scorecardId: string };
    expect(id).toBe(noteDraftId('team', noteId));
    expect(scorecardId).toBeTruthy();
    expect(surface).toBeUndefined();
  }
  expect(await loadDraft(db, 'team|answer|n9|')).toMatchObject({ body: { sentence: 'Yes' } });
});

test('two old drafts of one note are both kept, and the newer one keeps the note’s id', async () => {
  const name = `old-${crypto.randomUUID()}`;
  const ruling = { id: 'r1', cause: 'brief', remedy: 'brief', sentence: 'The brief is vague.' };
  const row = (id: string, observation: string, updatedAt: number) => ({
    id,
    workspaceId: 'team',
    place: PLACE,
    body: { ...half('n1', observation), ruling },
    updatedAt,
  });
  await oldDatabase(name, [
    row(`team|${PLACE}`, 'Written last.', 5),
    row(`team|ann|${PLACE}`, 'Written first.', 3),
  ]);
  const db = openDb(name, { indexedDB, IDBKeyRange });
  onTestFinished(() => db.delete());

  const found = await draftsAt(db, 'team', [PLACE]);
  const bodies = found.map(
    ({ body }) =>
      body as { observation: string; noteId: string; scorecardId: string; ruling: { id: string } },
  );
  expect(bodies.map(({ observation }) => observation)).toEqual(['Written last.', 'Written first.']);
  expect(bodies[0]?.noteId).toBe('n1');
  for (const id of ['noteId', 'scorecardId'] as const) expect(bodies[1]?.[id]).not.toBe(bodies[0]?.[id]);
  expect(bodies[1]?.ruling.id).not.toBe(bodies[0]?.ruling.id);
});

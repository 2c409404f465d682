import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#lib/records/create.ts';
import { SOLO_MEMBER, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { clearDraft, draftsAt, loadDraft, noteDraftId, saveDraft } from '#lib/store/drafts.ts';
import { loadIdentity, SOLO_IDENTITY, saveIdentity } from '#lib/store/identity.ts';
import { outbox } from '#lib/store/outbox.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { addQuarantined, quarantinedRecords, readSyncMeta, writeSyncMeta } from '#lib/store/sync-meta.ts';
import { adoptSolo, wipeReceived, wipeWorkspace } from '#lib/store/workspace.ts';
import { freshDb } from './open.ts';
import { note, PLACE } from './rows.ts';

const solo = (id: string, subjectId = SOLO_MEMBER) =>
  note({ id, workspaceId: SOLO_WORKSPACE, authorId: SOLO_MEMBER, subjectId });
const team = { workspaceId: 'team', workspaceName: 'Team', memberId: 'ann', name: 'Ann', members: [] };
const draft = (workspaceId: string, memberId: string) => ({
  id: noteDraftId(workspaceId, `note of ${memberId}`),
  workspaceId,
  place: PLACE,
  body: { observation: 'half' },
  updatedAt: 1,
});

describe('joining a team', () => {
  test('joining a team moves solo records and drafts into it, waiting to be sent', async () => {
    const db = freshDb();
    await saveOwn(db, solo('about-me'));
    await saveOwn(db, solo('about-somebody', 'somebody'));
    await saveOwn(db, deleteRecord(await saveOwn(db, solo('deleted')), 2));
    await saveDraft(db, draft(SOLO_WORKSPACE, SOLO_MEMBER));
    expect(await adoptSolo(db, team)).toBe(2);
    const rows = await db.records.orderBy('id').toArray();
    expect(
      rows.map(({ id, workspaceId, authorId, subjectId, sync, rev }) => [
        id,
        workspaceId,
        authorId,
        subjectId,
        sync,
        rev,
      ]),
    ).toEqual([
      ['about-me', 'team', 'ann', 'ann', 'pending', 1],
      ['about-somebody', 'team', 'ann', 'somebody', 'pending', 1],
    ]);
    expect(await loadDraft(db, noteDraftId('team', `note of ${SOLO_MEMBER}`))).toMatchObject({
      workspaceId: 'team',
    });
    expect(await draftsAt(db, 'team', [PLACE])).toHaveLength(1);
    expect(await db.drafts.count()).toBe(1);
  });
});

describe('signing out', () => {
  test('signing out deletes everything of the workspace from the device, and nothing else', async () => {
    const db = freshDb();
    await saveIdentity(db, team);
    await saveOwn(db, note({ id: 'a' }));
    await db.records.put({ ...(await saveOwn(db, note({ id: 'b' }))), sync: 'refused' });
    await saveDraft(db, draft('team', 'ann'));
    await writeSyncMeta(db, 'team', { session: 's', cursor: 'c' });
    await addQuarantined(db, 'team', [{ reason: 'x', at: 1 }]);
    await saveOwn(db, solo('kept'));
    await saveDraft(db, draft(SOLO_WORKSPACE, SOLO_MEMBER));

    await wipeWorkspace(db, 'team');

    expect(await db.records.toCollection().primaryKeys()).toEqual(['kept']);
    expect(await db.drafts.count()).toBe(1);
    expect(await db.meta.count()).toBe(0);
    expect(await loadIdentity(db)).toEqual(SOLO_IDENTITY);
    expect((await outbox(db, 'team')).waiting).toBe(0);
  });

  test('signing out of one workspace keeps the identity in another', async () => {
    const db = freshDb();
    await saveIdentity(db, team);
    await wipeWorkspace(db, 'other');
    expect(await loadIdentity(db)).toEqual(team);
    await wipeWorkspace(db, team.workspaceId);
    expect(await loadIdentity(db)).toEqual(SOLO_IDENTITY);
  });
});

test('a draft survives until it is sent or given up, and a later one replaces it', async () => {
  const db = freshDb();
  const { id } = draft('team', 'ann');
  await saveDraft(db, draft('team', 'ann'));
  await saveDraft(db, { ...draft('team', 'ann'), body: 'more' });
  expect((await loadDraft(db, id))?.body).toBe('more');
  await clearDraft(db, id);
  expect(await loadDraft(db, id)).toBeUndefined();
});

test('the last hundred quarantined records are remembered', async () => {
  const db = freshDb();
  for (let i = 0; i < 3; i++) {
    await addQuarantined(
      db,
      'team',
      Array.from({ length: 60 }, (_, j) => ({ id: `${i}-${j}`, reason: 'x', at: 1 })),
    );
  }
  const entries = await quarantinedRecords(db, 'team');
  expect(entries).toHaveLength(100);
  expect(entries.at(-1)?.id).toBe('2-59');
  expect(await readSyncMeta(db, 'team')).toBeUndefined();
});

describe('a device that the server signed out', () => {
  test('a device that the server signed out keeps only what its author wrote and nobody has', async () => {
    const db = freshDb();
    const inTeam = (id: string, authorId: string) => note({ id, workspaceId: 'team', authorId });
    await saveIdentity(db, team);
    await db.records.bulkPut([
      acceptedRow(inTeam('theirs', 'bob'), 1),
      acceptedRow(inTeam('sent', 'ann'), 2),
    ]);
    await saveOwn(db, inTeam('waiting', 'ann'));
    await saveOwn(db, { ...inTeam('had-theirs', 'ann'), type: 'seen', refs: ['theirs'], body: {} });
    await saveOwn(db, solo('alone'));
    await writeSyncMeta(db, 'team', { session: 's', cursor: 'c' });
    expect(await wipeReceived(db, 'team')).toEqual([PLACE]);
    expect((await db.records.orderBy('id').toArray()).map(row => row.id)).toEqual(['alone', 'waiting']);
    expect(await readSyncMeta(db, 'team')).toBeUndefined();
    expect((await loadIdentity(db)).workspaceId).toBe('team');
  });
});

import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#lib/records/create.ts';
import { SOLO_MEMBER, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { clearDraft, draftsAt, loadDraft, noteDraftId, saveDraft } from '#lib/store/drafts.ts';
import { draftsState, exportDrafts } from '#lib/store/export-drafts.ts';
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

test('marks that are found by their address are gone from there too when a device is signed out', async () => {
  const db = freshDb();
  const [url, key] = ['https://crm.example/deals/7', 'https://crm.example|deal|7'];
  const sent = note({ id: 'sent', authorId: 'bob' });
  const artifact = { ...sent.body.artifact, site: 'taught-crm', url, key };
  await db.records.put(acceptedRow({ ...sent, body: { ...sent.body, artifact } }, 1));
  expect(await wipeReceived(db, 'team')).toEqual([key, url]);
});

describe('half-written texts', () => {
  const half = (id: string, workspaceId: string, body: object, updatedAt: number) => ({
    id,
    workspaceId,
    place: PLACE,
    body,
    updatedAt,
  });
  const words = { observation: 'You named the price.', impact: '', nextAction: 'Ask for the date.' };
  const body = { ...words, noteId: 'n', scorecardId: 'c', kind: 'correction' };

  test('a draft that was gone on with after the sign-in is not replaced by what it was before', async () => {
    const db = freshDb();
    const later = { ...body, impact: 'Written after signing in.' };
    await saveDraft(db, half(noteDraftId(SOLO_WORKSPACE, 'n'), SOLO_WORKSPACE, body, 1));
    await saveDraft(db, half(noteDraftId('team', 'n'), 'team', later, 2));
    await saveDraft(db, half(noteDraftId(SOLO_WORKSPACE, 'm'), SOLO_WORKSPACE, { ...body, noteId: 'm' }, 1));
    await saveDraft(db, half(noteDraftId('team', 'm'), 'team', { ...body, noteId: 'm' }, 2));
    await adoptSolo(db, team);
    const found = (await draftsAt(db, 'team', [PLACE])).map(each => each.body as typeof body);
    expect(found.map(({ impact }) => impact).sort()).toEqual(['', '', later.impact]);
    expect(new Set(found.map(({ noteId }) => noteId)).size).toBe(3);
    expect(await loadDraft(db, noteDraftId('team', 'n'))).toMatchObject({ body: later });
  });

  test('they can be taken along as plain text: all that was written, nothing that was chosen', async () => {
    const db = freshDb();
    const ruling = { id: 'r', cause: 'brief', remedy: 'brief', sentence: 'The brief is vague.' };
    await saveDraft(db, half('team|answer|n|', 'team', { answer: 'accept', sentence: 'Yes' }, 2));
    await saveDraft(db, half(noteDraftId('team', 'n'), 'team', { ...body, ruling }, 1));
    await saveDraft(db, half(noteDraftId('other', 'n'), 'other', { ...body, observation: 'Not mine.' }, 3));
    const text = await exportDrafts(db, 'team');
    expect(text).toBe(
      `${PLACE} 1970-01-01T00:00:00.001Z\n\nYou named the price.\n\nAsk for the date.\n\nThe brief is vague.\n\n\n` +
        `${PLACE} 1970-01-01T00:00:00.002Z\n\nYes\n`,
    );
  });

  test('another text, or another word in one, is noticed by whoever asked whether they may be deleted', async () => {
    const db = freshDb();
    const seen = new Set<string>();
    const look = async () => seen.add((await draftsState(db, 'team')).state);
    await look();
    await saveDraft(db, half('team|a', 'team', body, 1));
    await look();
    await saveDraft(db, half('team|a', 'team', body, 2));
    await look();
    await saveDraft(db, half('team|b', 'team', body, 2));
    await look();
    expect(seen.size).toBe(4);
  });
});

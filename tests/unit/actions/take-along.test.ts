/** A note is taken along to the record into which its own was merged. */
import { describe, expect, it, vi } from 'vitest';
import { moveNote, takeNoteAlong } from '#lib/actions/notes/move.ts';
import { artifactNow } from '#lib/coaching/notes/placement.ts';
import { type Artifact, artifactKeys } from '#lib/records/artifact.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { forgetMoved, movedTo, rememberMoved } from '#lib/store/moved-records.ts';
import { notesAndScoresAt } from '#lib/store/queries/notes-at.ts';
import { answersTo } from '#lib/store/queries/records.ts';
import { toRow } from '#lib/store/row/row.ts';
import { wipeWorkspace } from '#lib/store/workspace.ts';
import { CORA, note, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

const background = vi.hoisted(() => ({ ask: vi.fn(async (..._: unknown[]) => null) }));
vi.mock('#lib/messages/ask.ts', () => background);

const sent = note({}, { id: 'sent' });
const MERGED: Artifact = {
  ...sent.body.artifact,
  key: 'https://crm.example|opportunity|202',
  url: 'https://crm.example/opportunity/202',
  title: 'All depots',
};

async function deviceOf(memberId: string, records: readonly Envelope[] = [sent]) {
  const db = freshDb();
  await saveIdentity(db, {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId,
    name: memberId,
    members: [
      { id: CORA, name: 'Cora', roles: ['coach'], coachIds: [] },
      { id: ROB, name: 'Rob', roles: ['coachee'], coachIds: [CORA] },
    ],
  });
  await db.records.bulkPut(records.map(record => toRow(record, { sync: 'accepted' })));
  return db;
}

async function take(db: SidelineDb) {
  const stored = await db.records.get('sent');
  if (!stored || !isType(stored, 'note')) return expect.fail('no note');
  await takeNoteAlong(db, await loadIdentity(db), stored, MERGED);
}

const notesOn = async (db: SidelineDb, memberId: string, artifact: Artifact) =>
  (await notesAndScoresAt(db, 'team', memberId, artifactKeys(artifact)))
    .filter(record => isType(record, 'note'))
    .map(({ id }) => id);

describe('taking a note along', () => {
  it('shows it on the other record, at the same words', async () => {
    const db = await deviceOf(ROB);
    expect(await notesOn(db, ROB, MERGED)).toEqual([]);
    await take(db);
    expect(await notesOn(db, ROB, MERGED)).toEqual(['sent']);
    const answers = await answersTo(db, 'team', ['sent']);
    expect(artifactNow(sent, answers, ROB).key).toBe(MERGED.key);
    expect(answers.map(({ body }) => body.anchor)).toEqual([sent.body.anchor]);
  });

  it('is for its reader alone, or by its author for everybody', async () => {
    const [rep, coach] = [await deviceOf(ROB), await deviceOf(CORA)];
    await take(rep);
    await take(coach);
    const audience = async (db: SidelineDb) => (await answersTo(db, 'team', ['sent']))[0]?.audience;
    expect(await audience(rep)).toBe('author');
    expect(await audience(coach)).toBe(sent.audience);
    const byRep = await answersTo(rep, 'team', ['sent']);
    expect(artifactNow(sent, byRep, CORA).key).toBe(sent.body.artifact.key);
    expect(await notesOn(rep, CORA, MERGED)).toEqual([]);
  });

  it('holds when the note is then pointed at another place there', async () => {
    const db = await deviceOf(CORA);
    await take(db);
    const stored = await db.records.get('sent');
    if (!stored || !isType(stored, 'note')) return expect.fail('no note');
    await moveNote(db, await loadIdentity(db), stored, { kind: 'whole' });
    const places = [sent.body.artifact.key, MERGED.key];
    expect(background.ask).toHaveBeenLastCalledWith('notes.changed', { places });
    expect(artifactNow(sent, await answersTo(db, 'team', ['sent']), CORA).key).toBe(MERGED.key);
  });
});

describe('a record whose address leads elsewhere', () => {
  it('is remembered for where it leads, in its workspace, until the offer is taken or turned down', async () => {
    const db = await deviceOf(ROB);
    await rememberMoved(db, { workspaceId: 'team', noteId: 'sent', to: MERGED.key });
    expect(await movedTo(db, 'team', [MERGED.key])).toHaveLength(1);
    expect(await movedTo(db, 'other', [MERGED.key])).toEqual([]);
    expect(await movedTo(db, 'team', ['elsewhere'])).toEqual([]);
    await forgetMoved(db, 'sent');
    expect(await movedTo(db, 'team', [MERGED.key])).toEqual([]);
  });

  it('is forgotten with the workspace', async () => {
    const db = await deviceOf(ROB);
    await rememberMoved(db, { workspaceId: 'team', noteId: 'sent', to: MERGED.key });
    await wipeWorkspace(db, 'team');
    expect(await db.meta.get('moved-records')).toMatchObject({ value: [] });
  });
});

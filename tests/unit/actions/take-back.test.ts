/** Takes back notes and answers in a real store. */
import { describe, expect, it } from 'vitest';
import { takeBack } from '#lib/actions/notes/take-back.ts';
import { placementOf } from '#lib/coaching/notes/placement.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { answersTakenBack, notesTakenBack } from '#lib/store/queries/taken-back.ts';
import { placesOf, toRow } from '#lib/store/row/row.ts';
import { answer, CORA, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

async function deviceOf(memberId: string, records: readonly Envelope[]) {
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

const LATER = MONDAY + 3 * HOUR;
const sent = note({}, { id: 'sent' });
const scores = make(
  'scorecard',
  {
    artifact: sent.body.artifact,
    anchor: { kind: 'whole' },
    rubric: { id: 'three-minute', version: 1 },
    scores: [{ criterion: 'hook', level: 2 }],
  },
  { id: 'scores', refs: ['sent'] },
);

describe('taking back', () => {
  it('deletes the note and its scores, and says where it stood', async () => {
    const db = await deviceOf(CORA, [sent, scores]);
    const outcome = await takeBack(db, { noteId: 'sent' }, LATER);
    expect(outcome).toEqual({ ok: true, places: [sent.body.artifact.key] });
    expect(await recordsOfType(db, 'team', 'note')).toEqual([]);
    expect(await recordsOfType(db, 'team', 'scorecard')).toEqual([]);
    expect((await db.records.get('sent'))?.body).toEqual({});
    expect(await takeBack(db, { noteId: 'sent' }, LATER)).toEqual({ ok: true, places: [] });
  });

  it('says where else it stood: at its address, and where it was taken along to', async () => {
    const taught = { ...sent.body.artifact, site: 'taught-crm', key: 'taught-crm|17' };
    const one = note({ artifact: taught }, { id: 'sent' });
    const merged = { ...taught, key: 'taught-crm|202', url: 'https://crm.example/opportunity/202' };
    const along = placementOf(one, one.body.anchor, CORA, MONDAY + HOUR, merged);
    const db = await deviceOf(CORA, [one, along]);
    const places = [one, along].flatMap(record => placesOf(toRow(record, { sync: 'accepted' })));
    expect(new Set(places).size).toBe(4);
    expect(await takeBack(db, { noteId: 'sent' }, LATER)).toEqual({ ok: true, places });
  });

  it('leaves a note that was answered', async () => {
    const db = await deviceOf(CORA, [sent, answer(sent)]);
    expect(await takeBack(db, { noteId: 'sent' }, LATER)).toEqual({ ok: false });
    expect(await recordsOfType(db, 'team', 'note')).toHaveLength(1);
  });

  it('goes by what stands under the note itself, not by answers to a later note about the habit', async () => {
    const said = answer(sent, {}, { id: 'said' });
    const habit = note({ scope: 'pattern' }, { id: 'habit', refs: ['sent'], at: MONDAY + HOUR });
    const later = answer(habit, {}, { id: 'later', at: MONDAY + 2 * HOUR, by: CORA });
    const db = await deviceOf(ROB, [sent, said, habit, later]);
    expect(await takeBack(db, { noteId: 'sent', answerId: 'said' }, LATER)).toMatchObject({ ok: true });
    expect((await db.records.get('said'))?.deletedAt).toBe(LATER);
  });

  it('leaves what somebody else wrote', async () => {
    const db = await deviceOf(ROB, [sent, scores]);
    expect(await takeBack(db, { noteId: 'sent' }, LATER)).toEqual({ ok: false });
    expect(await takeBack(db, { noteId: 'scores', scorecardId: 'scores' }, LATER)).toEqual({
      ok: true,
      places: [],
    });
    expect(await recordsOfType(db, 'team', 'scorecard')).toHaveLength(1);
  });

  it('takes back the last answer and leaves the note', async () => {
    const said = answer(sent, {}, { id: 'said' });
    const db = await deviceOf(ROB, [sent, said]);
    expect((await takeBack(db, { noteId: 'sent', answerId: 'said' }, LATER)).ok).toBe(true);
    expect(await recordsOfType(db, 'team', 'note')).toHaveLength(1);
    expect((await answersTakenBack(db, 'team', ['sent'])).map(({ id }) => id)).toEqual(['said']);
  });

  it('is found by the person whom the note was for, not by its author', async () => {
    const db = await deviceOf(ROB, [{ ...sent, deletedAt: LATER, updatedAt: LATER, rev: 2, body: {} }]);
    expect(await notesTakenBack(db, 'team', ROB, MONDAY)).toHaveLength(1);
    expect(await notesTakenBack(db, 'team', ROB, LATER + 1)).toEqual([]);
    expect(await notesTakenBack(db, 'team', CORA, MONDAY)).toEqual([]);
  });
});

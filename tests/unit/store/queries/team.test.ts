import { describe, expect, it } from 'vitest';
import { loadPairings, rememberPairings } from '#lib/device/pairings.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';
import { TEAM_WINDOW, teamRecords } from '#lib/store/queries/team.ts';
import { toRow } from '#lib/store/row/row.ts';
import {
  answer,
  behaviour,
  CORA,
  commitment,
  evidence,
  log,
  MONDAY,
  make,
  note,
  ROB,
  ruling,
  verdict,
} from '#testing/records.ts';
import { freshDb } from '../open.ts';

const NOW = MONDAY + 10 * 86_400_000;

async function readBack(records: Envelope[], people = [ROB]): Promise<string[]> {
  const db = freshDb();
  await db.records.bulkPut(records.map(record => toRow(record, { sync: 'accepted' })));
  return (await teamRecords(db, 'team', CORA, people, NOW)).map(({ id }) => id).sort();
}
const ids = (...records: Envelope[]) => records.map(({ id }) => id).sort();

describe('what a coach’s view is computed from', () => {
  const sent = note();
  const promised = commitment(sent);

  it('teamRecords returns notes on coached people’s work by anybody, with all answers', async () => {
    const others = note({}, { by: 'dan' });
    const records = [
      sent,
      others,
      answer(sent),
      promised,
      evidence(promised),
      behaviour(),
      ruling({ key: 'k' }),
    ];
    expect(await readBack([...records, log({ day: '2026-11-10' }, { at: NOW })])).toHaveLength(8);
  });

  it('teamRecords includes the reviews about coached people, which may have parked notes', async () => {
    const review = make(
      'review',
      {
        kind: 'finish',
        about: sent.id,
        questionSet: { id: 'finish', version: 1 },
        answers: [],
        evidence: [],
        noteIds: [],
      },
      { by: CORA, about: ROB },
    );
    expect(await readBack([sent, review])).toEqual(ids(sent, review));
    expect(await readBack([sent, review], [])).toEqual(ids(sent));
  });

  it('teamRecords includes proof only while it is waiting for a verdict', async () => {
    const proof = evidence(promised);
    const found = verdict(promised);
    expect(await readBack([sent, promised, proof])).toEqual(ids(sent, promised, proof));
    expect(await readBack([sent, promised, proof, found])).toEqual(ids(sent, promised, found));
  });

  it('teamRecords includes the answers of a person no longer coached, but nobody else’s notes', async () => {
    const theirs = note({}, { by: 'dan', about: 'sam' });
    const back = answer(sent);
    expect(await readBack([sent, back, theirs, answer(theirs, {}, { by: 'sam' })], [])).toEqual(
      ids(sent, back),
    );
  });

  it('teamRecords knows an agreement to a behaviour, however long ago it was given', async () => {
    const long = MONDAY - 200 * 86_400_000;
    const proposed = behaviour({}, { at: long });
    const agreed = answer(proposed, {}, { at: long + 1 });
    const old = note({}, { at: long });
    const records = [proposed, agreed, old, answer(old, {}, { at: long + 1 })];
    expect(await readBack(records)).toEqual(ids(proposed, agreed));
  });

  it('teamRecords knows when these people and the coach are away, however long ago they said so', async () => {
    const away = (about: string) =>
      make(
        'leave',
        { from: '2026-11-03', to: '2026-11-04' },
        { by: about, about, at: NOW - 2 * TEAM_WINDOW },
      );
    const [robs, own, others] = [away(ROB), away(CORA), away('sam')];
    expect(await readBack([robs, own, others])).toEqual(ids(robs, own));
  });

  it('teamRecords leaves out what is deleted or older than its window', async () => {
    const old = note({}, { at: NOW - TEAM_WINDOW - 1 });
    const gone = { ...note(), deletedAt: NOW, body: {} };
    expect(await readBack([old, gone, sent])).toEqual([sent.id]);
  });
});

describe('who coaches whom', () => {
  const identity = (coachIds: string[]): Identity => ({
    workspaceId: 'team',
    workspaceName: 'North Sales',
    memberId: CORA,
    name: 'Cora',
    members: [{ id: ROB, name: 'Rob', roles: ['coachee'], coachIds }],
  });

  it('a coaching pair counts from when this device first saw it, and starts again after it ended', async () => {
    const db = freshDb();
    expect(await loadPairings(db, identity([CORA]), 5)).toEqual([{ memberId: ROB, coachId: CORA, since: 5 }]);
    await rememberPairings(db, identity([CORA]), 10);
    await rememberPairings(db, identity([CORA, 'dan']), 20);
    expect((await loadPairings(db, identity([CORA, 'dan']), 30)).map(({ since }) => since)).toEqual([10, 20]);
    await rememberPairings(db, identity(['dan']), 40);
    expect((await loadPairings(db, identity([CORA, 'dan']), 50)).map(({ since }) => since)).toEqual([50, 20]);
    expect(await loadPairings(db, { ...identity([CORA]), workspaceId: 'other' }, 60)).toMatchObject([
      { since: 60 },
    ]);
  });
});

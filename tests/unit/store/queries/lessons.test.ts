/** What was decided stays findable, however long ago it was. */
import { expect, it } from 'vitest';
import { lessonsOf } from '#lib/coaching/stalls/lessons.ts';
import { personKey } from '#lib/coaching/stalls/patterns.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { lessonRecords } from '#lib/store/queries/lessons.ts';
import { toRow } from '#lib/store/row/row.ts';
import { CORA, DAY, MONDAY, make, note, ROB, ruling } from '#testing/records.ts';
import { freshDb } from '../open.ts';

const WINDOW = 30 * DAY;
const LATER = MONDAY + 300 * DAY;
const earlier = [0, 1, 2].map(day => note({}, { id: `earlier-${day}`, at: MONDAY + day * DAY }));
const decided = ruling(
  { key: personKey(ROB, 'next-step'), behaviourId: 'next-step', cause: 'brief', remedy: 'brief' },
  { id: 'decided', at: MONDAY + 3 * DAY, refs: earlier.map(({ id }) => id) },
);
const onAStall = ruling({ on: 'stall', key: 'stall|no log' }, { id: 'stall', at: MONDAY });

async function lessons(window: number, ...more: Envelope[]) {
  const db = freshDb();
  await db.records.bulkPut(
    [...earlier, decided, onAStall, ...more].map(each => toRow(each, { sync: 'accepted' })),
  );
  return lessonsOf(await lessonRecords(db, 'team', window), LATER, window);
}

it('what was decided is found after most of a year, with what it was about', async () => {
  expect(await lessons(WINDOW)).toMatchObject([{ ruling: { id: 'decided' }, before: 3, helped: 'helped' }]);
});

it('a correction soon after it counts, and one that was taken back does not', async () => {
  const again = note({}, { id: 'again', at: MONDAY + 20 * DAY });
  expect(await lessons(WINDOW, again)).toMatchObject([{ since: 1, helped: 'came back' }]);
  const back = make(
    'reply',
    { outcome: 'withdrawn', sentence: '' },
    { by: CORA, refs: ['again'], at: MONDAY + 60 * DAY },
  );
  expect(await lessons(WINDOW, again, back)).toMatchObject([{ since: 0, helped: 'helped' }]);
});

it('one of the workspace asks for corrections of anybody', async () => {
  const { subjectId: _nobody, ...forAll } = { ...decided, id: 'for-all' };
  const sams = note({}, { about: 'sam', at: MONDAY + 20 * DAY });
  const found = await lessons(WINDOW, forAll, sams);
  expect(found.map(({ ruling: { id }, since }) => [id, since]).sort()).toEqual([
    ['decided', 0],
    ['for-all', 1],
  ]);
});

it('helps can be said also where the window is longer than what a coach’s list reads', async () => {
  expect(await lessons(90 * DAY)).toMatchObject([{ helped: 'helped' }]);
});

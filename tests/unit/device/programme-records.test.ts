import { describe, expect, it } from 'vitest';
import { programmeRecords } from '#lib/device/programme-records.ts';
import { toRow } from '#lib/store/row/row.ts';
import { DAY, log, MONDAY, make, note } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

const calendar = { timeZone: 'UTC' };
const body = {
  name: 'Next step',
  playbook: { id: 'thirtyDays', version: 1 },
  stage: 'pilot' as const,
  startDay: '2026-11-02',
  behaviours: [{ behaviourId: 'next-step', metric: 'Share', dataSource: 'CRM', rank: 1 }],
  cohorts: [],
};
const forRob = make('programme', body, { id: 'programme' });
const { subjectId: _rob, ...forTeam } = forRob;
const { startDay: _start, ...notBegun } = body;

const inWeek = log({ day: '2026-11-03' }, { id: 'in its week', at: MONDAY + DAY });
const late = log({ day: '2026-11-08' }, { id: 'logged later', at: MONDAY + 20 * DAY });
const after = log({ day: '2026-11-09' }, { id: 'after it', at: MONDAY + 7 * DAY });
const others = log({ day: '2026-11-03' }, { id: 'of another', by: 'nora', about: 'nora', at: MONDAY + DAY });
const early = note({}, { id: 'in the baseline', at: MONDAY + DAY });
const counts = note({}, { id: 'counts', at: MONDAY + 8 * DAY });
const second = note({}, { id: 'the next', at: MONDAY + 9 * DAY });
const elsewhere = note({ behaviourId: 'other' }, { id: 'on another behaviour', at: MONDAY + 8 * DAY - 1 });

describe('what the stages of a programme are computed from', () => {
  it.each([
    ['a person', forRob, ['counts', 'in its week', 'logged later']],
    ['a team', forTeam, ['counts', 'in its week', 'logged later', 'of another']],
    ['somebody who has not begun', make('programme', notBegun), []],
  ])('for %s', async (_who, programme, ids) => {
    const db = freshDb();
    const records = [inWeek, late, after, others, early, counts, second, elsewhere];
    // Much that is newer, of other people.
    const more = Array.from({ length: 400 }, (_, i) =>
      log({ day: '2026-11-20' }, { by: 'sam', about: 'sam', at: MONDAY + 18 * DAY + i }),
    );
    await db.records.bulkPut([...records, ...more].map(record => toRow(record, { sync: 'accepted' })));
    const found = await programmeRecords(db, programme, calendar);
    expect(found.map(({ id }) => id).sort()).toEqual(ids);
  });
});

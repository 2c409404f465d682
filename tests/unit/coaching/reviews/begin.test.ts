/** With what a review begins: by what it is told from the next, and on which work it is. */
import { describe, expect, it } from 'vitest';
import { isOn, ofPeriod, ofWork } from '#lib/coaching/reviews/begin.ts';
import { reviewId } from '#lib/records/create.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import { CORA, HOUR, MONDAY, make, note, noteText, ROB } from '#testing/records.ts';

const calendar = { timeZone: 'UTC', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
const asked = (kind: ReviewKind, today = '2026-11-04') => ({
  kind,
  memberId: CORA,
  subjectId: ROB,
  today,
  calendar,
});
const { artifact } = noteText;

describe('a review of a period', () => {
  it.each<[ReviewKind, string, string, string]>([
    ['weekly', '2026-11-02', '2026-11-08', CORA],
    ['monthly', '2026-11-01', '2026-11-04', CORA],
    ['quarterly', '2026-11-01', '2026-11-04', ROB],
    ['afterAction', '2026-11-04', '2026-11-04', ROB],
  ])('%s begins with its first day, about the right person', (kind, from, to, subjectId) => {
    expect(ofPeriod([], asked(kind))).toMatchObject({ about: from, subjectId, more: { from, to } });
  });

  it('of a sitting has its notes, and the next sitting of the day is another one', () => {
    const morning = note({}, { id: 'morning', at: MONDAY });
    const noon = note({}, { id: 'noon', at: MONDAY + 5 * HOUR });
    const [first, second] = [[morning], [morning, noon]].map(notes => ofPeriod(notes, asked('finish')));
    expect([first?.more.noteIds, second?.more.noteIds]).toEqual([['morning'], ['noon']]);
    expect(first?.about).not.toBe(second?.about);
  });
});

describe('a review of one work', () => {
  const begun = (kind: ReviewKind, more: object = {}) => {
    const { about, more: rest } = ofWork([], asked(kind, '2026-11-02'), { artifact });
    return make('review', {
      kind,
      about,
      questionSet: { id: kind, version: 1 },
      answers: [],
      evidence: [],
      noteIds: [],
      ...rest,
      ...more,
    });
  };

  it('there is one debrief of a work, on whichever day', () => {
    const about = ['2026-11-02', '2026-11-09'].map(
      today => ofWork([], asked('debrief', today), { artifact }).about,
    );
    expect(about).toEqual([artifact.key, artifact.key]);
  });

  it('after-action reviews follow each other, and an open one is gone on with', () => {
    const open = begun('afterAction');
    const later = (records: Parameters<typeof ofWork>[0]) =>
      ofWork(records, asked('afterAction'), { artifact }).about;
    expect(later([open])).toBe(open.body.about);
    expect(later([begun('afterAction', { doneAt: MONDAY })])).not.toBe(open.body.about);
    const other = { ...open, body: { ...open.body, artifact: { ...artifact, key: 'other' } } };
    expect(later([other])).not.toBe(open.body.about);
  });

  it('keeps nothing of the work that no record keeps, and fits however long its key is', () => {
    const long = { ...artifact, key: 'k'.repeat(1024), formerKeys: ['before'] };
    const { about, more } = ofWork([], asked('afterAction'), { artifact: long });
    expect(about.length).toBeLessThanOrEqual(1024);
    expect(more.artifact).not.toHaveProperty('formerKeys');
    expect(reviewId('afterAction', { subjectId: ROB, about, authorId: CORA })).not.toBe('');
  });

  it('is found by the work, also when it was begun before reviews named their work', () => {
    const open = begun('debrief');
    expect(isOn(open, [artifact.key])).toBe(true);
    expect(isOn(begun('debrief', { artifact: undefined }), [artifact.key])).toBe(true);
    expect(isOn(begun('afterAction'), ['other', artifact.key])).toBe(true);
    expect(isOn(open, ['other'])).toBe(false);
  });
});

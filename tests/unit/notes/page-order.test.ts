import { describe, expect, it } from 'vitest';
import { inPageOrder } from '#components/notes/page-order.ts';
import type { Thread } from '#components/records/live-records.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import { answer, DAY, HOUR, MONDAY, note, ROB } from '#testing/records.ts';

const thread = (said: ReturnType<typeof note>, ...answers: ReturnType<typeof answer>[]) =>
  ({ note: acceptedRow(said, 1), answers: answers.map(each => acceptedRow(each, 1)) }) as Thread;

describe('the order of notes on a page', () => {
  it('notes on a page start with a win, then what I owe by deadline, then the rest as it came', () => {
    const asked = note({ kind: 'question' }, { id: 'asked', at: MONDAY - DAY });
    const threads = [
      thread(note({}, { id: 'new', at: MONDAY })),
      thread(note({}, { id: 'for-zoe', at: MONDAY - HOUR, about: 'zoe' })),
      thread(note({ kind: 'recognition' }, { id: 'win', at: MONDAY - 2 * HOUR })),
      thread(note({}, { id: 'old', at: MONDAY - 3 * HOUR })),
      thread(asked, answer(asked)),
    ];
    const ids = inPageOrder(threads, ROB, MONDAY, DEFAULT_CLOCKS).map(each => each.note.id);
    expect(ids).toEqual(['win', 'old', 'new', 'for-zoe', 'asked']);
  });

  it('the deadlines are those of the workspace', () => {
    const accepted = note({}, { id: 'accepted', at: MONDAY - 5 * HOUR });
    const threads = [
      thread(note({}, { id: 'new', at: MONDAY })),
      thread(accepted, answer(accepted, {}, { at: MONDAY - 4 * HOUR })),
    ];
    const first = (clocks: Partial<typeof DEFAULT_CLOCKS>) =>
      inPageOrder(threads, ROB, MONDAY, { ...DEFAULT_CLOCKS, ...clocks })[0]?.note.id;
    expect(first({ answer: 2 * HOUR, commitment: 96 * HOUR })).toBe('new');
    expect(first({ answer: 96 * HOUR, commitment: 2 * HOUR })).toBe('accepted');
  });
});

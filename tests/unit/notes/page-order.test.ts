import { describe, expect, it } from 'vitest';
import { inPageOrder } from '#components/notes/page-order.ts';
import type { Thread } from '#components/records/live-records.ts';
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
    const ids = inPageOrder(threads, ROB, MONDAY).map(each => each.note.id);
    expect(ids).toEqual(['win', 'old', 'new', 'for-zoe', 'asked']);
  });
});

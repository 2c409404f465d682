import { describe, expect, it } from 'vitest';
import { DEFAULT_CLOCKS, isLate } from '#lib/coaching/loop/clocks.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { type Known, momentOf } from '#lib/coaching/notes/moment.ts';
import { DAY, HOUR, MONDAY, note } from '#testing/records.ts';

const at = (ago: number) => MONDAY - ago;
const opened = { openedAt: at(60_000) };
const changed = { time: { at: at(3 * DAY), estimated: true } };
const told = { time: { at: at(2 * HOUR), estimated: false } };

describe('when the moment of a note was', () => {
  it.each<[string, Known, Parameters<typeof momentOf>[1], object]>([
    ['what its author says', { ...opened, momentAt: 5, live: true }, told, { momentAt: 5 }],
    ['seen live: when they began to write', { ...opened, live: true }, told, { momentAt: opened.openedAt }],
    [
      'what stands beside the place',
      { ...opened, place: { at: at(HOUR) } },
      changed,
      { momentAt: at(HOUR), momentFrom: 'page' },
    ],
    [
      'else what the page says',
      { ...opened, place: {} },
      told,
      { momentAt: at(2 * HOUR), momentFrom: 'page' },
    ],
    ['its last change is an estimate', opened, changed, { momentAt: at(3 * DAY), momentFrom: 'lastChange' }],
    [
      'long ago is for study',
      opened,
      { time: { at: at(31 * DAY), estimated: false } },
      { momentAt: at(31 * DAY), momentFrom: 'page', purpose: 'study' },
    ],
    [
      'a page that is ahead of the clock says nothing',
      opened,
      { time: { at: MONDAY + 1, estimated: false } },
      {},
    ],
    ['unknown', opened, {}, {}],
  ])('%s', (_name, known, artifact, expected) => {
    expect(momentOf(known, artifact, MONDAY)).toEqual(expected);
  });

  it('nobody is late by an estimate, but it is named in the figures', () => {
    const late = note({ momentAt: at(3 * DAY), momentFrom: 'page' });
    const guess = note({ momentAt: at(3 * DAY), momentFrom: 'lastChange' });
    expect([late, guess].map(each => isLate(each, DEFAULT_CLOCKS))).toEqual([true, null]);
    expect(latencyOf([late, guess], MONDAY).estimated).toEqual([guess.id]);
  });
});

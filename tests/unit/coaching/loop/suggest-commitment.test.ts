import { describe, expect, it } from 'vitest';
import { endOfDay, suggestCommitment } from '#lib/coaching/loop/suggest-commitment.ts';
import { behaviour, DAY, MONDAY, note } from '#testing/records.ts';

describe('the suggested commitment', () => {
  it.each([
    [
      'Say the next step and its date before you hang up.',
      'Before you hang up',
      'Say the next step and its date.',
    ],
    [
      'When she asks for the price, name it in one sentence.',
      'When she asks for the price',
      'Name it in one sentence.',
    ],
    ['Send the plan as soon as the call has ended.', 'As soon as the call has ended', 'Send the plan.'],
    [
      'Sag den nächsten Schritt laut, bevor du auflegst.',
      'Bevor du auflegst',
      'Sag den nächsten Schritt laut.',
    ],
    ['Frag nach dem Datum, sobald sie Ja sagt.', 'Sobald sie Ja sagt', 'Frag nach dem Datum.'],
    ['Before you hang up.', 'Before you hang up', 'Before you hang up.'],
  ])(
    'the suggested commitment takes its cue from “%s”, and does not say it twice',
    (nextAction, cue, size) => {
      expect(suggestCommitment(note({ nextAction }), behaviour().body, MONDAY)).toMatchObject({
        cue,
        size,
      });
    },
  );

  it('the suggested commitment takes cue and condition from the behaviour if the action has none, or leaves them empty', () => {
    const open = note({ nextAction: 'Name the price in one sentence.' });
    expect(suggestCommitment(open, behaviour().body, MONDAY)).toMatchObject({
      cue: 'At the end of every call',
      successCondition: 'Owner, action and date are spoken.',
    });
    expect(suggestCommitment(open, undefined, MONDAY)).toMatchObject({ cue: '', successCondition: '' });
  });

  it('the suggested commitment is due when both look again: within a week, never today', () => {
    const days = (checkInAt: number | undefined) =>
      suggestCommitment(note({ checkInAt }), undefined, MONDAY).days;
    expect([undefined, MONDAY + 3 * DAY, MONDAY + 14 * DAY, MONDAY - DAY].map(days)).toEqual([6, 3, 6, 1]);
  });

  it('a due day ends with the local day, also across a clock change', () => {
    for (let days = 0; days < 400; days++) {
      const end = new Date(endOfDay(MONDAY, days));
      expect([end.getHours(), end.getMinutes()]).toEqual([23, 59]);
    }
  });
});

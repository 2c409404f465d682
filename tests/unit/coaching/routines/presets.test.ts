/** The shipped routines: each is whole in every language and fits its schema. */
import { describe, expect, it } from 'vitest';
import { loadOf } from '#lib/coaching/routines/load.ts';
import {
  offeredPresets,
  presetIds,
  presets,
  presetTexts,
  routinesFrom,
} from '#lib/coaching/routines/presets.ts';
import { routineBody } from '#lib/records/kinds/routine.ts';
import { make } from '#testing/records.ts';

const calendar = { timeZone: 'UTC', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
const from = '2026-11-02';

describe.each(['en', 'de'])('in %s', language => {
  it.each(presetIds)('%s is whole', id => {
    const bodies = routinesFrom(id, { language, from });
    expect(bodies).toHaveLength(presets[id].parts.length);
    for (const body of bodies) expect(routineBody.safeParse(body).error).toBeUndefined();
    const { parts } = presetTexts(id, language);
    expect(Object.keys(parts)).toEqual(presets[id].parts.map(part => part.id));
    for (const part of presets[id].parts) {
      if (part.steps) expect(parts[part.id]?.steps).toHaveLength(part.steps.length);
    }
  });
});

it('every text of the other language is a translation', () => {
  for (const id of presetIds) expect(presetTexts(id, 'de').why).not.toBe(presetTexts(id, 'en-GB').why);
  expect(presetTexts('solo', 'sv')).toBe(presetTexts('solo', 'en'));
});

it.each(presetIds)('%s asks for no long routine and no full day', id => {
  const made = routinesFrom(id, { language: 'en', from }).map(body => make('routine', body));
  expect(loadOf(made, from, { calendar })).toMatchObject({ tooMuch: false, long: [] });
});

it.each([
  ['tuesdayFriday', [[2], [5], 'missedDay']],
  ['creatorWeek', [[1], [3], [5]]],
  ['fiveBeats', [[1], [3], [3], [4], [5], 'month']],
] as const)('%s comes when it says', (id, when) => {
  const rhythms = presets[id].parts.map(({ rhythm }) => {
    if (rhythm.every === 'week') return rhythm.days;
    return rhythm.every === 'event' ? rhythm.event : rhythm.every;
  });
  expect(rhythms).toEqual(when);
});

it('a coach’s day has the look, the walk, two check-ins, a recognition and an escalation review', () => {
  const [day] = routinesFrom('standardWork', { language: 'en', from });
  expect(day?.steps.map(({ kind, target }) => [kind, target])).toEqual([
    ['indicators', 1],
    ['fieldWalk', 1],
    ['checkIns', 2],
    ['recognition', 1],
    ['escalations', 1],
  ]);
  expect(day?.plain).toBeDefined();
});

it('what waits for something that nothing tells Sideline of is not offered', () => {
  expect(presetIds.filter(id => !offeredPresets.includes(id))).toEqual(['preShoot', 'debrief']);
});

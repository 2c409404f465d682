/** What a note about one person can be about, whatever other people practise. */
import { describe, expect, it } from 'vitest';
import { carriedOver, offerFor, type Pickable } from '#lib/coaching/behaviours/choices.ts';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';

const library: Pickable[] = shippedBehaviours.map(({ id, body }) => ({
  id,
  libraryId: id,
  role: body.role,
}));
const ALOUD = 'library:next-step-aloud';
const mine = { id: 'b1', subjectId: 'jonas', libraryId: ALOUD };
const other = { id: 'b2', subjectId: 'jonas' };
const team = { id: 't1', libraryId: 'library:same-day-follow-up' };
const all = [mine, other, team, ...library];
const ids = (list: readonly Pickable[]) => list.map(({ id }) => id);

describe('the behaviours on offer', () => {
  it('the choice holds a person’s own and the team’s behaviours, not another person’s', () => {
    const offer = offerFor(all, 'jonas', 'crm');
    expect([ids(offer.own), ids(offer.team), offer.fitting, offer.rest]).toEqual([
      ['b1', 'b2'],
      ['t1'],
      [],
      [],
    ]);
  });

  it.each(['mara', undefined])(
    'the choice for %s, who practises none, is the team’s list and the whole library',
    who => {
      const { own, team: common, fitting, rest } = offerFor(all, who, 'crm');
      expect([own, ids(common)]).toEqual([[], ['t1']]);
      expect(fitting).toHaveLength(5);
      expect(ids([...fitting, ...rest])).toHaveLength(library.length - 1);
      expect(ids(fitting)).toContain(ALOUD);
    },
  );

  it.each([
    ['crm', 'sales'],
    ['video', 'creator'],
    ['doc', 'everyone'],
  ] as const)('begins on a %s with what fits %s', (kind, role) => {
    expect(offerFor(library, 'mara', kind).fitting[0]?.role).toBe(role);
  });

  it('the choice is never empty', () => {
    for (const who of ['jonas', 'mara', undefined]) {
      const { own, team: common, fitting } = offerFor(all, who, 'doc');
      expect(own.length + common.length + fitting.length).toBeGreaterThan(0);
    }
  });
});

describe('the chosen behaviour when the person changes', () => {
  it.each<[string, string | undefined, string, string | undefined]>([
    ['the same, where both have it', 't1', 'mara', 't1'],
    ['the entry that it was made from', 'b1', 'mara', ALOUD],
    ['the person’s own copy', ALOUD, 'jonas', 'b1'],
    ['nothing that is another person’s alone', 'b2', 'mara', undefined],
    ['nothing that is gone', 'parked', 'jonas', undefined],
    ['nothing of nothing', undefined, 'jonas', undefined],
  ])('when the person changes: %s', (_, picked, who, expected) => {
    expect(carriedOver(all, picked, who, 'crm')).toBe(expected);
  });
});

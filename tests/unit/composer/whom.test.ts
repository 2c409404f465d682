/** Who a new note is for: certain or asked, and never oneself by default. */
import { describe, expect, test } from 'vitest';
import { whomFor } from '#components/composer/state/whom.ts';
import type { Member } from '#lib/sync/protocol.ts';

const member = (id: string, name: string, ...coachIds: string[]): Member => ({
  id,
  name,
  roles: ['coachee'],
  coachIds,
});
const ines = member('ines', 'Ines Duarte');
const mara = member('mara', 'Mara Okafor', 'ines');
const mark = member('mark', 'Mark Okafor', 'ines');
const me = { id: 'ines', name: 'Ines Duarte', roles: ['coach' as const] };
const team = { me, members: [ines, mara, mark], others: [{ id: 'leo', name: 'Leo Brandt' }] };

describe('who a new note is for', () => {
  test.each<[string, string | undefined, string | undefined, string[]]>([
    ['named with a label', 'Followed by Mara Okafor', 'mara', []],
    ['a login', 'mara.okafor', 'mara', []],
    ['either of two', 'M. Okafor', undefined, ['mara', 'mark']],
    ['a first name', 'Mark', undefined, ['mark']],
    ['nobody', undefined, undefined, []],
    ['nobody who is known', 'Northwind Sales', undefined, []],
    ['a colleague about whom one does not write', 'Owner: Leo Brandt', undefined, []],
    ['oneself', 'Ines Duarte', 'ines', []],
  ])('a new note where the page names %s', (_, owner, subjectId, candidates) => {
    expect(whomFor(team, { owner })).toEqual({ subjectId, candidates });
  });

  test.each([
    ['nobody', undefined, 'mara'],
    ['nobody who is known', 'Northwind Sales', 'mara'],
    ['a colleague about whom one does not write', 'Leo Brandt', undefined],
    ['somebody who may be meant', 'Okafor', undefined],
  ])('a new note is for the only person one coaches where the page names %s', (_, owner, subjectId) => {
    const one = { ...team, members: [ines, mara] };
    expect(whomFor(one, { owner }).subjectId).toBe(subjectId);
  });

  test('an owner who may write about everybody writes to their only coachee', () => {
    const owner = { ...team, members: [ines, mara, member('zoe', 'Zoe Berg')] };
    expect(whomFor(owner, {}).subjectId).toBe('mara');
  });

  test('a new note is for oneself if there is nobody else', () => {
    const alone = { ...team, members: [ines] };
    for (const owner of [undefined, 'Leo Brandt', 'Mara'])
      expect(whomFor(alone, { owner }).subjectId).toBe('ines');
  });

  test('a new note is for the person one just chose here, unless the page names somebody', () => {
    expect(whomFor(team, {}, 'mark').subjectId).toBe('mark');
    expect(whomFor(team, { owner: 'M. Okafor' }, 'mark').subjectId).toBe('mark');
    expect(whomFor(team, { owner: 'Mara Okafor' }, 'mark').subjectId).toBe('mara');
  });
});

/** People of one name are told apart. */
import { expect, it } from 'vitest';
import { type Named, tellApart } from '#lib/coaching/namesakes.ts';

const ines = { id: 'c1', name: 'Ines Duarte', coachIds: [] };
const mara = { id: 'c2', name: 'Mara Lindqvist', coachIds: [] };
const person = (id: string, name: string, ...coachIds: string[]): Named => ({ id, name, coachIds });

it('says nothing of a name that one person has', () => {
  expect(tellApart([ines, mara]).get(ines.id)).toBeUndefined();
});

it('names the coaches, where they differ', () => {
  const [one, other] = [person('a', 'Jonas Petersen', 'c1'), person('b', 'jonas  petersen', 'c2', 'c1')];
  expect(tellApart([ines, mara, one, other]).get(one.id)).toEqual({ coaches: ['Ines Duarte'] });
  expect(tellApart([ines, mara, one, other]).get(other.id)).toEqual({
    coaches: ['Ines Duarte', 'Mara Lindqvist'],
  });
});

it('counts where the coaches are the same, unknown, or only themselves', () => {
  const [one, other] = [person('b', 'Jonas Petersen', 'c1'), person('a', 'Jonas Petersen', 'c1')];
  expect(tellApart([ines, one, other]).get(one.id)).toEqual({ number: 2 });
  expect(tellApart([other, ines, one]).get(other.id)).toEqual({ number: 1 });
  const [alone, gone] = [person('d', 'Noor Haddad', 'd'), person('e', 'Noor Haddad', 'somebody who left')];
  expect(tellApart([alone, gone]).get(alone.id)).toEqual({ number: 1 });
  expect(tellApart([alone, gone]).get(gone.id)).toEqual({ number: 2 });
});

it('numbers one whose namesake has a coach', () => {
  const [one, other] = [person('a', 'Jonas Petersen', 'c1'), person('b', 'Jonas Petersen')];
  expect(tellApart([ines, one, other]).get(one.id)).toEqual({ coaches: ['Ines Duarte'] });
  expect(tellApart([ines, one, other]).get(other.id)).toEqual({ number: 2 });
});

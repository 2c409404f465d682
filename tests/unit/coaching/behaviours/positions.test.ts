import { describe, expect, it } from 'vitest';
import { behavioursOf } from '#lib/coaching/behaviours/library/index.ts';
import { positionOf, ROLE_OF_JOB } from '#lib/coaching/behaviours/positions.ts';
import type { Body } from '#lib/records/types.ts';
import { MONDAY, make, ROB } from '#testing/records.ts';

const said = (body: Body<'position'>, by: string, at = MONDAY) => make('position', body, { by, at });
const OWNERS = new Set(['olga', 'otto']);

describe('job and level', () => {
  it('are what a person says of themself, and else what the owner says, part by part', () => {
    const owner = said({ job: 'manager', level: 'senior' }, 'olga', MONDAY + 5);
    expect(positionOf([owner, said({ job: 'rep' }, ROB)], ROB, OWNERS)).toEqual({
      job: 'rep',
      level: 'senior',
    });
    expect(positionOf([owner, said({ job: 'editor' }, 'otto', MONDAY + 9)], ROB, OWNERS)).toEqual({
      job: 'editor',
    });
    expect(positionOf([owner], 'sam', OWNERS)).toEqual({});
  });

  it('are not what somebody says who is no owner any more', () => {
    const former = said({ job: 'manager' }, 'fred', MONDAY + 9);
    expect(positionOf([said({ job: 'rep' }, 'olga'), former], ROB, OWNERS)).toEqual({ job: 'rep' });
  });

  it('kept to oneself say nothing to others', () => {
    expect(positionOf([{ ...said({ job: 'rep' }, ROB), audience: 'author' }], ROB, OWNERS)).toEqual({});
  });

  it('lead to a heading of the library that has behaviours', () => {
    for (const role of Object.values(ROLE_OF_JOB)) {
      expect(behavioursOf(role).some(({ body }) => body.role === role)).toBe(true);
    }
  });
});

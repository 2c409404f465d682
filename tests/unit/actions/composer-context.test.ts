import { describe, expect, it } from 'vitest';
import { mayWriteAbout } from '#lib/records/permissions.ts';
import { writerOf } from '#lib/store/identity.ts';
import type { Member, Role } from '#lib/sync/protocol.ts';

const member = (id: string, roles: Role[], ...coachIds: string[]): Member => ({
  id,
  name: id,
  roles,
  coachIds,
});
/** Anna coaches Ravi; Piet and Ravi are peers, and Piet is assigned to Ravi; Olive owns the workspace. */
const members = [
  member('olive', ['owner']),
  member('anna', ['coach']),
  member('boris', ['coach']),
  member('ravi', ['coachee'], 'anna', 'piet'),
  member('piet', ['coachee']),
];

describe('whom the composer offers to write about', () => {
  it.each([
    ['anna', ['anna', 'ravi']],
    ['boris', ['boris']],
    ['ravi', ['ravi']],
    ['piet', ['ravi', 'piet']],
    ['olive', ['olive', 'anna', 'boris', 'ravi', 'piet']],
  ])('the composer offers %s these people: %j', (memberId, expected) => {
    const offered = members.filter(({ id }) => mayWriteAbout(writerOf({ memberId, members }), id));
    expect(offered.map(({ id }) => id)).toEqual(expected);
  });
});

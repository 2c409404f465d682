import { describe, expect, it } from 'vitest';
import { waitingFor } from '#lib/coaching/due/waiting.ts';
import { loadTeam } from '#lib/device/team.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';
import { toRow } from '#lib/store/row/row.ts';
import { CORA, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

const identity: Identity = {
  workspaceId: 'team',
  workspaceName: 'North Sales',
  memberId: CORA,
  name: 'Cora',
  members: [
    { id: CORA, name: 'Cora', roles: ['coach'], coachIds: [] },
    { id: ROB, name: 'Rob', roles: ['coachee'], coachIds: [CORA] },
  ],
  settings: { timeZone: 'UTC' },
};

async function waits(records: Envelope[], now: number): Promise<string[]> {
  const db = freshDb();
  await db.records.bulkPut(records.map(record => toRow(record, { sync: 'accepted' })));
  const team = await loadTeam(db, identity, now);
  return waitingFor(team, CORA, now).map(({ kind }) => kind);
}

describe('what a coach’s device knows about their people', () => {
  const sent = note();
  const away = make('leave', { from: '2026-11-03', to: '2026-11-04' }, { by: ROB });

  it('nobody who is away is behind with an answer', async () => {
    expect(await waits([sent], MONDAY + 30 * HOUR)).toEqual(['stall']);
    expect(await waits([sent, away], MONDAY + 30 * HOUR)).toEqual([]);
    expect(await waits([sent, away], MONDAY + 73 * HOUR)).toEqual(['stall']);
  });
});

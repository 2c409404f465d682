/** The step to an active behaviour is judged, and what is active already is not judged again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord, reviseRecord } from '#lib/records/create.ts';
import type { Body, RecordOf } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { logEntry } from '#server/audit/log.ts';
import { behaviour } from '#testing/records.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
beforeAll(async () => {
  team = await startTeam();
});
afterAll(() => team.stop());

const VAGUE = 'Be more engaging.';

async function person(name: string) {
  const who = await team.join(name, ['coachee']);
  const make = (changes: Partial<Body<'behaviour'>>, at = Date.now()): RecordOf<'behaviour'> =>
    createRecord(
      {
        type: 'behaviour',
        workspaceId: team.workspaceId,
        authorId: who.id,
        subjectId: who.id,
        audience: 'coaches',
        body: { ...behaviour().body, state: 'active', ...changes },
      },
      at,
    );
  return { who, make };
}

/** Puts other words into a stored behaviour, as a check that let them pass would have left them. */
async function asOfAnOlderCheck(record: RecordOf<'behaviour'>): Promise<RecordOf<'behaviour'>> {
  const stored = { ...record, body: { ...record.body, looksLike: VAGUE } };
  await team.server.context.database.db
    .updateTable('records')
    .set({ record: JSON.stringify(stored) })
    .where('id', '=', record.id)
    .execute();
  return stored;
}

describe('a behaviour', () => {
  it('that says nothing one could see becomes active neither at once nor later', async () => {
    const { who, make } = await person('Nora New');
    expect(await who.push(make({ looksLike: VAGUE }))).toMatchObject([{ code: 'limit' }]);
    const proposed = make({ looksLike: VAGUE, state: 'proposed' });
    const taken = reviseRecord(proposed, { ...proposed.body, state: 'active' }, Date.now());
    expect(await who.push(proposed, taken)).toMatchObject([{ status: 'accepted' }, { code: 'limit' }]);
  });

  it('is judged only so often in one push: no push keeps the server busy with words', async () => {
    const { who, make } = await person('Mona Many');
    const results = await who.push(...Array.from({ length: 25 }, () => make({ looksLike: VAGUE })));
    const refused = results.flatMap(result => ('message' in result ? result.message : []));
    expect(refused).toHaveLength(25);
    expect(refused.filter(message => message.startsWith('At most 20 behaviours'))).toHaveLength(5);
    // The next push is judged anew.
    expect(await who.push(make({}))).toMatchObject([{ status: 'accepted' }]);
  });

  it('that is active stays so, and can be changed, whatever the check asks for by now', async () => {
    const { who, make } = await person('Ada Active');
    const record = make({});
    expect(await who.push(record)).toMatchObject([{ status: 'accepted' }]);
    const stored = await asOfAnOlderCheck(record);
    const changed = reviseRecord(stored, { ...stored.body, whyItWorks: 'It shows.' }, Date.now());
    expect(await who.push(changed)).toMatchObject([{ status: 'accepted' }]);
    // Once parked, taking it up is a step to active.
    const parked = reviseRecord(changed, { ...changed.body, state: 'parked' }, Date.now());
    const again = reviseRecord(parked, { ...parked.body, state: 'active' }, Date.now());
    expect(await who.push(parked, again)).toMatchObject([{ status: 'accepted' }, { code: 'limit' }]);
  });

  it('that a restored server does not have any more is taken in again as it was', async () => {
    const { who, make } = await person('Resi Restored');
    const before = make({ looksLike: VAGUE }, Date.now() - 60_000);
    expect(await who.push(before)).toMatchObject([{ code: 'limit' }]);
    const { db } = team.server.context.database;
    await logEntry(db, team.workspaceId, Date.now() - 30_000, { kind: 'restore', type: 'workspace' });
    expect(await who.push(before)).toMatchObject([{ status: 'accepted' }]);
    expect(await who.push(make({ looksLike: VAGUE }))).toMatchObject([{ code: 'limit' }]);
  });

  it('that nobody offered for a month after a restore is judged like a new one', async () => {
    const other = await startTeam();
    try {
      const { db } = other.server.context.database;
      const at = Date.now() - 31 * DAY;
      await logEntry(db, other.workspaceId, at, { kind: 'restore', type: 'workspace' });
      const { owner, workspaceId } = other;
      const made = { workspaceId, authorId: owner.id, subjectId: owner.id, audience: 'coaches' as const };
      const body = { ...behaviour().body, state: 'active' as const, looksLike: VAGUE };
      const before = createRecord({ ...made, type: 'behaviour', body }, at - 1);
      expect(await owner.push(before)).toMatchObject([{ code: 'limit' }]);
    } finally {
      await other.stop();
    }
  });

  it('is judged whatever newer versions wrote about that person, and theirs is passed on unjudged', async () => {
    const { who, make } = await person('Nils Newer');
    const newer = (type: string, body: object) => ({ ...make({}), type, schema: 2, body });
    const at = { startAt: 0, endAt: Date.now() + DAY };
    const odd = [
      newer('cycle', { kind: 'starter', ...at, executionProblem: { text: 5 } }),
      newer('behaviour', { state: 'active', looksLike: 5 }),
    ];
    expect(await who.push(...odd)).toMatchObject(odd.map(() => ({ status: 'accepted' })));
    expect(await who.push(make({}), make({ looksLike: VAGUE }))).toMatchObject([
      { status: 'accepted' },
      { code: 'limit' },
    ]);
  });
});

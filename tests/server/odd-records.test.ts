/** Odd values in pushed records: refused with a reason on either database, and what is beside them gets in. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelopeSchema } from '#lib/records/envelope.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';
import { kinds, oddRecords } from '#tests/unit/records/odd-values.ts';

let team: TestTeam & { owner: TestMember };
beforeAll(async () => {
  team = await startTeam();
});
afterAll(() => team.stop());

describe('a push', () => {
  it.each(kinds)('refuses every odd value in a %s, and takes in what is beside it', async type => {
    const base = team.owner.note(team.owner);
    const odd = oddRecords(type, base).filter(({ record }) => fitsTheWire(record));
    expect(odd.length).toBeGreaterThan(20);
    for (let i = 0; i < odd.length; i += 50) {
      const some = odd.slice(i, i + 50);
      const good = team.owner.note(team.owner);
      const results = await team.owner.push(...some.map(({ record }) => record), good);
      expect(results.pop()).toMatchObject({ status: 'accepted' });
      const taken = results.flatMap((result, at) => (result.status === 'refused' ? [] : [some[at]?.place]));
      expect(taken).toEqual([]);
      for (const result of results) expect(result).toMatchObject({ message: expect.stringMatching(/./) });
    }
  });

  it('of an odd number that JSON can say but no number can hold is refused too', async () => {
    const text = JSON.stringify({ records: [{ ...team.owner.note(team.owner), colour: 'BIG' }] });
    const response = await team.owner.fetch('/v1/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text.replace('"BIG"', '1e999'),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ results: [{ status: 'refused', code: 'invalid' }] });
  });

  it('goes on beside a record of a time with wider bounds, which its author can still take back', async () => {
    const note = team.owner.note(team.owner);
    expect(await team.owner.push(note)).toMatchObject([{ status: 'accepted' }]);
    const old = { ...note, updatedAt: 9e15 };
    expect(envelopeSchema.safeParse(old).success).toBe(false);
    await team.server.context.database.db
      .updateTable('records')
      .set({ record: JSON.stringify(old) })
      .where('id', '=', note.id)
      .execute();
    const [answer] = await team.owner.push({ ...note, rev: 2, deletedAt: team.now(), body: {} });
    expect(answer).toMatchObject({ status: 'accepted' });
  });
});

/** What JSON says as it is (it writes NaN and Infinity as null, which is another value), and what a push may hold. */
function fitsTheWire(record: object): boolean {
  const text = JSON.stringify(record);
  return text.length < 60_000 && isDeepStrictEqual(JSON.parse(text), record);
}

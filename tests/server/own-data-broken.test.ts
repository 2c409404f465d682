/** Exports beside rows that are damaged or date from a time with wider limits: they go on, and name the row. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasePerson } from '#server/exchange/erasure/erase.ts';
import { purgeTombstones } from '#server/exchange/erasure/purge.ts';
import { recordsPast } from '#server/exchange/erasure/retention.ts';
import type { LogLine } from '#server/http/log.ts';
import { parseCsv } from '#testing/csv.ts';
import { browse } from '#testing/server/browse.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

type Stored = Record<string, unknown>;
/** What may lie in the store, made from a record as it should be. */
const DAMAGE: Record<string, (record: Stored) => string> = {
  'an instant that no calendar has': record => JSON.stringify({ ...record, createdAt: 8.64e15 + 1 }),
  'a date of change far away': record => JSON.stringify({ ...record, updatedAt: -9e15 }),
  'a deletion far away': record => JSON.stringify({ ...record, deletedAt: 9e15 }),
  'a text for an instant': record => JSON.stringify({ ...record, createdAt: 'yesterday' }),
  'a large number': record => JSON.stringify({ ...record, rev: 2 ** 53 }),
  'no body': record => JSON.stringify({ ...record, body: undefined }),
  'a list for a body': record => JSON.stringify({ ...record, body: [] }),
  'an unknown audience': record => JSON.stringify({ ...record, audience: 'toString' }),
  'no author': record => JSON.stringify({ ...record, authorId: undefined }),
  'a type of the prototype': record => JSON.stringify({ ...record, type: '__proto__' }),
  'a date in the body far away': record =>
    JSON.stringify({ ...record, body: { observation: 'CANARY', createdAt: 1e300, at: -1e18 } }),
  'half a character': record => JSON.stringify({ ...record, body: { observation: 'CANARY \ud83d' } }),
  'a body of the prototype': () => '{"__proto__":{"id":"x"}}',
  'deep nesting': record =>
    `${JSON.stringify(record).slice(0, -2)},"deep":${'['.repeat(9000)}${']'.repeat(9000)}}}`,
  'half a record': record => JSON.stringify(record).slice(0, 120),
  'no JSON': () => 'CANARY \u0001 = not JSON',
  null: () => 'null',
  'a list': () => '[]',
  'a text': () => '"text"',
  nothing: () => '',
};

let log: LogLine[];
let team: TestTeam & { owner: TestMember };
beforeEach(async () => {
  log = [];
  team = await startTeam({ log: line => log.push(line) });
});
afterEach(() => team.stop());

async function storeDamaged(): Promise<Map<string, string>> {
  const { owner } = team;
  const ids = new Map<string, string>();
  for (const [name, damaged] of Object.entries(DAMAGE)) {
    const note = owner.note(owner);
    await owner.push(note);
    ids.set(name, note.id);
    await team.server.context.database.db
      .updateTable('records')
      .set({ record: damaged({ ...note }) })
      .where('id', '=', note.id)
      .execute();
  }
  return ids;
}

const fetched = async (format: string) => {
  const response = await team.owner.fetch(`/v1/export?format=${format}`);
  expect([format, response.status]).toEqual([format, 200]);
  return response.text();
};

describe('beside damaged rows', () => {
  it.each(['json', 'ndjson', 'csv', 'html'])(
    'an export as %s has all the others and names each of these',
    async format => {
      const good = team.owner.note(team.owner, { body: { observation: 'First, and whole.' } });
      await team.owner.push(good);
      const ids = await storeDamaged();
      const last = team.owner.note(team.owner, { body: { observation: 'Last, and whole.' } });
      await team.owner.push(last);

      const text = await fetched(format);
      expect(text).toContain('First, and whole.');
      expect(text).toContain('Last, and whole.');
      for (const [name, id] of ids) expect([name, text.includes(id)]).toEqual([name, true]);
      const logged = log.filter(line => line.event === 'damaged-record');
      const fine = [
        'a date in the body far away',
        'half a character',
        'a type of the prototype',
        'deep nesting',
      ];
      for (const [name, id] of ids) {
        if (fine.includes(name)) continue;
        expect([name, logged.filter(line => line.record === id).length]).toEqual([name, 1]);
      }
      expect(JSON.stringify(log)).not.toContain('CANARY');
      if (format === 'json') expect(JSON.parse(text).damaged.length).toBeGreaterThan(10);
      if (format === 'csv') {
        const rows = parseCsv(text, ',');
        expect(new Set(rows.map(row => row.length)).size).toBe(1);
        expect(rows).toHaveLength(ids.size + 3);
      }
      if (format === 'ndjson') {
        const lines = text
          .trim()
          .split('\n')
          .map(line => JSON.parse(line));
        const end = lines.pop();
        const damaged = lines.filter(line => line.damaged);
        expect(end).toEqual({
          end: true,
          records: lines.length - 1 - damaged.length,
          damaged: damaged.length,
        });
      }
      if (format === 'html') expect(text.trimEnd().endsWith('</html>')).toBe(true);
    },
  );

  it('what somebody else wrote for their own eyes stays unseen, whatever is wrong with it', async () => {
    const rep = await team.join('Ravi Rep', ['coachee']);
    const secret = team.owner.note(rep, { audience: 'author', body: { observation: 'CANARY' } });
    await team.owner.push(secret);
    await team.server.context.database.db
      .updateTable('records')
      .set({ record: 'CANARY' })
      .where('id', '=', secret.id)
      .execute();
    for (const format of ['json', 'ndjson', 'csv', 'html']) {
      const text = await (await rep.fetch(`/v1/export?format=${format}`)).text();
      expect([format, text.includes('CANARY'), text.includes(secret.id)]).toEqual([format, false, false]);
    }
  });

  it('the rows of the log and of devices may have any instant too', async () => {
    const { db } = team.server.context.database;
    await db.updateTable('devices').set({ created_at: 9e15, seen_at: -9e15 }).execute();
    await db
      .insertInto('audit')
      .values({
        workspace_id: team.workspaceId,
        n: 9000,
        at: 9e15,
        kind: 'hasOwnProperty',
        actor_id: team.owner.id,
        subject_id: null,
        type: null,
        target_id: null,
        detail: null,
        hash: '-',
      })
      .execute();
    for (const format of ['json', 'ndjson', 'csv', 'html']) {
      expect((await fetched(format)).length).toBeGreaterThan(0);
    }
    const browser = browse(team.url, team.owner.cookie);
    for (const path of ['', '/data', '/audit']) {
      expect([path, (await browser.get(`/team/${team.workspaceId}${path}`)).status]).toEqual([path, 200]);
    }
  });

  it('erasure and retention go on, and leave nothing of them', async () => {
    const { server, owner, workspaceId } = team;
    const { db } = server.context.database;
    const count = (await storeDamaged()).size;
    const input = { workspaceId, now: Date.now() };
    const past = await recordsPast(db, workspaceId, Date.now() + 1);
    expect(past.length).toBeGreaterThan(10);
    await erasePerson(db, input, owner.id, 'both');
    const rows = await db.selectFrom('records').select(['record', 'deleted']).execute();
    expect(rows).toHaveLength(count);
    expect(rows.filter(row => row.record.includes('CANARY'))).toEqual([]);
    expect(rows.filter(row => row.deleted === 0)).toEqual([]);
    await purgeTombstones(db, Date.now() + 1, () => {}, 0);
  });
});

/** A person's rights: see and take along what is theirs, have it erased; a workspace's retention, and its way to another server. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, positionId, reviseRecord, stageId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, RecordType } from '#lib/records/types.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import {
  applyRetention,
  cutoffOf,
  erasePast,
  isPast,
  recordsPast,
} from '#server/exchange/erasure/retention.ts';
import { startServer } from '#server/start.ts';
import { createDevice } from '#server/store/devices.ts';
import { listMembers } from '#server/store/members.ts';
import { emptyStore, postgresUrl } from '#testing/server/empty-store.ts';
import { SERVER_MAIN } from '#testing/server/server-process.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';
import { samples } from '../unit/records/samples.ts';

const START = Date.UTC(2026, 0, 31, 9);
const DAY = 24 * 60 * 60_000;

let time: number;
let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
let peer: TestMember;

beforeEach(async () => {
  time = START;
  team = await startTeam({ now: () => time });
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  peer = await team.join('Piet Peer', ['coachee']);
  await team.assign(coach, rep);
});
afterEach(() => team.stop());

const db = () => team.server.context.database.db;
const ids = (records: unknown[]) => records.map(record => (record as Envelope).id).sort();

function send(member: TestMember, path: string, method: string, body: unknown): Promise<Response> {
  return member.fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('one’s own data', () => {
  it('is all that is by me or about me and that I may see, and nothing else', async () => {
    const toMe = coach.note(rep, { audience: 'pair' });
    const mine = rep.note(rep, { audience: 'author' });
    const behindMyBack = coach.note(rep, { audience: 'author' });
    const others = coach.note(coach, { audience: 'workspace' });
    await coach.push(toMe, behindMyBack, others);
    await rep.push(mine);
    const response = await rep.fetch('/v1/export');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const data = await response.json();
    expect(ids(data.records)).toEqual(ids([toMe, mine]));
    expect(data).toMatchObject({
      member: { id: rep.id, name: 'Ravi Rep', email: rep.email },
      assignments: [{ coachId: coach.id, coacheeId: rep.id, state: 'active' }],
      devices: [{ name: 'Test browser' }],
    });
    expect(JSON.stringify(data)).not.toContain(coach.email);
  });

  it('says who did what with it, and that it was exported', async () => {
    await coach.push(coach.note(rep));
    await rep.fetch('/v1/export');
    const { log } = await (await rep.fetch('/v1/export')).json();
    const said = log.map((entry: { kind: string; actorId: string }) => `${entry.kind} ${entry.actorId}`);
    expect(said).toContain(`send ${coach.id}`);
    expect(said).toContain(`export ${rep.id}`);
  });

  it('comes as CSV in which no cell begins a formula', async () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'plain, "quoted"\nand long'];
    for (const text of cells) {
      const body = {
        artifact: { kind: 'crm' as const, site: 'x', key: 'k', url: 'https://x.example', title: text },
      };
      const [result] = await rep.push(rep.note(rep, { body: { ...body, observation: text } }));
      expect(result).toMatchObject({ status: 'accepted' });
    }
    const response = await rep.fetch('/v1/export?format=csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    const rows = readCsv((await response.text()).replace(/^\uFEFF/, ''));
    expect(rows[0]).toContain('words');
    expect(rows).toHaveLength(cells.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.some(row => row.some(cell => cell.includes('plain, "quoted"\nand long')))).toBe(true);
  });

  it('is as large as it is: a thousand records go through', async () => {
    for (let i = 0; i < 11; i += 1) await rep.push(...Array.from({ length: 100 }, () => rep.note(rep)));
    expect((await (await rep.fetch('/v1/export')).json()).records).toHaveLength(1100);
  });

  it('is nobody else’s', async () => {
    expect((await fetch(`${team.url}/v1/export`)).status).toBe(401);
    expect((await rep.fetch('/v1/export?format=xml')).status).toBe(400);
  });
});

describe('erasure', () => {
  it('takes the words of a record away, for everybody and for good', async () => {
    const note = coach.note(rep, { body: { observation: 'CANARY', extra: 'CANARY' } });
    await coach.push({ ...note, colour: 'CANARY' });
    const coachAt = (await coach.pull()).cursor;
    const repAt = (await rep.pull()).cursor;
    time += DAY;
    const answer = await send(team.owner, '/v1/erasures', 'POST', { recordId: note.id });
    expect(await answer.json()).toEqual({ erased: 1 });
    for (const [member, cursor] of [
      [coach, coachAt],
      [rep, repAt],
    ] as const) {
      const { records } = await member.pull(cursor);
      expect(records).toMatchObject([{ id: note.id, rev: 2, deletedAt: time, body: {}, authorId: coach.id }]);
    }
    const { rows } = await sql<{ record: string }>`select record from records`.execute(db());
    expect(JSON.stringify(rows)).not.toContain('CANARY');
    // Its author cannot bring it back.
    const back = await coach.push(reviseRecord(note, note.body, time), note);
    expect(back.map(each => each.status)).toEqual(['stale', 'stale']);
    expect(await coach.push({ ...note, rev: 3 })).toMatchObject([{ status: 'refused', code: 'immutable' }]);
  });

  it('does nothing the second time', async () => {
    const note = rep.note(rep);
    await rep.push(note);
    const erase = async (body: unknown) => (await send(team.owner, '/v1/erasures', 'POST', body)).json();
    expect(await erase({ recordId: note.id })).toEqual({ erased: 1 });
    const { cursor } = await rep.pull();
    expect(await erase({ recordId: note.id })).toEqual({ erased: 0 });
    expect(await erase({ recordId: 'never-there' })).toEqual({ erased: 0 });
    expect(await rep.pull(cursor)).toMatchObject({ records: [], removed: [] });
    const entries = await db().selectFrom('audit').selectAll().where('kind', '=', 'erase').execute();
    expect(entries).toMatchObject([{ actor_id: team.owner.id, target_id: note.id, type: 'note' }]);
    expect(await verifyAudit(db(), team.workspaceId)).toMatchObject({ ok: true });
  });

  it.each([
    ['by', ['theirs', 'other']],
    ['about', ['mine', 'other']],
    ['both', ['other']],
  ] as const)('of what is %s a person leaves %j', async (which, left) => {
    // What I keep for myself about nobody is not about me.
    const mine = rep.note(undefined, { audience: 'author' });
    const notes = { mine, theirs: coach.note(rep), other: coach.note(coach) };
    await rep.push(notes.mine);
    await coach.push(notes.theirs, notes.other);
    await send(team.owner, '/v1/erasures', 'POST', { memberId: rep.id, which });
    const held = [...(await rep.pull()).records, ...(await coach.pull()).records] as Envelope[];
    const alive = new Set(held.filter(record => record.deletedAt === undefined).map(record => record.id));
    expect([...alive].sort()).toEqual(ids(left.map(name => notes[name])));
  });

  it('is for owners, and for their own workspace', async () => {
    const note = rep.note(rep);
    await rep.push(note);
    for (const member of [coach, rep, peer]) {
      expect((await send(member, '/v1/erasures', 'POST', { recordId: note.id })).status).toBe(403);
    }
    for (const body of [{}, { recordId: 7 }, { memberId: rep.id }, { recordId: note.id, which: 'both' }]) {
      expect((await send(team.owner, '/v1/erasures', 'POST', body)).status).toBe(400);
    }
    expect((await rep.pull()).records).toEqual([note]);
  });
});

describe('retention', () => {
  it('keeps all until an owner says otherwise, shows first what would go, then erases it daily', async () => {
    const old = rep.note(rep);
    await rep.push(old);
    time += 200 * DAY;
    const young = rep.note(rep);
    await rep.push(young);
    time += 190 * DAY;
    const hub = team.server.context.hub;
    expect(await applyRetention(db(), hub, time)).toBe(0);
    expect(await (await team.owner.fetch('/v1/retention?months=12')).json()).toEqual({
      months: null,
      past: 1,
    });
    expect((await send(coach, '/v1/retention', 'PUT', { months: 12 })).status).toBe(403);
    expect((await send(team.owner, '/v1/retention', 'PUT', { months: 0 })).status).toBe(400);
    expect((await send(team.owner, '/v1/retention', 'PUT', { months: 12 })).status).toBe(204);
    expect(await (await team.owner.fetch('/v1/retention')).json()).toEqual({ months: 12, past: 1 });
    const { cursor } = await rep.pull();
    expect(await applyRetention(db(), hub, time)).toBe(1);
    expect((await rep.pull(cursor)).records).toMatchObject([{ id: old.id, body: {} }]);
    expect(await applyRetention(db(), hub, time)).toBe(0);
    const entries = await db().selectFrom('audit').selectAll().orderBy('n').execute();
    expect(entries.slice(-2)).toMatchObject([
      { kind: 'settings', actor_id: team.owner.id, detail: '{"retentionMonths":12}' },
      { kind: 'erase', actor_id: null, target_id: old.id },
    ]);
  });

  it('looks again before it erases: what changed meanwhile stays, and so does all if an owner wants to keep it', async () => {
    const log = (day: string) =>
      createRecord(
        {
          type: 'log',
          workspaceId: team.workspaceId,
          authorId: rep.id,
          subjectId: rep.id,
          audience: 'author',
          body: { behaviourId: 'b', result: 'done', day },
        },
        time,
      );
    const [changed, same] = [log('2026-01-30'), log('2026-01-31')];
    await rep.push(changed, same);
    time += 400 * DAY;
    await send(team.owner, '/v1/retention', 'PUT', { months: 12 });
    const past = await recordsPast(db(), team.workspaceId, cutoffOf(12, time));
    expect([...past].sort()).toEqual(ids([changed, same]));
    const [result] = await rep.push(reviseRecord(changed, { ...changed.body, effort: 'Easy.' }, time));
    expect(result).toMatchObject({ status: 'accepted' });
    const input = { workspaceId: team.workspaceId, now: time };
    await send(team.owner, '/v1/retention', 'PUT', { months: null });
    expect((await erasePast(db(), input, past)).count).toBe(0);
    await send(team.owner, '/v1/retention', 'PUT', { months: 12 });
    expect((await erasePast(db(), input, past)).count).toBe(1);
    const { records } = await rep.pull();
    expect(records.find(record => (record as Envelope).id === changed.id)).toMatchObject({
      body: { effort: 'Easy.' },
    });
  });

  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 12, '2025-01-15'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2026-11-23', 6, '2026-05-23'],
  ])('on %s, %i months back is %s', (today, months, day) => {
    expect(new Date(cutoffOf(months, Date.parse(today))).toISOString().slice(0, 10)).toBe(day);
  });

  it('never counts more days than the months have', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 240 }),
        (date, months) => {
          const cutoff = new Date(cutoffOf(months, date.getTime()));
          const apart =
            (date.getUTCFullYear() - cutoff.getUTCFullYear()) * 12 +
            date.getUTCMonth() -
            cutoff.getUTCMonth();
          expect(apart).toBe(months);
          expect(cutoff.getUTCDate()).toBeLessThanOrEqual(date.getUTCDate());
        },
      ),
    );
  });

  it('leaves what is in use', () => {
    const base = { workspaceId: 'w', authorId: 'a', audience: 'coaches' as const };
    const behaviour = (state: string, subjectId?: string) =>
      ({
        ...createRecord({ ...base, subjectId, type: 'log', body: {} as never }, 5),
        type: 'behaviour',
        body: { state },
      }) as Envelope;
    const today = { memberIds: new Set<string>(), programmeIds: new Set<string>() };
    expect(isPast(behaviour('active', 'p'), 10, today)).toBe(false);
    expect(isPast(behaviour('retired', 'p'), 10, today)).toBe(true);
    expect(isPast(behaviour('retired'), 10, today)).toBe(false);
    expect(isPast({ ...behaviour('retired', 'p'), updatedAt: 11 }, 10, today)).toBe(false);
    expect(isPast({ ...behaviour('retired', 'p'), deletedAt: 6 }, 10, today)).toBe(false);
  });

  it('leaves the routines, programmes, leave and positions that hold today', async () => {
    const make = <T extends RecordType>(
      type: T,
      body: Body<T>,
      more: { id?: string; refs?: string[] } = {},
    ) =>
      createRecord(
        {
          ...more,
          type,
          workspaceId: team.workspaceId,
          authorId: rep.id,
          subjectId: rep.id,
          audience: 'coaches' as const,
          body,
        },
        time,
      );
    const { until: _, ...routine } = samples.routine;
    const { endDay: __, ...programme } = samples.programme;
    const stageOf = (programmeId: string) =>
      make(
        'stage',
        { ...samples.stage, programmeId },
        { id: stageId(programmeId, samples.stage.stage, rep.id), refs: [programmeId] },
      );
    const running = make('programme', programme);
    const stays = [
      make('routine', routine),
      make('routine', { ...routine, until: '2026-03-08' }),
      running,
      make('programme', { ...programme, endDay: '2026-03-07' }),
      stageOf(running.id),
      make('leave', { from: '2026-02-01', to: '2026-03-07' }),
      make('position', { job: 'rep' }, { id: positionId(rep.id, rep.id) }),
    ];
    const ended = make('programme', { ...programme, endDay: '2026-03-06' });
    const goes = [
      make('routine', { ...routine, until: '2026-03-06' }),
      ended,
      stageOf(ended.id),
      make('leave', { from: '2026-02-01', to: '2026-03-06' }),
    ];
    for (const result of await rep.push(...stays, ...goes)) expect(result.status).toBe('accepted');
    time += 400 * DAY;
    const cutoff = Date.UTC(2026, 2, 7, 9);
    expect(cutoffOf(12, time)).toBe(cutoff);
    expect((await recordsPast(db(), team.workspaceId, cutoff)).sort()).toEqual(ids(goes));
    // And again in the transaction that erases.
    await send(team.owner, '/v1/retention', 'PUT', { months: 12 });
    const all = ids([...stays, ...goes]);
    const input = { workspaceId: team.workspaceId, now: time };
    expect((await erasePast(db(), input, all)).count).toBe(goes.length);
  });

  it('takes what was said of the position of somebody who left', () => {
    const position = createRecord(
      {
        type: 'position',
        workspaceId: 'w',
        authorId: 'o',
        subjectId: 'p',
        audience: 'workspace' as const,
        body: { job: 'rep' },
      },
      5,
    );
    const programmeIds = new Set<string>();
    expect(isPast(position, 10, { memberIds: new Set(['p']), programmeIds })).toBe(false);
    expect(isPast(position, 10, { memberIds: new Set(['o']), programmeIds })).toBe(true);
  });
});

describe('the log, for owners', () => {
  it('is read in pages and checked', async () => {
    await coach.push(coach.note(rep), coach.note(rep));
    const first = await (await team.owner.fetch('/v1/audit?limit=2')).json();
    expect(first.entries.map((entry: { n: number }) => entry.n)).toEqual([1, 2]);
    expect(first.more).toBe(true);
    const rest = await (await team.owner.fetch('/v1/audit?after=2')).json();
    expect(rest.entries.at(-1)).toMatchObject({ kind: 'send', actorId: coach.id, subjectId: rep.id });
    expect(rest.more).toBe(false);
    const check = await (await team.owner.fetch('/v1/audit/check')).json();
    expect(check).toMatchObject({ ok: true, count: rest.entries.at(-1).n });
    expect((await rep.fetch('/v1/audit')).status).toBe(403);
    expect((await rep.fetch('/v1/audit/check')).status).toBe(403);
  });
});

describe('a workspace that moves to another server', { timeout: 120_000 }, () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sideline-move-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const SECRET = 'one secret for whoever asks the same data';
  const store = async (name: string) =>
    postgresUrl() === undefined
      ? { dataDir: join(folder, name), secret: SECRET }
      : { ...(await emptyStore()), secret: SECRET };

  async function command(at: Awaited<ReturnType<typeof store>>, args: string[]): Promise<string> {
    const where =
      'databaseUrl' in at && at.databaseUrl !== undefined
        ? { DATABASE_URL: at.databaseUrl }
        : { DATA_DIR: at.dataDir ?? '' };
    const { stdout } = await promisify(execFile)(process.execPath, [SERVER_MAIN, ...args], {
      env: { PATH: process.env.PATH, SECRET, ...where },
    });
    return stdout;
  }

  it('takes everybody and everything along, under new ids for people, and leaves secrets behind', async () => {
    const from = await store('from');
    const old = await startTeam(from);
    const lead = await old.join('Lena Lead', ['coach']);
    const learner = await old.join('Lars Learner', ['coachee']);
    await old.assign(lead, learner);
    const note = lead.note(learner);
    const gone = learner.note(learner, { audience: 'author' });
    await lead.push(note);
    await learner.push(gone);
    await old.stop();

    const file = join(folder, 'workspace');
    await expect(command(from, ['export-workspace', old.workspaceId, lead.email, file])).rejects.toThrow(
      'is not an owner',
    );
    expect(await command(from, ['export-workspace', old.workspaceId, old.owner.email, file])).toContain(
      '2 records',
    );
    const bytes = (await readFile(file)).toString('latin1');
    expect(bytes).not.toContain(lead.token);

    const to = await store('to');
    const said = await command(to, ['import-workspace', file, old.owner.email]);
    const workspaceId = /new workspace (\S+)\./.exec(said)?.[1] ?? '';
    const server = await startServer({ ...to, port: 0, log: null });
    try {
      const there = server.context.database.db;
      const members = await listMembers(there, workspaceId);
      expect(members.map(({ name, roles }) => [name, roles])).toEqual(
        expect.arrayContaining([
          ['Olive Owner', ['owner']],
          ['Lena Lead', ['coach']],
          ['Lars Learner', ['coachee']],
        ]),
      );
      const idOf = (name: string) => members.find(member => member.name === name)?.id ?? '';
      const pullAs = async (name: string) => {
        const input = { workspaceId, memberId: idOf(name), name: 'New browser', now: Date.now() };
        const { token } = await createDevice(there, input);
        const response = await fetch(`${server.url}/v1/pull`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return (await response.json()).records as Envelope[];
      };
      expect(await pullAs('Lena Lead')).toEqual([
        { ...note, workspaceId, authorId: idOf('Lena Lead'), subjectId: idOf('Lars Learner') },
      ]);
      expect(ids(await pullAs('Lars Learner'))).toEqual(ids([note, gone]));
      expect(await pullAs('Olive Owner')).toEqual([]);
      expect(await verifyAudit(there, workspaceId)).toMatchObject({ ok: true });
      const kinds = await there.selectFrom('audit').select('kind').execute();
      expect(kinds.map(row => row.kind)).toContain('import');
      const accounts = await sql<{ password: string }>`select password from account`.execute(there);
      expect(accounts.rows).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});

/** RFC 4180, as a spreadsheet reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted) {
      if (char === '"' && text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (char === '\r' && text[i + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      i += 1;
    } else cell += char;
  }
  return rows.filter(row => row.length > 0);
}

/**
 * What a device does on each fault between it and the real server, as docs/sync.md states it: what the sync says, that
 * nothing of one's own is lost, and that the next sync puts all right.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { outbox } from '#lib/store/outbox.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { type SyncOutcome, syncOnce } from '#lib/sync/engine.ts';
import { deleteDevice, findCaller } from '#server/store/devices.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';
import { freshDb } from '#tests/unit/store/open.ts';
import { note } from '#tests/unit/store/rows.ts';
import { createForwarder, type LineAnswer, type LineRequest, startLine } from './line.ts';

const YEAR = 366 * 24 * 60 * 60_000;

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
let now = Date.UTC(2026, 10, 2, 9);
const forwarder = createForwarder();
beforeAll(async () => {
  team = await startTeam({ now: () => now });
  coach = await team.join('Cora Coach', ['coach']);
  rep = await team.join('Rita Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterAll(async () => {
  forwarder.stop();
  await team.stop();
});

type Fault = (
  request: LineRequest,
  reach: () => Promise<LineAnswer>,
) => Promise<LineAnswer | undefined> | undefined;

/** A device with an empty store, on a line of its own that is good where `fault` has nothing to say. */
async function deviceOf(member: TestMember) {
  const db = freshDb();
  const identity = { workspaceId: team.workspaceId, workspaceName: '', memberId: member.id, name: '' };
  await saveIdentity(db, { ...identity, members: [] });
  let fault: Fault = () => undefined;
  const line = await startLine(request => {
    const reach = () => forwarder.forward(team.url, request);
    return fault(request, reach) ?? reach();
  });
  onTestFinished(line.stop);
  let { token } = member;
  return {
    db,
    write: async (text: string, subject = member) => {
      const { workspaceId } = team;
      const record = note({ workspaceId, authorId: member.id, subjectId: subject.id, text, at: now });
      await saveOwn(db, record);
      return record;
    },
    during: (next: Fault) => {
      fault = next;
    },
    mend: () => {
      fault = () => undefined;
    },
    signInAgain: async () => {
      token = (await team.signIn(member)).token;
    },
    token: () => token,
    sync: (): Promise<SyncOutcome> =>
      syncOnce({
        db,
        account: { server: line.url, token, workspaceId: team.workspaceId, memberId: member.id },
        fetch,
        now: () => now,
      }),
    waiting: async () => (await outbox(db, team.workspaceId)).waiting,
  };
}

const answer = (status: number, text: string, headers: Record<string, string> = {}): LineAnswer => ({
  status,
  headers,
  body: Buffer.from(text),
});
const isPush = ({ path }: LineRequest) => path.startsWith('/v1/push');
const isPull = ({ path }: LineRequest) => path.startsWith('/v1/pull');

describe('a fault on the way, in the middle of a push', () => {
  const faults: [string, Fault, object][] = [
    [
      'the answer never comes',
      (request, reach) => (isPush(request) ? lose(reach) : undefined),
      { reason: 'offline' },
    ],
    [
      'half of the answer comes',
      (request, reach) => (isPush(request) ? halve(reach) : undefined),
      { reason: 'offline' },
    ],
    [
      'the server asks for patience, in seconds',
      request => (isPush(request) ? wrap(answer(503, '', { 'retry-after': '120' })) : undefined),
      { reason: 'busy', retryAfter: 120_000 },
    ],
    [
      'a proxy says that it is too much',
      request => (isPush(request) ? wrap(answer(429, 'slow down', { 'retry-after': '7' })) : undefined),
      { reason: 'busy', retryAfter: 7000 },
    ],
    [
      'a proxy answers with a page of its own',
      request =>
        isPush(request) ? wrap(answer(200, '<!doctype html><h1>Sign in to the network</h1>')) : undefined,
      { reason: 'bad-server' },
    ],
    [
      'a proxy sends it elsewhere',
      request =>
        isPush(request) ? wrap(answer(302, '', { location: 'https://elsewhere.example/' })) : undefined,
      { reason: 'bad-server' },
    ],
  ];
  for (const [name, fault, outcome] of faults) {
    it(`${name}: the words wait, and go out once, when the line is good again`, async () => {
      const device = await deviceOf(coach);
      const written = [await device.write(`${name}, one`, rep), await device.write(`${name}, two`, rep)];
      device.during(fault);
      expect(await device.sync()).toMatchObject({ ok: false, ...outcome });
      expect(await device.waiting()).toBe(2);
      device.mend();
      expect(await device.sync()).toMatchObject({ ok: true });
      expect(await device.waiting()).toBe(0);
      const held = (await rep.pull()).records as { id: string; body: { observation: string } }[];
      for (const { id, body } of written) {
        const found = held.filter(each => each.id === id);
        expect(found.map(each => each.body.observation)).toEqual([body.observation]);
      }
    });
  }

  it('signed out from elsewhere between two batches: what was taken is settled, the rest waits for the next sign-in', async () => {
    const device = await deviceOf(await team.signIn(coach));
    for (let i = 0; i < 130; i++) await device.write(`note ${i}`);
    let pushes = 0;
    device.during((request, reach) => {
      if (!isPush(request) || ++pushes < 2) return undefined;
      return signOut(device.token()).then(reach);
    });
    expect(await device.sync()).toMatchObject({ ok: false, reason: 'signed-out' });
    expect(await device.waiting()).toBe(30);
    device.mend();
    await device.signInAgain();
    expect(await device.sync()).toMatchObject({ ok: true, pushed: 30 });
    expect(await device.waiting()).toBe(0);
  });
});

describe('a fault on the way, in the middle of a pull', () => {
  it('half of a page is no page: neither it nor its cursor is kept, and own words go out all the same', async () => {
    const device = await deviceOf(rep);
    const sent = coach.note(rep);
    await coach.push(sent);
    device.during((request, reach) => (isPull(request) ? halve(reach) : undefined));
    expect(await device.sync()).toMatchObject({ ok: false, reason: 'offline' });
    expect(await device.db.records.count()).toBe(0);

    const own = await device.write('My own words.');
    device.during(request => (isPull(request) ? wrap(answer(200, '<html>')) : undefined));
    expect(await device.sync()).toMatchObject({ ok: false, reason: 'bad-server' });
    const held = (await rep.pull()).records as { id: string }[];
    expect(held.map(({ id }) => id)).toContain(own.id);
    device.mend();
    expect(await device.sync()).toMatchObject({ ok: true });
    expect(await device.db.records.get(sent.id)).toMatchObject({ sync: 'accepted' });
  });
});

describe('a device that was offline for a year', () => {
  it('gets what was written, loses what was deleted or is no longer for it, and its own words go out', async () => {
    const device = await deviceOf(await team.signIn(coach));
    const other = await team.join('Otto Other', ['coachee']);
    await team.assign(coach, other, { to: now + YEAR / 2 });
    const [kept, gone, theirs] = [rep.note(rep), rep.note(rep), other.note(other)];
    await rep.push(kept, gone);
    await other.push(theirs);
    await device.sync();
    expect(await device.db.records.bulkGet([gone.id, theirs.id])).toMatchObject([gone, theirs]);
    const own = await device.write('Written on the train, a year ago.');

    now += YEAR;
    await rep.push({ ...gone, rev: 2, updatedAt: now, deletedAt: now, body: {} });
    const fresh = rep.note(rep);
    await rep.push(fresh);

    expect(await device.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await device.db.records.get(kept.id)).toMatchObject({ sync: 'accepted' });
    expect(await device.db.records.get(fresh.id)).toMatchObject({ sync: 'accepted' });
    expect(await device.db.records.get(gone.id)).toMatchObject({ body: {} });
    expect(await device.db.records.get(theirs.id)).toBeUndefined();
    expect(await device.db.records.get(own.id)).toMatchObject({ sync: 'accepted' });
  });
});

describe('a first sync that is large', () => {
  /** `npm run test:faults` takes a hundred thousand. */
  const COUNT = Number(process.env.SIDELINE_MANY ?? 1200);

  it(
    `takes ${COUNT} records page by page, goes on where the line broke, and has each once`,
    async () => {
      const author = await team.join('Ada Author', ['coachee']);
      const records = Array.from({ length: COUNT }, (_, i) =>
        createRecord(
          {
            type: 'log',
            workspaceId: team.workspaceId,
            authorId: author.id,
            subjectId: author.id,
            audience: 'author',
            body: { behaviourId: `behaviour-${i}`, day: '2026-11-02', result: 'done' },
          },
          now,
        ),
      );
      for (let i = 0; i < COUNT; i += 100) await author.push(...records.slice(i, i + 100));
      const device = await deviceOf(author);
      let pages = 0;
      device.during((request, reach) => (isPull(request) && ++pages === 2 ? lose(reach) : undefined));
      expect(await device.sync()).toMatchObject({ ok: false, reason: 'offline' });
      expect(await device.db.records.count()).toBe(500);
      expect(await device.sync()).toMatchObject({ ok: true, pulled: COUNT - 500 });
      expect(await device.db.records.count()).toBe(COUNT);
      expect(pages).toBe(2 + Math.ceil((COUNT - 500) / 500));
    },
    30_000 + 5 * COUNT,
  );
});

async function lose(reach: () => Promise<LineAnswer>): Promise<undefined> {
  await reach();
}

async function halve(reach: () => Promise<LineAnswer>): Promise<LineAnswer> {
  const whole = await reach();
  return { ...whole, cutAfter: Math.floor(whole.body.byteLength / 2) };
}

function wrap(given: LineAnswer): Promise<LineAnswer> {
  return Promise.resolve(given);
}

async function signOut(token: string): Promise<void> {
  const { db } = team.server.context.database;
  const caller = await findCaller(db, token, now);
  if (caller) await deleteDevice(db, caller, now);
}

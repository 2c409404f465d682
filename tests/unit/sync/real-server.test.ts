/** The same engine against the real server, over the network: that both have read the protocol in the same way. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { keepMine, outbox } from '#lib/store/outbox.ts';
import { firstRow } from '#lib/store/row/change.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { syncOnce } from '#lib/sync/engine.ts';
import { connectLive } from '#lib/sync/live.ts';
import { PROTOCOL } from '#lib/sync/protocol.ts';
import { checkServer, signOut, startDeviceFlow } from '#lib/sync/sign-in.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import { startServer } from '#server/start.ts';
import { EXTENSION_ORIGIN, startTeam, type TestMember, type TestTeam } from '#testing/team.ts';
import { freshDb } from '#tests/unit/store/open.ts';
import { note } from '#tests/unit/store/rows.ts';
import { statesOf } from './scene.ts';

const QUIET = { port: 0, rateLimits: noRateLimits, log: null };

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
beforeAll(async () => {
  team = await startTeam();
  coach = await team.join('Cora Coach', ['coach']);
  rep = await team.join('Rita Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterAll(() => team.stop());

async function deviceOf(member: TestMember, { url: server, workspaceId }: TestTeam = team) {
  const db = freshDb();
  const account = { server, token: member.token, workspaceId, memberId: member.id };
  await saveIdentity(db, {
    workspaceId,
    workspaceName: '',
    memberId: member.id,
    name: '',
    server,
    members: [],
  });
  return {
    db,
    account,
    /** `at` is where the server is to be found now. */
    sync: (at = server) => syncOnce({ db, account: { ...account, server: at }, fetch, now: Date.now }),
  };
}

function noteAbout(subject: TestMember, text: string, author = coach, { workspaceId } = team) {
  return note({ workspaceId, authorId: author.id, subjectId: subject.id, text, at: Date.now() });
}

describe('with the real server', () => {
  test('a note goes to the person it is about, and to nobody else', async () => {
    const [mine, theirs, owners] = [await deviceOf(coach), await deviceOf(rep), await deviceOf(team.owner)];
    const sent = noteAbout(rep, 'The next step has no date.');
    await saveOwn(mine.db, sent);
    expect(await mine.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await theirs.sync()).toMatchObject({ ok: true, places: [sent.body.artifact.key] });
    expect(await theirs.db.records.get(sent.id)).toMatchObject({ ...sent, sync: 'accepted' });
    expect(await owners.sync()).toMatchObject({ ok: true });
    expect(await owners.db.records.get(sent.id)).toBeUndefined();
    expect((await loadIdentity(theirs.db)).members.map(member => member.name)).toContain('Cora Coach');
    // Nothing moves any more: what was accepted has come by, and is not offered again.
    expect(await mine.sync()).toMatchObject({ pushed: 0, pulled: 0 });
    expect(await mine.sync()).toMatchObject({ pushed: 0, pulled: 0 });
  });

  test('an author on two devices is asked, keeps one text, and can take the note back', async () => {
    const [desk, lap] = [await deviceOf(coach), await deviceOf(await team.signIn(coach))];
    const first = noteAbout(rep, 'one');
    await saveOwn(desk.db, first);
    await desk.sync();
    await lap.sync();
    await saveOwn(desk.db, reviseRecord(first, { ...first.body, observation: 'desk' }, Date.now()));
    await saveOwn(lap.db, reviseRecord(first, { ...first.body, observation: 'lap' }, Date.now()));
    await desk.sync();
    await lap.sync();
    const { stale } = await outbox(lap.db, team.workspaceId);
    expect(stale).toMatchObject([
      { body: { observation: 'lap' }, theirs: { body: { observation: 'desk' } } },
    ]);
    const row = await keepMine(lap.db, first.id, Date.now());
    await lap.sync();
    await desk.sync();
    expect(await desk.db.records.get(first.id)).toMatchObject({ rev: 3, body: { observation: 'lap' } });

    await saveOwn(lap.db, deleteRecord(row, Date.now()));
    await lap.sync();
    await desk.sync();
    expect(await desk.db.records.get(first.id)).toMatchObject({ sync: 'accepted', body: {} });
  });

  test('what it refuses is set aside with a reason that a person can read', async () => {
    const { db, sync } = await deviceOf(coach);
    const about = noteAbout(team.owner, 'I do not coach this person.');
    await saveOwn(db, about);
    await sync();
    expect((await db.records.get(about.id))?.refusal).toEqual({
      code: 'not-allowed',
      message: expect.stringMatching(/coach/),
    });
  });

  test('many records go in many batches and come in many pages', async () => {
    const [mine, theirs] = [await deviceOf(coach), await deviceOf(rep)];
    const rows = Array.from({ length: 620 }, (_, i) => firstRow(noteAbout(rep, `note ${i}`)));
    await mine.db.records.bulkPut(rows);
    expect(await mine.sync()).toMatchObject({ ok: true, pushed: 620 });
    await theirs.sync();
    const texts = (await theirs.db.records.toArray()).map(row => row.body.observation);
    expect(texts.filter(text => String(text).startsWith('note '))).toHaveLength(620);
  });

  test('a poke comes over the live line, and a device that was signed out is told so', async () => {
    const [mine, theirs] = [await deviceOf(coach), await deviceOf(await team.signIn(rep))];
    class FromExtension extends WebSocket {
      constructor(url: string) {
        super(url, { origin: EXTENSION_ORIGIN });
      }
    }
    const stop = new AbortController();
    const news: (() => void)[] = [];
    const heard = () => new Promise<void>(resolve => news.push(resolve));
    const up = heard();
    connectLive({
      account: theirs.account,
      fetch,
      WebSocket: FromExtension as unknown as typeof globalThis.WebSocket,
      onNews: () => news.shift()?.(),
      signal: stop.signal,
    });
    await up;
    const poke = heard();
    const sent = noteAbout(rep, 'Look here.');
    await saveOwn(mine.db, sent);
    await mine.sync();
    await poke;
    await theirs.sync();
    expect(await statesOf(theirs.db)).toHaveProperty([sent.id], 'accepted');

    const hungUp = heard();
    expect(await signOut(theirs.account, fetch)).toMatchObject({ ok: true });
    // The line is cut, the next ticket refused: that is news too, as the sync then finds out.
    await hungUp;
    expect(await theirs.sync()).toMatchObject({ ok: false, reason: 'signed-out', revoked: true });
    stop.abort();
  });

  test('restored from a backup it gets back what it had lost', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sideline-sync-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [live, backup] = [join(folder, 'live'), join(folder, 'backup')];
    const first = await startTeam({ dataDir: live });
    const [author, reader] = [await first.join('Ada', ['coach']), await first.join('Rob', ['coachee'])];
    await first.assign(author, reader);
    const [mine, theirs] = [await deviceOf(author, first), await deviceOf(reader, first)];
    await mine.sync();
    await theirs.sync();
    await first.stop();
    await cp(live, backup, { recursive: true });

    const second = await startServer({ ...QUIET, dataDir: live });
    const lost = noteAbout(reader, 'Written after the backup.', author, first);
    await saveOwn(mine.db, lost);
    expect(await mine.sync(second.url)).toMatchObject({ pushed: 1 });
    expect(await theirs.sync(second.url)).toMatchObject({ pulled: 1 });
    await second.stop();

    const restored = await startServer({ ...QUIET, dataDir: backup });
    onTestFinished(() => restored.stop());
    await theirs.sync(restored.url);
    expect(await statesOf(theirs.db)).toEqual({});
    expect(await mine.sync(restored.url)).toMatchObject({ ok: true, pushed: 1 });
    await theirs.sync(restored.url);
    expect(await statesOf(theirs.db)).toEqual({ [lost.id]: 'accepted' });
  });

  test('its address is known as that of a server of ours, and the device flow begins there', async () => {
    expect(await checkServer(team.url, fetch)).toEqual({ ok: true, server: team.url });
    expect(await startDeviceFlow(team.url, fetch)).toMatchObject({
      ok: true,
      value: { verificationUrl: expect.stringContaining(`${team.url}/device`) },
    });
  });
});

describe('with a server that takes nothing from a version as old as ours', () => {
  test('news comes in, what was written waits as it is, and goes out once the server takes it', async () => {
    const protocol = { speaks: PROTOCOL + 2, pull: PROTOCOL, push: PROTOCOL };
    const strict = await startTeam({ protocol });
    onTestFinished(() => strict.stop());
    const author = await strict.join('Cora Coach', ['coach']);
    const subject = await strict.join('Rita Rep', ['coachee']);
    await strict.assign(author, subject);
    const mine = await deviceOf(author, strict);
    const newer = author.note(author);
    await author.push(newer);
    protocol.push = PROTOCOL + 1;
    const waits = noteAbout(subject, 'Written on an old version.', author, strict);
    await saveOwn(mine.db, waits);
    const before = await mine.db.records.get(waits.id);

    expect(await mine.sync()).toMatchObject({ ok: true, outdated: true, pushed: 0 });
    expect(await mine.db.records.get(newer.id)).toMatchObject({ sync: 'accepted' });
    expect(await mine.db.records.get(waits.id)).toEqual(before);
    expect(await outbox(mine.db, strict.workspaceId)).toMatchObject({ waiting: 1, refused: [], stale: [] });

    protocol.push = PROTOCOL;
    const updated = await mine.sync();
    expect(updated).toMatchObject({ ok: true, pushed: 1 });
    expect(updated).not.toHaveProperty('outdated');
  });

  test('nor lets it read: all that is on the device stays', async () => {
    const later = PROTOCOL + 1;
    const strict = await startTeam({ protocol: { speaks: later, pull: later, push: later } });
    onTestFinished(() => strict.stop());
    const mine = await deviceOf(strict.owner, strict);
    const waits = noteAbout(strict.owner, 'Still here.', strict.owner, strict);
    await saveOwn(mine.db, waits);
    expect(await mine.sync()).toMatchObject({ ok: false, reason: 'outdated' });
    expect(await outbox(mine.db, strict.workspaceId)).toMatchObject({ waiting: 1, refused: [] });
  });
});

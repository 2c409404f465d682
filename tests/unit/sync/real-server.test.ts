/**
 * Runs the engine against the real server over the network, to show that both understand the protocol alike.
 */
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
import { EXTENSION_ORIGIN, startTeam, type TestMember, type TestTeam, teamOf } from '#testing/server/team.ts';
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
    /** `at` is the server's present address. */
    sync: (at = server) => syncOnce({ db, account: { ...account, server: at }, fetch, now: Date.now }),
  };
}

function noteAbout(subject: TestMember, text: string, author = coach, { workspaceId } = team) {
  return note({ workspaceId, authorId: author.id, subjectId: subject.id, text, at: Date.now() });
}

describe('with the real server', () => {
  test('the real server sends a note to the person it is about, and to nobody else', async () => {
    const [mine, theirs, owners] = [await deviceOf(coach), await deviceOf(rep), await deviceOf(team.owner)];
    const sent = noteAbout(rep, 'The next step has no date.');
    await saveOwn(mine.db, sent);
    expect(await mine.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await theirs.sync()).toMatchObject({ ok: true, places: [sent.body.artifact.key] });
    expect(await theirs.db.records.get(sent.id)).toMatchObject({ ...sent, sync: 'accepted' });
    expect(await owners.sync()).toMatchObject({ ok: true });
    expect(await owners.db.records.get(sent.id)).toBeUndefined();
    expect((await loadIdentity(theirs.db)).members.map(member => member.name)).toContain('Cora Coach');
    // The pull has confirmed what was accepted, so nothing is sent again.
    expect(await mine.sync()).toMatchObject({ pushed: 0, pulled: 0 });
    expect(await mine.sync()).toMatchObject({ pushed: 0, pulled: 0 });
  });

  test('an author on two devices is asked which text to keep and can delete the note', async () => {
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

  test('what the real server refuses is marked as refused, with a reason that a person can read', async () => {
    const { db, sync } = await deviceOf(coach);
    const about = noteAbout(team.owner, 'I do not coach this person.');
    await saveOwn(db, about);
    await sync();
    expect((await db.records.get(about.id))?.refusal).toEqual({
      code: 'not-allowed',
      message: expect.stringMatching(/coach/),
    });
  });

  test('many records are pushed in several batches and pulled in several pages', async () => {
    const [mine, theirs] = [await deviceOf(coach), await deviceOf(rep)];
    const rows = Array.from({ length: 620 }, (_, i) => firstRow(noteAbout(rep, `note ${i}`)));
    await mine.db.records.bulkPut(rows);
    expect(await mine.sync()).toMatchObject({ ok: true, pushed: 620 });
    await theirs.sync();
    const texts = (await theirs.db.records.toArray()).map(row => row.body.observation);
    expect(texts.filter(text => String(text).startsWith('note '))).toHaveLength(620);
  });

  test('news comes over the live connection, and a signed-out device is told so', async () => {
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
    const newsHeard = heard();
    const sent = noteAbout(rep, 'Look here.');
    await saveOwn(mine.db, sent);
    await mine.sync();
    await newsHeard;
    await theirs.sync();
    expect(await statesOf(theirs.db)).toHaveProperty([sent.id], 'accepted');

    const hungUp = heard();
    expect(await signOut(theirs.account, fetch)).toMatchObject({ ok: true });
    // The connection is cut and the next ticket refused. This counts as news, so that a sync finds out why.
    await hungUp;
    expect(await theirs.sync()).toMatchObject({ ok: false, reason: 'signed-out', revoked: true });
    stop.abort();
  });

  test('the real server gets back what it lost when it is restored from a backup', async () => {
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

  test('a note that a restore lost leaves its reader also when its author, who may no longer write it, deletes it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sideline-sync-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [live, backup] = [join(folder, 'live'), join(folder, 'backup')];
    const first = await startTeam({ dataDir: live });
    const [author, reader] = [await first.join('Ada', ['coach']), await first.join('Rob', ['coachee'])];
    const pair = await first.assign(author, reader);
    const [mine, theirs] = [await deviceOf(author, first), await deviceOf(reader, first)];
    await mine.sync();
    await first.stop();
    await cp(live, backup, { recursive: true });
    const second = await startServer({ ...QUIET, dataDir: live });
    const lost = noteAbout(reader, 'Written after the backup.', author, first);
    await saveOwn(mine.db, lost);
    await mine.sync(second.url);
    await theirs.sync(second.url);
    expect(await statesOf(theirs.db)).toEqual({ [lost.id]: 'accepted' });
    await second.stop();

    const restored = await startServer({ ...QUIET, dataDir: backup });
    onTestFinished(() => restored.stop());
    await teamOf(restored, first.workspaceId).unassign(pair);
    await saveOwn(mine.db, deleteRecord(lost, Date.now()));
    expect(await mine.sync(restored.url)).toMatchObject({ ok: true, pushed: 1 });
    await theirs.sync(restored.url);
    expect(await statesOf(theirs.db)).toEqual({});
  });

  test('checkServer recognises the real server, and the device flow can begin there', async () => {
    expect(await checkServer(team.url, fetch)).toEqual({ ok: true, server: team.url });
    expect(await startDeviceFlow(team.url, fetch)).toMatchObject({
      ok: true,
      value: { verificationUrl: expect.stringContaining(`${team.url}/device`) },
    });
  });
});

describe('with a server that accepts nothing from a version as old as ours', () => {
  test('an outdated version still pulls, and its outbox goes out once the server accepts it', async () => {
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

  test('a version too old even to pull keeps everything on the device', async () => {
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

/** The extension's own sync, from its own database, against the real server: the loop as two people live it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createRecord } from '#lib/records/create.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { type SyncAccount, syncOnce } from '#lib/sync/engine.ts';
import { connectLive } from '#lib/sync/live.ts';
import { checkServer, exchangeToken, pollDeviceFlow, signOut, startDeviceFlow } from '#lib/sync/sign-in.ts';
import { browse } from '#testing/server/browse.ts';
import { EXTENSION_ORIGIN, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';
import { freshDb } from '#tests/unit/store/open.ts';

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;

beforeAll(async () => {
  team = await startTeam();
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterAll(() => team.stop());

interface Profile {
  db: SidelineDb;
  account: SyncAccount;
}

/** A browser profile with the extension in it, signed in through the pages like a person does. */
async function profileOf(member: TestMember): Promise<Profile> {
  const checked = await checkServer(team.url, fetch);
  if (!checked.ok) throw new Error(checked.reason);
  const flow = await startDeviceFlow(checked.server, fetch);
  if (!flow.ok) throw new Error(flow.message);
  const page = await browse(team.url, member.cookie).get(flow.value.verificationUrl.slice(team.url.length));
  await page.submit('/device', { decision: 'approve' });
  const poll = await pollDeviceFlow(checked.server, flow.value.deviceCode, fetch);
  if (poll.status !== 'approved') throw new Error(poll.status);
  const exchanged = await exchangeToken(checked.server, poll.token, 'Chromium Linux', fetch);
  if (!exchanged.ok) throw new Error(exchanged.message);
  const { account, me } = exchanged.value;
  const db = freshDb();
  await saveIdentity(db, {
    workspaceId: me.workspace.id,
    workspaceName: me.workspace.name,
    memberId: me.member.id,
    name: me.member.name,
    server: account.server,
    members: me.members,
  });
  return { db, account };
}

const sync = ({ db, account }: Profile) => syncOnce({ db, account, fetch, now: Date.now });

/** The live line as a browser would open it from the extension. */
class ExtensionSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: EXTENSION_ORIGIN });
  }
}

describe('the loop', () => {
  it('a poke brings a note to the rep, and the answer back', async () => {
    const coachSide = await profileOf(coach);
    const repSide = await profileOf(rep);
    const stop = new AbortController();
    const poked = Promise.withResolvers<void>();
    let news = 0;
    connectLive({
      account: repSide.account,
      fetch,
      WebSocket: ExtensionSocket as unknown as typeof globalThis.WebSocket,
      // The first is the line coming up.
      onNews: () => (++news === 1 ? up.resolve() : poked.resolve()),
      signal: stop.signal,
    });
    const up = Promise.withResolvers<void>();
    await up.promise;

    const note = coach.note(rep);
    await saveOwn(coachSide.db, note);
    expect(await sync(coachSide)).toMatchObject({ ok: true, pushed: 1 });
    await poked.promise;
    stop.abort();
    expect(await sync(repSide)).toMatchObject({ ok: true, pulled: 1 });
    expect(await repSide.db.records.get(note.id)).toMatchObject({ body: note.body, sync: 'accepted' });

    const answer = createRecord(
      {
        type: 'acknowledgement',
        workspaceId: team.workspaceId,
        authorId: rep.id,
        subjectId: coach.id,
        audience: 'coaches',
        refs: [note.id],
        body: { answer: 'accept', sentence: 'I will.' },
      },
      Date.now(),
    );
    await saveOwn(repSide.db, answer);
    await sync(repSide);
    await sync(coachSide);
    expect(await coachSide.db.records.get(answer.id)).toMatchObject({ body: answer.body });
  });

  it('the sync sets a refused record aside and goes on with the others', async () => {
    const repSide = await profileOf(rep);
    const refused = rep.note(coach);
    const fine = rep.note(rep);
    await saveOwn(repSide.db, refused);
    await saveOwn(repSide.db, fine);
    expect(await sync(repSide)).toMatchObject({ ok: true, pushed: 1 });
    expect(await repSide.db.records.get(refused.id)).toMatchObject({
      sync: 'refused',
      refusal: { code: 'not-allowed' },
    });
  });

  it('the sync says that the device was signed out, and keeps what waits', async () => {
    const repSide = await profileOf(rep);
    const waiting = rep.note(rep);
    await saveOwn(repSide.db, waiting);
    expect(await signOut(repSide.account, fetch)).toMatchObject({ ok: true });
    expect(await sync(repSide)).toMatchObject({ ok: false, reason: 'signed-out' });
    expect(await repSide.db.records.get(waiting.id)).toMatchObject({ sync: 'pending' });
  });
});

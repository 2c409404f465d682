import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { liveMessage, ticketResponse } from '#lib/sync/protocol.ts';
import { CLOSE_SIGNED_OUT, CLOSE_SILENT } from '#server/live/hub.ts';
import { EXTENSION_ORIGIN, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let time = Date.UTC(2026, 10, 22);
let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
let peer: TestMember;

beforeAll(async () => {
  team = await startTeam({ now: () => time });
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  peer = await team.join('Piet Peer', ['coachee']);
  await team.assign(coach, rep);
});
afterAll(() => team.stop());

async function ticketOf(member: TestMember): Promise<string> {
  const response = await member.fetch('/v1/live/ticket', { method: 'POST' });
  return ticketResponse.parse(await response.json()).ticket;
}

interface Line {
  socket: WebSocket;
  /** Everything that has come, by type. */
  heard: string[];
  /** Resolves when as many messages have come. */
  until(count: number): Promise<void>;
}

async function open(member: TestMember, url = team.url): Promise<Line> {
  const ticket = await ticketOf(member);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live?ticket=${ticket}`, {
    origin: EXTENSION_ORIGIN,
  });
  const heard: string[] = [];
  socket.on('message', data => heard.push(liveMessage.parse(JSON.parse(String(data))).type));
  await once(socket, 'open');
  return {
    socket,
    heard,
    async until(count) {
      while (heard.length < count) await once(socket, 'message');
    },
  };
}

/** The HTTP status with which an attempt to open a socket is turned down. */
async function refusalOf(ticket: string, options: { origin?: string } = { origin: EXTENSION_ORIGIN }) {
  const socket = new WebSocket(`${team.url.replace('http', 'ws')}/v1/live?ticket=${ticket}`, options);
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  return response.statusCode;
}

/** As the extension on the device does it: a browser says where a request comes from. */
function pushAsExtension(member: TestMember, ...records: unknown[]): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: EXTENSION_ORIGIN };
  return member.fetch('/v1/push', { method: 'POST', headers, body: JSON.stringify({ records }) });
}

describe('the live line', () => {
  it('the live line answers a ping', async () => {
    const { socket, until, heard } = await open(rep);
    socket.send(JSON.stringify({ type: 'ping' }));
    await until(1);
    expect(heard).toEqual(['pong']);
    socket.close();
  });

  it('those who may see a changed record are poked, and nobody else', async () => {
    const lines = { coach: await open(coach), rep: await open(rep), peer: await open(peer) };
    const secondDevice = await open(await team.signIn(coach));
    await pushAsExtension(coach, coach.note(rep));
    await lines.rep.until(1);
    await secondDevice.until(1);
    // A ping's answer comes after anything that was sent before it.
    for (const line of [lines.coach, lines.peer]) {
      line.socket.send('ping');
      await line.until(1);
    }
    expect(lines.rep.heard).toEqual(['news']);
    expect(secondDevice.heard).toEqual(['news']);
    expect(lines.peer.heard).toEqual(['pong']);
    // The device that made the news knows it.
    expect(lines.coach.heard).toEqual(['pong']);
    for (const { socket } of [...Object.values(lines), secondDevice]) socket.close();
  });

  it('a device is poked about what another program pushed with its token', async () => {
    const line = await open(coach);
    await coach.push(coach.note(rep));
    await line.until(1);
    expect(line.heard).toEqual(['news']);
    line.socket.close();
  });

  it('everybody is poked about a record for the workspace', async () => {
    const line = await open(peer);
    await coach.push(coach.note(coach, { audience: 'workspace' }));
    await line.until(1);
    expect(line.heard).toEqual(['news']);
    line.socket.close();
  });

  it('nobody is poked when nothing was accepted', async () => {
    const line = await open(rep);
    await coach.push(coach.note(peer), { ...coach.note(rep), rev: 0 });
    line.socket.send('ping');
    await line.until(1);
    expect(line.heard).toEqual(['pong']);
    line.socket.close();
  });

  it('a ticket works only once', async () => {
    const ticket = await ticketOf(rep);
    const socket = new WebSocket(`${team.url.replace('http', 'ws')}/v1/live?ticket=${ticket}`, {
      origin: EXTENSION_ORIGIN,
    });
    await once(socket, 'open');
    expect(await refusalOf(ticket)).toBe(403);
    socket.close();
  });

  it('a ticket works for thirty seconds', async () => {
    const ticket = await ticketOf(rep);
    time += 30_001;
    expect(await refusalOf(ticket)).toBe(403);
  });

  it('a ticket does not work after its device was signed out', async () => {
    const device = await team.signIn(rep);
    const ticket = await ticketOf(device);
    await device.fetch('/v1/devices/current', { method: 'DELETE' });
    expect(await refusalOf(ticket)).toBe(403);
  });

  it.each(['', 'slt_x_y', 'sld_a_b'])('the made-up ticket %j does not work', async ticket => {
    expect(await refusalOf(ticket)).toBe(403);
  });

  it.each([
    ['a website', { origin: 'https://evil.example' }],
    ['the server’s own pages', { origin: 'http://127.0.0.1' }],
    ['another extension', { origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['nowhere', {}],
  ])('the server accepts no socket from %s', async (_name, options) => {
    expect(await refusalOf(await ticketOf(rep), options)).toBe(403);
  });

  it('the live route does not answer a plain request', async () => {
    const response = await rep.fetch('/v1/live', { headers: { origin: EXTENSION_ORIGIN } });
    expect(response.status).toBe(426);
  });

  it('the server hangs up on a device that signs out, and its token no longer works', async () => {
    const device = await team.signIn(rep);
    const { socket } = await open(device);
    const closed = once(socket, 'close');
    const answer = await device.fetch('/v1/devices/current', { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect((await closed)[0]).toBe(CLOSE_SIGNED_OUT);
    for (const path of ['/v1/pull', '/v1/me']) {
      const response = await device.fetch(path);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ type: 'urn:sideline:revoked' });
    }
    expect((await rep.fetch('/v1/me')).status).toBe(200);
  });

  it('the seventeenth socket of a member closes the first', async () => {
    const many: Line[] = [];
    for (let i = 0; i < 16; i += 1) many.push(await open(peer));
    const first = many[0]?.socket;
    const closed = first && once(first, 'close');
    many.push(await open(peer));
    await closed;
    expect(many.filter(({ socket }) => socket.readyState === WebSocket.OPEN)).toHaveLength(16);
    for (const { socket } of many) socket.close();
  });

  it('the server hangs up on a silent socket, and on all sockets when it stops', async () => {
    const other = await startTeam({ silence: 80 });
    const { socket } = await open(other.owner, other.url);
    expect((await once(socket, 'close'))[0]).toBe(CLOSE_SILENT);
    const last = await open(other.owner, other.url);
    const closed = once(last.socket, 'close');
    await other.stop();
    expect([1001, CLOSE_SILENT]).toContain((await closed)[0]);
  });
});

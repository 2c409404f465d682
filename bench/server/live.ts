/** A thousand devices with a live line each: what an idle pull costs then, how fast a poke is, what follows a poke. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { HEARTBEAT } from '#lib/sync/protocol.ts';
import { DEFAULT_EXTENSION_ORIGINS } from '#server/config.ts';
import { call } from './call.ts';
import type { Sideline, TeamDevice } from './sideline.ts';

/** Idle pulls a second, and for how long: as if each of a thousand devices looked every ten seconds. */
const RATE = 100;
const SECONDS = 10;
const POKES = 3;

export interface LiveFigures {
  connected: number;
  /** Ms each. */
  idle: number[];
  /** From the push's start until each device had heard of it, in ms. */
  pokes: number[];
  /** From the push's start until every device had pulled it, in ms: one for each poke. */
  everybody: number[];
  /** Bytes of memory that one line costs. */
  perLine: number;
}

interface Line {
  device: TeamDevice;
  socket: WebSocket;
  cursor: string;
  heard: () => void;
}

export async function measureLive(server: Sideline): Promise<LiveFigures> {
  const before = server.usage().memory;
  const lines: Line[] = [];
  for (let i = 0; i < server.devices.length; i += 50) {
    lines.push(
      ...(await Promise.all(server.devices.slice(i, i + 50).map(device => connect(server, device)))),
    );
  }
  const perLine = (server.usage().memory - before) / lines.length;
  const beat = setInterval(() => {
    for (const { socket } of lines) socket.send('{"type":"ping"}');
  }, HEARTBEAT);
  const idle = await pullSteadily(server, lines);
  const pokes: number[] = [];
  const everybody: number[] = [];
  for (let i = 0; i < POKES; i++) {
    const started = performance.now();
    // The device that writes is not told what it knows.
    const told = lines.slice(1).map(async line => {
      await new Promise<void>(done => {
        line.heard = done;
      });
      pokes.push(performance.now() - started);
      const { page } = await server.page(line.device, line.cursor);
      if (page.records.length !== 1) throw new Error(`${page.records.length} records instead of one`);
      line.cursor = page.cursor;
    });
    await server.push(server.notes(1, 'workspace'), 1);
    await Promise.all(told);
    everybody.push(performance.now() - started);
  }
  clearInterval(beat);
  for (const { socket } of lines) socket.terminate();
  return { connected: lines.length, idle, pokes, everybody, perLine };
}

async function connect(server: Sideline, device: TeamDevice): Promise<Line> {
  const { text } = await call(`${server.url}/v1/live/ticket`, { token: device.token, body: '{}' });
  const { ticket } = JSON.parse(text) as { ticket: string };
  const address = `${server.url.replace('http', 'ws')}/v1/live?ticket=${ticket}`;
  const socket = new WebSocket(address, { origin: DEFAULT_EXTENSION_ORIGINS[0] ?? '' });
  const line: Line = { device, socket, cursor: '', heard: () => {} };
  socket.on('message', data => {
    if (String(data).includes('news')) line.heard();
  });
  await once(socket, 'open');
  let cursor: string | undefined;
  for (let more = true; more; ) ({ cursor, more } = (await server.page(device, cursor)).page);
  line.cursor = cursor ?? '';
  return line;
}

/** At fixed instants, whether or not the one before has been answered: a slow server is not spared. */
async function pullSteadily(server: Sideline, lines: Line[]): Promise<number[]> {
  const times: Promise<number>[] = [];
  const started = performance.now();
  for (let i = 0; i < RATE * SECONDS; i++) {
    const due = started + (i * 1000) / RATE;
    const wait = due - performance.now();
    if (wait > 0) await new Promise(done => setTimeout(done, wait));
    const line = lines[i % lines.length];
    if (line) times.push(server.page(line.device, line.cursor).then(({ ms }) => ms));
  }
  return Promise.all(times);
}

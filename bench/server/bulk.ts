/**
 * Work on very many records at once: exports, retention, erasure, import. How long another request waits meanwhile, and
 * how much the server's memory grows.
 */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Sideline } from './sideline.ts';

/** Another request is made so often, in ms. */
const PROBE_EVERY = 20;
const MEMORY_EVERY = 200;
const READERS = 8;
/** How long the readers that do not read are left waiting, in ms. */
const STALLED_FOR = 5000;

export interface BulkFigures {
  what: string;
  seconds: number;
  /** The longest time that another request took, in ms; none for what runs while the server is stopped. */
  longest: number | undefined;
  /** By how much the memory of the server's processes grew at most, in bytes. */
  growth: number;
}

export async function measureBulk(server: Sideline, count: number): Promise<BulkFigures[]> {
  const [owner] = server.devices;
  const [, other] = new Map(server.devices.map(each => [each.memberId, each])).values();
  if (!owner || !other) throw new Error('The team has nobody in it.');
  const writer = other.memberId;
  const all: BulkFigures[] = [];
  const measure = async (what: string, work: () => Promise<unknown>, probes = true) => {
    all.push(await watch(server, what, work, probes));
  };
  await server.fill(count, writer);
  for (const form of ['json', 'ndjson', 'html', 'csv']) {
    await measure(`export as ${form}`, async () => {
      const answer = await open(server, other.token, form);
      answer.resume();
      await once(answer, 'end');
    });
  }
  await measure(`${READERS} readers that do not read`, async () => {
    const answers = await Promise.all(
      Array.from({ length: READERS }, () => open(server, other.token, 'html')),
    );
    await new Promise(done => setTimeout(done, STALLED_FOR));
    for (const each of answers) each.destroy();
  });
  await measure('import of a workspace', () => server.importAll(), false);
  await measure('retention', () => server.retain());
  await server.fill(count, writer);
  await measure('erasure of a person', () => server.erase(owner, writer));
  return all;
}

function open(server: Sideline, token: string, form: string): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${token}` };
    get(`${server.url}/v1/export?format=${form}`, { headers, agent: false }, answer => {
      if (answer.statusCode === 200) done(answer);
      else fail(new Error(`export: ${answer.statusCode}`));
    }).on('error', fail);
  });
}

async function watch(
  server: Sideline,
  what: string,
  work: () => Promise<unknown>,
  probes: boolean,
): Promise<BulkFigures> {
  const [device] = server.devices;
  if (!device) throw new Error('The team has nobody in it.');
  const before = server.usage().memory;
  let peak = before;
  let longest = 0;
  let over = false;
  const memory = setInterval(() => {
    peak = Math.max(peak, server.usage().memory);
  }, MEMORY_EVERY);
  const asking = (async () => {
    while (probes && !over) {
      longest = Math.max(longest, await server.ask(device));
      await new Promise(done => setTimeout(done, PROBE_EVERY));
    }
  })();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  over = true;
  await asking;
  clearInterval(memory);
  peak = Math.max(peak, server.usage().memory);
  return { what, seconds, longest: probes ? longest : undefined, growth: peak - before };
}

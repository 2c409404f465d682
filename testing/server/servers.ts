/** Servers that a test starts, on ports of the system's choice, and that stop by themselves. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningServer, type StartOptions, startServer } from '#server/start.ts';
import type { Opened } from '../browser/opened.ts';
import { type BrokenLine, startLine } from './broken-line.ts';
import { type Cast, startCast } from './cast.ts';
import { startTeam, type TestMember, type TestTeam } from './team.ts';

export interface Servers {
  /** Sideline's server with an owner, a coach and their rep. */
  startCast(options?: StartOptions): Promise<Cast>;
  /** One with an owner alone. */
  startTeam(options?: StartOptions): Promise<TestTeam & { owner: TestMember }>;
  /** One with nobody. */
  startEmpty(options: StartOptions): Promise<RunningServer>;
  /** A way to a server that can be broken. */
  startLine(target: string): Promise<BrokenLine>;
  /** Any pages: their origin, such as `http://127.0.0.1:4747`. */
  startPages(answer: RequestListener): Promise<string>;
}

/** `file`: says which one is running. */
export function serversIn(opened: Opened, file: () => string): Servers {
  const open = <T extends { stop(): Promise<unknown> }>(starting: () => Promise<T>): Promise<T> =>
    opened.open(file(), starting, each => each.stop());
  return {
    startCast: options => open(() => startCast(options)),
    startTeam: options => open(() => startTeam(options)),
    startEmpty: options => open(() => startServer(options)),
    startLine: target => open(() => startLine(target)),
    startPages: async answer => (await open(() => startPages(answer))).origin,
  };
}

async function startPages(answer: RequestListener): Promise<{ origin: string; stop(): Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

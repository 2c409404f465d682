/** A line to the server that can break down or lose answers, as real ones do. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BrokenLine {
  url: string;
  /** From now on these requests reach the server and their answers reach nobody. */
  loseAnswers(path: string): void;
  breakDown(): void;
  mend(): void;
  /** How many answers were lost. */
  lost(): number;
  stop(): Promise<void>;
}

export async function startLine(target: string): Promise<BrokenLine> {
  let losing: string | undefined;
  let down = false;
  let lost = 0;
  const server = createServer((incoming, outgoing) => {
    if (down) {
      incoming.destroy();
      return;
    }
    const { hostname, port } = new URL(target);
    const forward = request(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      answer => {
        if (losing && incoming.url?.startsWith(losing)) {
          answer.resume().on('end', () => {
            lost += 1;
          });
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseAnswers(path: string) {
      losing = path;
    },
    breakDown() {
      down = true;
      server.closeAllConnections();
    },
    mend() {
      losing = undefined;
      down = false;
    },
    lost: () => lost,
    stop: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A line between devices and a server, over real sockets, on which a test decides what becomes of each request. */
import { Agent, createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LineRequest {
  /** As the device wrote it, with the query. */
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface LineAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** The line breaks after so many bytes of the body, with the headers' word that more would come. */
  cutAfter?: number;
}

/** `undefined`: the device gets no answer, its connection breaks. */
export type LineHandler = (request: LineRequest) => Promise<LineAnswer | undefined>;

export interface Line {
  url: string;
  stop(): Promise<void>;
}

/** Listens on loopback; every request goes through `handle`. What it throws ends the connection and is kept as `fault`. */
export async function startLine(handle: LineHandler): Promise<Line> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', chunk => chunks.push(chunk));
    incoming.on('end', async () => {
      const { url: path = '/', method = 'GET', headers } = incoming;
      const answer = await handle({ path, method, headers, body: Buffer.concat(chunks) }).catch(
        () => undefined,
      );
      if (!answer) {
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.byteLength });
      if (answer.cutAfter === undefined) outgoing.end(answer.body);
      else outgoing.write(answer.body.subarray(0, answer.cutAfter), () => outgoing.destroy());
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(done => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host'];

/** Passes requests on to servers, over connections that are kept as long as `stop` is not called. */
export function createForwarder(): {
  /** The server's whole answer. Rejects when there is none. */
  forward(to: string, request: LineRequest): Promise<LineAnswer>;
  stop(): void;
} {
  const agent = new Agent({ keepAlive: true });
  return {
    forward: (to, { path, method, headers, body }) =>
      new Promise((done, fail) => {
        const kept = Object.fromEntries(
          Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)),
        );
        const onward = request(
          to + path,
          { method, agent, headers: { ...kept, 'content-length': body.byteLength } },
          answer => {
            const chunks: Buffer[] = [];
            answer.on('data', chunk => chunks.push(chunk));
            answer.on('error', fail);
            answer.on('end', () => {
              const { connection: _, 'transfer-encoding': __, ...rest } = answer.headers;
              done({ status: answer.statusCode ?? 502, headers: rest, body: Buffer.concat(chunks) });
            });
          },
        );
        onward.on('error', fail);
        onward.end(body);
      }),
    stop: () => agent.destroy(),
  };
}

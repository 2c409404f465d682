/** The load generator's HTTP: connections that are kept, the time of each call, nothing else. */
import { Agent, request } from 'node:http';

/** A server hangs up on a connection that was idle for 5 s: ours lets go of it before. */
const agent = new Agent({ keepAlive: true, maxSockets: 100, timeout: 3000 });

export interface Called {
  text: string;
  /** From the call to the last byte of the answer, in ms. */
  ms: number;
}

/** Rejects for an answer that is not a good one. */
export function call(
  url: string,
  { token, body }: { token?: string | undefined; body?: string | undefined } = {},
): Promise<Called> {
  const started = performance.now();
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  return new Promise((done, fail) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers, agent }, answer => {
      const chunks: Buffer[] = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => {
        const ms = performance.now() - started;
        const text = Buffer.concat(chunks).toString();
        const good = (answer.statusCode ?? 500) < 300;
        if (good) done({ text, ms });
        else fail(new Error(`${answer.statusCode} ${url.slice(0, 80)}: ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

export function hangUp(): void {
  agent.destroy();
}

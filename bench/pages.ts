/** The web pages on which the cost is measured: plain HTML on loopback, with no script of their own. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { sendWithRange } from '../demo/serve.ts';

/** About what a long article or a wiki page weighs. */
const TEXT_BYTES = 200_000;
const CLIP = join(import.meta.dirname, '../demo/pages/clip.webm');

export interface BenchPages {
  origin: string;
  /** A page of 200 kB of text in one article. */
  text: string;
  /** A page with one video and a few lines. */
  video: string;
  stop(): Promise<void>;
}

export async function servePages(port: number): Promise<BenchPages> {
  const clip = await readFile(CLIP);
  const bodies: Record<string, string> = { '/text': textPage(), '/video': VIDEO_PAGE };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const body = bodies[pathname];
    if (pathname === '/clip.webm') sendWithRange(request, response, clip, 'video/webm');
    else if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    text: `${origin}/text`,
    video: `${origin}/video`,
    stop: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const SENTENCES = [
  'The depot in Kassel asked for the route plan before the end of the month.',
  'Nobody had written down who would send it, so both sides waited for the other.',
  'A driver who knows the yard needs eleven minutes to load; one who is new needs twenty.',
  'What changed the talk was one question about the day on which the old contract ends.',
  'She repeated the price, then stopped, and let the silence do its work.',
  'The second clip opens on the finished table, and the hook comes after six seconds.',
];

function textPage(): string {
  const parts: string[] = [];
  for (let bytes = 0, number = 1; bytes < TEXT_BYTES; number++) {
    const sentences = SENTENCES.map((_, at) => SENTENCES[(at * number) % SENTENCES.length]).join(' ');
    const part = `<section><h2>Week ${number}</h2><p>${sentences}</p></section>\n`;
    parts.push(part);
    bytes += part.length;
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A year of calls</title>
<body><main><article><h1>A year of calls</h1>${parts.join('')}</article></main></body></html>`;
}

const VIDEO_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A call</title>
<body><main><h1>A call</h1><video src="/clip.webm" controls muted preload="metadata" width="640"></video>
<p>${SENTENCES.join(' ')}</p></main></body></html>`;

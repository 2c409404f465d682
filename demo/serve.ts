/**
 * Three ordinary work pages to try Sideline on: a CRM record, a doc, a captioned clip. Plain files on loopback.
 * Run alone: `node demo/serve.ts [port]`.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { matchPage } from '#lib/artifacts/identify/site-artifact.ts';
import { sidelineDemo } from '#lib/artifacts/sites/sideline-demo.ts';
import type { Artifact } from '#lib/records/artifact.ts';

/** The keys of the demo artifacts hold the origin, and with it the port: whoever seeds notes must use the same. */
export const DEMO_PORT = 4747;

const PAGES = {
  crm: {
    path: '/crm/opportunities/hollenkamp-route-planning',
    title: 'Route planning rollout, three depots',
    owner: 'Jonas Petersen',
    stage: 'Proposal',
  },
  otherCrm: {
    path: '/crm/opportunities/hollenkamp-service-contract',
    title: 'Yearly service contract',
    owner: 'Jonas Petersen',
    stage: 'Qualified',
  },
  doc: {
    path: '/docs/driver-onboarding-proposal',
    title: 'Driver onboarding for Hollenkamp: a proposal',
    owner: 'Leila Haddad',
  },
  clip: {
    path: '/calls/lindhorst-discovery',
    title: 'Discovery call with Lindhorst Spedition',
    owner: 'Sam Whitlock',
    duration: 51,
  },
};

export type DemoPage = keyof typeof PAGES;

/** The artifacts of the demo pages at an origin, with the same keys that the extension finds there. */
export function demoArtifacts(origin = `http://127.0.0.1:${DEMO_PORT}`): Record<DemoPage, Artifact> {
  const artifact = (page: DemoPage): Artifact => {
    const { path, ...texts } = PAGES[page];
    const match = matchPage(sidelineDemo, new URL(path, origin));
    if (!match) throw new Error(`The demo's own definition does not know ${path}.`);
    const { rule, type, key, url } = match;
    return { kind: rule.kind ?? sidelineDemo.kind, site: sidelineDemo.id, key, url, type, ...texts };
  };
  return {
    crm: artifact('crm'),
    otherCrm: artifact('otherCrm'),
    doc: artifact('doc'),
    clip: artifact('clip'),
  };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
};
const ASSETS = [
  'crm.css',
  'crm.js',
  'opportunities.js',
  'proposal.css',
  'call.css',
  'call.js',
  'clip.webm',
  'clip.vtt',
];
const INDEX = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Work pages to try Sideline on</title>
<body style="font:16px/1.6 system-ui;max-width:40em;margin:3em auto"><h1>Work pages to try Sideline on</h1><ul>
${Object.values(PAGES)
  .map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`)
  .join('')}</ul></body></html>`;

function fileFor(pathname: string): string | undefined {
  const asset = pathname.match(/^\/assets\/([a-z-]+\.[a-z]+)$/)?.[1];
  if (asset) return ASSETS.includes(asset) ? asset : undefined;
  if (/^\/crm\/opportunities\/[a-z0-9-]+\/?$/.test(pathname)) return 'crm.html';
  if (/^\/docs\/driver-onboarding-proposal\/?$/.test(pathname)) return 'proposal.html';
  if (/^\/calls\/lindhorst-discovery\/?$/.test(pathname)) return 'call.html';
}

/** Sends a body, or the part of it that was asked for: a browser cannot seek in a clip without ranges. */
export function sendWithRange(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  type: string,
): void {
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (!first && !last) {
    response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
    return;
  }
  const start = first ? Number(first) : Math.max(0, body.length - Number(last));
  const end = first && last ? Math.min(Number(last), body.length - 1) : body.length - 1;
  if (start > end) {
    response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
    return;
  }
  const part = body.subarray(start, end + 1);
  response
    .writeHead(206, {
      ...headers,
      'content-length': part.length,
      'content-range': `bytes ${start}-${end}/${body.length}`,
    })
    .end(part);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(INDEX);
    return;
  }
  const file = fileFor(pathname);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('No such page.');
    return;
  }
  const body = await readFile(join(import.meta.dirname, 'pages', file));
  sendWithRange(request, response, body, TYPES[extname(file)] ?? 'application/octet-stream');
}

export interface Demo {
  url: string;
  artifacts: Record<DemoPage, Artifact>;
  stop(): Promise<void>;
}

/** Serves the demo pages on loopback. `port` 0 takes any free one. Rejects when the port is taken. */
export async function startDemo({ port = DEMO_PORT }: { port?: number } = {}): Promise<Demo> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('demo page:', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  return {
    url,
    artifacts: demoArtifacts(url),
    stop: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const { url } = await startDemo({ port: Number(process.argv[2] ?? DEMO_PORT) });
  console.log(`Work pages at ${url}`);
}

/**
 * Pages with the players that most of the web uses, each playing the demo clip with its captions: video.js, Plyr,
 * Shaka, hls.js, Vidstack, media-chrome, and plain elements in a shadow root and in a frame.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { sendWithRange } from '../../demo/serve.ts';
import { dataFolder } from './daemon.ts';
import { needPackages } from './debian-packages.ts';
import { playerPages } from './player-pages.ts';
import type { Site } from './site.ts';
import { SiteSkipped } from './skipped.ts';
import { needSoftware, SOFTWARE } from './software.ts';

const root = join(import.meta.dirname, '../..');
const demo = join(root, 'demo/pages');
const PORT = Number(process.env.PLAYERS_PORT ?? 43553);
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt',
  '.webm': 'video/webm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
};

/** The demo clip cut into HTTP live streaming pieces; false where there is no ffmpeg to do it. */
function makeStream(folder: string): boolean {
  if (existsSync(join(folder, 'clip.m3u8'))) return true;
  try {
    needPackages(['ffmpeg']);
  } catch (error) {
    if (error instanceof SiteSkipped) return false;
    throw error;
  }
  const clip = join(demo, 'clip.webm');
  const args = [
    '-v',
    'error',
    '-y',
    '-i',
    clip,
    '-c',
    'copy',
    '-strict',
    '-2',
    '-f',
    'hls',
    '-hls_time',
    '6',
  ];
  const { status, stderr } = spawnSync(
    'ffmpeg',
    [...args, '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', 'clip.m3u8'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
  return true;
}

/** Vidstack's ready-made file loads its icons from another host: bundle its elements without them. */
async function bundleVidstack(folder: string): Promise<void> {
  if (existsSync(join(folder, 'vidstack.js'))) return;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(SOFTWARE, 'vidstack-entry.js'),
        formats: ['es'],
        fileName: () => 'vidstack.js',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

/** `/npm/<package>/…`, `/stream/…`, `/media/…` (and `/again/…`, a second clip) as files; nothing outside these. */
function fileFor(pathname: string, stream: string): string | undefined {
  const [, kind = '', rest = ''] =
    /^\/(npm|stream|media|again)\/(.+)$/.exec(normalize(decodeURI(pathname))) ?? [];
  const folder = { npm: join(SOFTWARE, 'node_modules'), stream, media: demo, again: demo }[kind];
  const file = folder && join(folder, rest);
  return file?.startsWith(folder ?? ' ') && extname(file) in TYPES && existsSync(file) ? file : undefined;
}

export const players: Site = {
  name: 'players',
  async start() {
    needSoftware();
    const stream = dataFolder('players');
    await bundleVidstack(stream);
    const hasStream = makeStream(stream);
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const page = playerPages[pathname.slice(1)];
      const file = fileFor(pathname, stream);
      if (page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      else if (file) sendWithRange(request, response, readFileSync(file), TYPES[extname(file)] ?? '');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(PORT, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${PORT}/`;
    const names = Object.keys(playerPages).filter(name => hasStream || name !== 'hls');
    return {
      url,
      pages: Object.fromEntries(names.map(name => [name, url + name])),
      stop: () =>
        new Promise(resolve => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  },
  stop() {},
};

if (import.meta.main) {
  const { pages } = await players.start();
  for (const [name, url] of Object.entries(pages)) console.log(`${name}: ${url}`);
}

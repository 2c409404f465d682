/** `npm run build`: the shipped extension for both browsers, and the sizes that it must not pass. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a page may be given at most, in bytes, minified. */
const LIMITS: { what: string; files: string[]; bytes: number }[] = [
  { what: 'on every enabled page', files: ['page.js'], bytes: 15_000 },
  { what: 'with notes or a panel, without player', files: ['tools.js'], bytes: 50_000 },
  {
    what: 'these three together, with a player',
    files: ['page.js', 'tools.js', 'media.js'],
    bytes: 70_000,
  },
  { what: 'while a moment is pointed at', files: ['captions.js'], bytes: 3_000 },
  { what: 'where a page has several clips', files: ['clips.js'], bytes: 3_000 },
  { what: 'while a region is marked or drawn', files: ['regions.js'], bytes: 8_000 },
  { what: 'where a field, player or picture is marked', files: ['sight.js'], bytes: 4_000 },
  { what: 'while the panel is open', files: ['frame.js'], bytes: 3_500 },
  { what: 'while a field is pointed at', files: ['picking.js'], bytes: 3_000 },
  { what: 'where the page has frames of its own', files: ['frames.js'], bytes: 2_000 },
  { what: 'while somebody writes', files: ['times.js'], bytes: 2_500 },
  { what: 'while a site is taught', files: ['teach.js'], bytes: 60_000 },
];

const browsers = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['chrome', 'firefox'];
for (const browser of browsers) {
  const built = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', browser], {
    stdio: ['ignore', process.env.CI ? 'ignore' : 'inherit', 'inherit'],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  checkSizes(join('.output', `${browser}-mv3`));
}

function checkSizes(dir: string): void {
  for (const { what, files, bytes: limit } of LIMITS) {
    const names = files.join(' + ');
    const bytes = files.reduce((sum, file) => sum + statSync(join(dir, file)).size, 0);
    console.log(`${dir}/${names}: ${bytes} of at most ${limit} bytes (${what})`);
    if (bytes > limit) fail(`${names}: ${bytes - limit} bytes too many.`);
  }
  const page = readFileSync(join(dir, 'page.js'), 'utf8');
  if (/react|dexie|zod/i.test(page)) fail('The page script has React, Dexie or zod in it.');
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    host_permissions?: string[];
  };
  if (manifest.host_permissions?.length) fail('The manifest asks for host permissions at install.');
  const drawing = chunksWith(dir, '--plot-background');
  const loading = readdirSync(dir).filter(
    file =>
      file.endsWith('.html') && drawing.some(chunk => readFileSync(join(dir, file), 'utf8').includes(chunk)),
  );
  if (drawing.length !== 1 || loading.length > 0)
    fail(`Charts belong to one chunk that no page loads at once: ${[...drawing, ...loading].join(', ')}.`);
  if (readdirSync(dir, { recursive: true }).some(name => String(name).endsWith('.map')))
    fail('Source maps are shipped.');
}

function chunksWith(dir: string, words: string): string[] {
  const chunks = readdirSync(join(dir, 'chunks')).filter(name => name.endsWith('.js'));
  return chunks.filter(name => readFileSync(join(dir, 'chunks', name), 'utf8').includes(words));
}

function fail(message: string): never {
  console.error(`build: ${message}`);
  process.exit(1);
}

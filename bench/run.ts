/**
 * `npm run bench`: how fast and how small Sideline is, each figure beside what it is compared with, all measured in this
 * run in real browsers on loopback. Takes about three minutes, changes nothing, judges nothing: it always exits with 0.
 * docs/performance.md says how each figure comes about. `npm run bench -- cost` (or toolbar, team, people) runs a part.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_DIR } from '#testing/browser/extension.ts';
import { isMet, type Row, table } from './figures.ts';
import { measureIdentify } from './identify.ts';
import { measurePageCost } from './page-cost.ts';
import { servePages } from './pages.ts';
import { measurePeople } from './people.ts';
import { measureTeam } from './team.ts';
import { measureToolbar } from './toolbar.ts';

/** The first of the few ports that the pages and the demo are served on. */
const PORT = Number(process.env.SIDELINE_BENCH_PORT ?? 43_700);
/** A part that takes longer than this hangs. */
const PART_MS = 180_000;

if (!existsSync(join(EXTENSION_DIR, 'manifest.json'))) {
  spawnSync('npx', ['--no-install', 'wxt', 'build'], { stdio: 'inherit' });
}

const wanted = process.argv.slice(2);
const started = performance.now();
const [loadBefore = 0] = loadavg();
const pages = await servePages(PORT);
const parts: [string, () => Promise<Row[]>][] = [
  ['cost', () => measurePageCost(pages)],
  ['identify', () => measureIdentify(pages)],
  ['toolbar', () => measureToolbar(pages)],
  ['team', () => measureTeam(PORT + 1)],
  ['people', () => measurePeople()],
];
const rows: Row[] = [];
for (const [name, measure] of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`measuring: ${name} …`);
  try {
    const late = AbortSignal.timeout(PART_MS);
    const over = new Promise<never>((_, fail) => {
      late.addEventListener('abort', () => fail(new Error(`Given up after ${PART_MS} ms.`)));
    });
    rows.push(...(await Promise.race([measure(), over])));
  } catch (error) {
    // One part that cannot be measured must not hide the others.
    console.error(`${name} could not be measured:`, error);
  }
}
await pages.stop();

const seconds = Math.round((performance.now() - started) / 1000);
const [loadAfter = 0] = loadavg();
console.log(`\n${table(rows)}\n`);
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after, ${seconds} s in all.`,
);
console.log(
  `${rows.filter(row => isMet(row)).length} of ${rows.filter(row => row.target).length} targets met.`,
);
process.exit(0);

/**
 * `npm run bench:server`: the team server beside PouchDB with express-pouchdb and beside a bare endpoint on the same
 * stack, in one run, over loopback. Each server is a process of its own; this one makes the load. Takes a few minutes,
 * changes nothing, judges nothing: it always exits with 0. docs/performance.md says how each figure comes about.
 * `npm run bench:server -- side` (or live, sizes, room, bulk) runs a part.
 */
import { cpus, loadavg } from 'node:os';
import { NoPostgres, type PostgresCluster, startPostgres } from '#testing/server/postgres.ts';
import { measureBulk } from './bulk.ts';
import { hangUp } from './call.ts';
import { measureLive } from './live.ts';
import { startBare, startCouch, startPouch } from './peers.ts';
import { bulkTable, liveTable, roomTable, sideTable, sizeTable } from './report.ts';
import { measureRoom } from './room.ts';
import { measureSide } from './side.ts';
import { type Sideline, startSideline } from './sideline.ts';
import { measureSize } from './sizes.ts';

const MANY = Number(process.env.SIDELINE_BENCH_MANY ?? 1_000_000);
const FEW = 1000;
const BULK = Number(process.env.SIDELINE_BENCH_BULK ?? 100_000);

const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);
const started = performance.now();
const [loadBefore = 0] = loadavg();
const cluster = await startCluster();

/** Sideline on both databases, or on the one that there is. */
async function onEach<T>(measure: (server: Sideline) => Promise<T>): Promise<{ name: string; figures: T }[]> {
  const all: { name: string; figures: T }[] = [];
  for (const database of cluster ? [undefined, cluster] : [undefined]) {
    const server = await startSideline(database);
    try {
      all.push({ name: server.name, figures: await measure(server) });
    } finally {
      await server.stop();
    }
  }
  return all;
}

try {
  if (wants('side')) {
    console.log('side by side …');
    const contenders = [await startPouch(), await startCouch(), await startBare(), await startSideline()];
    if (cluster) contenders.push(await startSideline(cluster));
    const figures = await measureSide(contenders);
    for (const each of contenders) await each.stop();
    console.log(`\n${sideTable(figures)}\n`);
  }
  if (wants('live')) {
    console.log('a thousand live lines …');
    console.log(`\n${liveTable(await onEach(measureLive))}\n`);
  }
  if (wants('room')) {
    console.log('what a record costs …');
    console.log(`\n${roomTable(await onEach(measureRoom))}\n`);
  }
  if (wants('bulk')) {
    console.log(`work on ${BULK} records at once …`);
    console.log(`\n${bulkTable(await onEach(server => measureBulk(server, BULK)))}\n`);
  }
  if (wants('sizes')) {
    console.log(`${FEW} and ${MANY} records …`);
    const sizes = await onEach(async server => [
      await measureSize(server, FEW, FEW),
      await measureSize(server, MANY, MANY - FEW),
    ]);
    console.log(`\n${sizeTable(sizes)}\n`);
  }
} finally {
  hangUp();
  await cluster?.stop();
}
const seconds = Math.round((performance.now() - started) / 1000);
const [loadAfter = 0] = loadavg();
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, load ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after, ${seconds} s in all.`,
);
process.exit(0);

async function startCluster(): Promise<PostgresCluster | undefined> {
  try {
    return await startPostgres();
  } catch (error) {
    if (!(error instanceof NoPostgres)) throw error;
    console.log(`Without PostgreSQL: ${error.message}`);
    return undefined;
  }
}

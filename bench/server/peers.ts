/** What Sideline's server is compared with: PouchDB and express-pouchdb, and the bare endpoint. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_PULL } from '#lib/sync/protocol.ts';
import { PouchDB } from '../peers/pouch.ts';
import { call } from './call.ts';
import { startChild } from './child.ts';
import { batches, type Contender, timed } from './contender.ts';

/** PouchDB here replicates to and from express-pouchdb there: both ends as people use them. */
export async function startPouch(): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-bench-pouch-'));
  const child = await startChild<{ url: string }>('serve-pouch.ts', { args: [folder] });
  const remote = `${child.ready.url}/replicated`;
  let made = 0;
  const local = () => new PouchDB(join(folder, `local-${++made}`));
  const reader = local();
  return {
    name: 'PouchDB → express-pouchdb',
    async push(records, size) {
      const writer = local();
      await writer.bulkDocs(records.map(toDocument));
      const started = performance.now();
      const { docs_written } = await writer.replicate.to(remote, { batch_size: size });
      const ms = performance.now() - started;
      await writer.destroy();
      return { records: docs_written, ms, requests: [] };
    },
    async pull() {
      const started = performance.now();
      const { docs_written } = await reader.replicate.from(remote, { batch_size: MAX_PULL });
      return { records: docs_written, ms: performance.now() - started, requests: [] };
    },
    idle: times =>
      timed(
        0,
        Array.from({ length: times }, () => async () => {
          const started = performance.now();
          await reader.replicate.from(remote, { batch_size: MAX_PULL });
          return { ms: performance.now() - started };
        }),
      ),
    usage: child.usage,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same server with the cheapest client there can be: its bulk calls, and no replication protocol around them. */
export async function startCouch(): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-bench-couch-'));
  const child = await startChild<{ url: string }>('serve-pouch.ts', { args: [folder] });
  const database = `${child.ready.url}/bulk`;
  await fetch(database, { method: 'PUT' });
  let since: unknown = 0;
  const changes = () => call(`${database}/_changes?include_docs=true&limit=${MAX_PULL}&since=${since}`);
  return {
    name: 'express-pouchdb, bulk calls alone',
    push: (records, size) =>
      timed(
        records.length,
        batches(records, size).map(batch => {
          const body = JSON.stringify({ docs: batch.map(toDocument) });
          return () => call(`${database}/_bulk_docs`, { body });
        }),
      ),
    pull: () =>
      pullAll(changes, text => {
        const page = JSON.parse(text) as { results: unknown[]; last_seq: unknown };
        since = page.last_seq;
        return page.results.length;
      }),
    idle: times =>
      timed(
        0,
        Array.from({ length: times }, () => changes),
      ),
    usage: child.usage,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startBare(): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-bench-bare-'));
  const child = await startChild<{ url: string }>('serve-bare.ts', { args: [folder] });
  const { url } = child.ready;
  let since = 0;
  const page = () => call(`${url}/pull?since=${since}&limit=${MAX_PULL}`);
  return {
    name: 'bare endpoint, SQLite',
    push: (records, size) =>
      timed(
        records.length,
        batches(records, size).map(batch => {
          const body = JSON.stringify({ records: batch });
          return () => call(`${url}/push`, { body });
        }),
      ),
    pull: () =>
      pullAll(page, text => {
        const { records, cursor } = JSON.parse(text) as { records: unknown[]; cursor: number };
        since = cursor;
        return records.length;
      }),
    idle: times =>
      timed(
        0,
        Array.from({ length: times }, () => page),
      ),
    usage: child.usage,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Page after page until one is not full; `read` says how many there were and remembers where it was. */
async function pullAll(page: () => Promise<{ text: string; ms: number }>, read: (text: string) => number) {
  const started = performance.now();
  const requests: number[] = [];
  let records = 0;
  for (let last = MAX_PULL; last === MAX_PULL; ) {
    const { text, ms } = await page();
    requests.push(ms);
    last = read(text);
    records += last;
  }
  return { records, ms: performance.now() - started, requests };
}

function toDocument(record: { id: string }): object {
  return { ...record, _id: record.id };
}

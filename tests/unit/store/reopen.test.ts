/** A database that cannot be opened, or is deleted under us, is tried again at the next request. */
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDb } from '#lib/store/db.ts';
import { isStoreClosed } from '#lib/store/errors.ts';

test('a database that could not be opened is opened when the browser lets us', async () => {
  let broken = true;
  const engine = new Proxy(indexedDB, {
    get(target, name) {
      if (name === 'open' && broken) {
        return () => {
          throw new DOMException('Internal error opening backing store.', 'UnknownError');
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const db = openDb(`broken-${crypto.randomUUID()}`, { indexedDB: engine, IDBKeyRange });
  onTestFinished(() => db.delete());
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const problem: unknown = await db.drafts.count().catch((error: unknown) => error);
  expect(isStoreClosed(problem)).toBe(true);
  broken = false;
  await vi.waitFor(async () => expect(await db.drafts.count()).toBe(0));
});

test('a database that is deleted under us is made anew', async () => {
  const name = `deleted-${crypto.randomUUID()}`;
  const db = openDb(name, { indexedDB, IDBKeyRange });
  onTestFinished(() => db.delete());
  const row = { id: 'team|a', workspaceId: 'team', body: 'half', updatedAt: 1 };
  await db.drafts.put(row);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await new Promise<void>(done => {
    indexedDB.deleteDatabase(name).onsuccess = () => done();
  });
  expect(await db.drafts.count()).toBe(0);
  await db.drafts.put(row);
  expect(await db.drafts.count()).toBe(1);
});

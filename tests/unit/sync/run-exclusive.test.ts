import { expect, test } from 'vitest';
import { runExclusive } from '#lib/sync/run-exclusive.ts';

/** Work that the test ends when it wants to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const run = () => {
    begun.resolve();
    return promise;
  };
  return { run, resolve, reject, begun: begun.promise };
}

test('only one run happens at a time, and all calls made during it share the next', async () => {
  const [a, b] = [work(), work()];
  const first = runExclusive('lock', 'k', a.run);
  await a.begun;
  const second = runExclusive('lock', 'k', b.run);
  const third = runExclusive('lock', 'k', () => Promise.reject(new Error('never run')));
  expect(third).toBe(second);
  a.resolve('a');
  expect(await first).toBe('a');
  await b.begun;
  const fourth = runExclusive('lock', 'k', async () => 'd');
  b.resolve('b');
  expect(await third).toBe('b');
  expect(await fourth).toBe('d');
});

test('other work under the same lock waits for its own run', async () => {
  const order: string[] = [];
  const runs = ['one', 'two', 'three'].map(key =>
    runExclusive('lock', key, async () => {
      order.push(key);
      return key;
    }),
  );
  expect(await Promise.all(runs)).toEqual(['one', 'two', 'three']);
  expect(order).toEqual(['one', 'two', 'three']);
});

test('work under another lock does not wait', async () => {
  const slow = work();
  const waiting = runExclusive('slow', 'k', slow.run);
  expect(await runExclusive('quick', 'k', async () => 'done')).toBe('done');
  slow.resolve('at last');
  await waiting;
});

test('work that throws does not stop the queue', async () => {
  const broken = runExclusive('lock', 'a', () => Promise.reject(new Error('broken')));
  const next = runExclusive('lock', 'b', async () => 'fine');
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});

test('work waits for another context that holds the lock', async () => {
  const other = work();
  const held = navigator.locks.request('shared', other.run);
  await other.begun;
  let ran = false;
  const mine = runExclusive('shared', 'k', async () => {
    ran = true;
    return 'mine';
  });
  expect((await navigator.locks.query()).held?.map(lock => lock.name)).toContain('shared');
  expect(ran).toBe(false);
  other.resolve('');
  await held;
  expect(await mine).toBe('mine');
});

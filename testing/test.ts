/**
 * `test` for everything end to end in Chromium. Its fixtures are there for each worker, with ports, profiles and data of
 * its own; what is opened through them closes by itself (opened.ts).
 */
import { test as base, expect } from '@playwright/test';
import { type Demo, startDemo } from '../demo/serve.ts';
import { Opened } from './browser/opened.ts';
import { type People, peopleIn } from './browser/people.ts';
import { type Servers, serversIn } from './server/servers.ts';

export { expect };

interface WorkerFixtures {
  opened: Opened;
  /** The three work pages. Nobody can change them, so all files of a worker share them. */
  demo: Demo;
  people: People;
  servers: Servers;
}

const file = () => base.info().file;

/** Playwright reads what a fixture needs from its pattern, which is empty where it needs nothing. */
export const test = base.extend<{ closing: undefined }, WorkerFixtures>({
  opened: [
    async ({}, use) => {
      const opened = new Opened();
      await use(opened);
      await opened.end();
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({}, use) => {
      const demo = await startDemo({ port: 0 });
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
  people: [
    async ({ opened, headless }, use) => use(peopleIn(opened, file, headless !== false)),
    { scope: 'worker' },
  ],
  servers: [async ({ opened }, use) => use(serversIn(opened, file)), { scope: 'worker' }],
  closing: [async ({ opened }, use) => opened.during(file(), () => use(undefined)), { auto: true }],
});

/** What `look` finds, as soon as it finds something. */
export async function found<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
  let last: T | undefined | false;
  await expect
    .poll(
      async () => {
        last = await look();
        return last;
      },
      { message: what },
    )
    .toBeTruthy();
  return last as T;
}

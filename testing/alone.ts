/** One person with no server, and the work pages: what most files of tests begin with. */
import { afterAll, beforeAll } from 'vitest';
import { type Demo, startDemo } from '../demo/serve.ts';
import { freePort, launch, type Person } from './extension.ts';

export interface Alone {
  demo: Demo;
  me: Person;
}

/** Filled before the file's tests begin, and taken away after them. */
export function setUpAlone(): Alone {
  const alone = {} as Alone;
  beforeAll(async () => {
    alone.demo = await startDemo({ port: await freePort() });
    alone.me = await launch();
  });
  afterAll(async () => {
    await alone.me?.close();
    await alone.demo?.stop();
  });
  return alone;
}

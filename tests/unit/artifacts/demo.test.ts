import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identify, probe } from '#lib/artifacts/identify/identify.ts';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
import { sidelineDemo } from '#lib/artifacts/sites/sideline-demo.ts';
import { type Demo, demoArtifacts, startDemo } from '../../../demo/serve.ts';
import { openPage } from './page.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0 });
});
afterAll(() => demo.stop());

describe('the demo pages', () => {
  test.each(['doc', 'clip'] as const)(
    'the extension finds on the %s what the demo workspace was filled for',
    async name => {
      const wanted = demo.artifacts[name];
      const page = openPage(wanted.url, await (await fetch(wanted.url)).text());
      const site = siteFor(wanted.url);
      expect(probe(page.document, site.probes ?? [])).toBe('sideline-demo');
      const { duration: _, ...texts } = wanted;
      expect(identify(sidelineDemo, page)).toMatchObject(texts);
    },
  );

  test('every page and asset is served, nothing else', async () => {
    for (const { url } of Object.values(demo.artifacts)) expect((await fetch(url)).status).toBe(200);
    for (const path of ['/assets/crm.js', '/assets/clip.webm', '/assets/clip.vtt', '/']) {
      expect((await fetch(demo.url + path)).status, path).toBe(200);
    }
    for (const path of ['/assets/../serve.ts', '/assets/%2e%2e/serve.ts', '/docs/other', '/calls/other']) {
      expect((await fetch(demo.url + path)).status, path).toBe(404);
    }
  });

  test('keys hold the fixed port unless one says otherwise', () => {
    expect(demoArtifacts().crm.key).toBe('http://127.0.0.1:4747|opportunity|hollenkamp-route-planning');
    expect(demo.artifacts.crm.key.startsWith(demo.url)).toBe(true);
  });
});

describe('a clip can be sought in', () => {
  const whole = readFileSync(join(import.meta.dirname, '../../../demo/pages/clip.webm'));
  const ask = async (range: string) => {
    const response = await fetch(`${demo.url}/assets/clip.webm`, { headers: { range } });
    return {
      status: response.status,
      range: response.headers.get('content-range'),
      body: Buffer.from(await response.arrayBuffer()),
    };
  };

  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=1000-', 1000, whole.length - 1],
    ['bytes=-500', whole.length - 500, whole.length - 1],
    [`bytes=10-${whole.length + 5}`, 10, whole.length - 1],
  ])('%s', async (range, start, end) => {
    const answer = await ask(range);
    expect(answer.status).toBe(206);
    expect(answer.range).toBe(`bytes ${start}-${end}/${whole.length}`);
    expect(answer.body.equals(whole.subarray(start, end + 1))).toBe(true);
  });

  test('a range behind its end is refused with its length', async () => {
    expect(await ask(`bytes=${whole.length + 1}-`)).toMatchObject({
      status: 416,
      range: `bytes */${whole.length}`,
    });
  });

  test('it is small enough for the repository', () => expect(whole.length).toBeLessThan(400_000));
});

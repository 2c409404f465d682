import { expect, it, vi } from 'vitest';
import type { PageState } from '../../../entrypoints/page/state.ts';
import { createLoader, handOver, type Media, type PartHost } from '../../../entrypoints/tools/parts.ts';

/** Only which media tools they are matters here, not what they can do. */
const media = () => ({}) as Media;

/** Page tools on a page, and a background that answers a request for media.js in this way. */
function onPage(bring: () => Promise<unknown>) {
  const life = new AbortController();
  const ask = vi.fn(bring);
  const onCome = vi.fn();
  const state = { ask, signal: life.signal } as unknown as PageState;
  const loader = createLoader('media', { state } as PartHost, onCome);
  return { loader, ask, onCome, leave: () => life.abort() };
}

it('brings the media script once, however many ask for it at a time', async () => {
  const first = media();
  const { loader, ask, onCome } = onPage(async () => handOver('media', () => first));
  const answers = await Promise.all([loader.load(), loader.load()]);
  expect(answers).toEqual([first, first]);
  expect(await loader.load()).toBe(first);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(onCome).toHaveBeenCalledTimes(1);
});

it('keeps the first media tools when the script is injected twice', async () => {
  const first = media();
  const { loader, onCome } = onPage(async () => {
    handOver('media', () => first);
    handOver('media', media);
  });
  expect(await loader.load()).toBe(first);
  expect(onCome).toHaveBeenCalledTimes(1);
});

it('asks once more when the worker was stopped before it answered', async () => {
  const first = media();
  let isStopped = true;
  const { loader, ask } = onPage(async () => {
    if (isStopped) {
      isStopped = false;
      throw new Error('The message channel closed before a response was received.');
    }
    handOver('media', () => first);
  });
  expect(await loader.load()).toBe(first);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('has the media tools even if the worker is stopped between injecting them and saying so', async () => {
  const first = media();
  const { loader } = onPage(async () => {
    handOver('media', () => first);
    throw new Error('The message channel closed before a response was received.');
  });
  expect(await loader.load()).toBe(first);
});

it('does without the media tools where the browser refuses them, and asks again the next time', async () => {
  const first = media();
  let isAllowed = false;
  const { loader } = onPage(async () => {
    if (isAllowed) handOver('media', () => first);
    return { ok: isAllowed };
  });
  expect(await loader.load()).toBeUndefined();
  isAllowed = true;
  expect(await loader.load()).toBe(first);
});

it('ignores a media script that arrives after the page tools have left', async () => {
  const { loader, ask, onCome, leave } = onPage(async () => undefined);
  leave();
  handOver('media', media);
  expect(await loader.load()).toBeUndefined();
  expect(ask).not.toHaveBeenCalled();
  expect(onCome).not.toHaveBeenCalled();
});

it('gives a media script to the page tools that run now, after others have left', async () => {
  const old = onPage(async () => undefined);
  const second = media();
  old.leave();
  const now = onPage(async () => handOver('media', () => second));
  expect(await now.loader.load()).toBe(second);
  expect(old.loader.here).toBeUndefined();
});

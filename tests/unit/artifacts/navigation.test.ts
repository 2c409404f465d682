// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { followNavigation } from '#lib/artifacts/navigation.ts';
import { sidelineDemo } from '#lib/artifacts/sites/sideline-demo.ts';

/** A single-page CRM: `go` changes the address at once, `show` draws a record. */
const origin = 'http://crm.test';
const go = (id: string) => history.pushState(null, '', `${origin}/crm/opportunities/${id}`);
const show = (title: string, owner = 'Jonas') => {
  document.body.innerHTML = `<h1 data-record-title>${title}</h1><div data-field="owner"><b data-value>${owner}</b></div><p>Enough words to read here.</p>`;
};

let stop: AbortController;
let log: string[];

const follow = (definition: SiteDefinition | null = sidelineDemo) =>
  followNavigation({
    definition: definition ?? undefined,
    onLeave: () => log.push('leave'),
    onArrive: artifact =>
      log.push(artifact ? `${artifact.key.split('|').at(-1)}: ${artifact.title}` : 'nothing'),
    signal: stop.signal,
  });
const take = () => log.splice(0);

beforeEach(() => {
  vi.useFakeTimers();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    `${origin}/crm/opportunities/a`,
  );
  document.title = 'CRM';
  show('Deal A');
  stop = new AbortController();
  log = [];
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('a record in a single-page application', () => {
  test('is known at once', () => {
    follow();
    expect(take()).toEqual(['a: Deal A']);
  });

  test('is found on a page that was empty for a long time', () => {
    document.body.innerHTML = '';
    follow(null);
    expect(take()).toEqual(['nothing']);
    vi.advanceTimersByTime(60_000);
    expect(take()).toEqual([]);
    // Two timers at most: what looks for more does not multiply.
    expect(vi.getTimerCount()).toBeLessThanOrEqual(2);
    document.body.innerHTML = '<p>Late.</p>';
    vi.advanceTimersByTime(3000);
    expect(take()).toEqual([expect.stringContaining(': CRM')]);
  });

  test('is left the moment the address changes, and the next one announced when its own title is there', () => {
    follow();
    take();
    go('b');
    vi.advanceTimersByTime(500);
    expect(take()).toEqual(['leave']);
    vi.advanceTimersByTime(300);
    show('Deal B');
    vi.advanceTimersByTime(400);
    expect(take()).toEqual(['b: Deal B']);
  });

  test('never goes by the last record’s title', () => {
    follow();
    go('b');
    vi.advanceTimersByTime(900);
    show('Deal B');
    vi.advanceTimersByTime(10_000);
    expect(log).not.toContain('b: Deal A');
  });

  test('waits for a title that comes in two steps', () => {
    follow();
    take();
    go('b');
    vi.advanceTimersByTime(600);
    show('Loading…');
    vi.advanceTimersByTime(100);
    show('Deal B');
    vi.advanceTimersByTime(400);
    expect(take()).toEqual(['leave', 'b: Deal B']);
  });

  test('with the same title as the last one is announced after the longest wait', () => {
    follow();
    take();
    go('b');
    vi.advanceTimersByTime(4000);
    expect(take()).toEqual(['leave', 'b: Deal A']);
  });

  test('is not left for another view of itself', () => {
    follow();
    take();
    history.pushState(null, '', `${origin}/crm/opportunities/a?tab=history#latest`);
    vi.advanceTimersByTime(5000);
    expect(take()).toEqual([]);
  });

  test('gets its owner later', () => {
    follow();
    const owners: (string | undefined)[] = [];
    followNavigation({
      definition: sidelineDemo,
      onLeave() {},
      onArrive: artifact => owners.push(artifact?.owner),
      signal: stop.signal,
    });
    show('Deal A', 'Amira');
    vi.advanceTimersByTime(2000);
    expect(owners).toEqual(['Jonas', 'Amira']);
  });

  test('two quick steps announce only where they end', () => {
    follow();
    take();
    go('b');
    vi.advanceTimersByTime(550);
    go('c');
    vi.advanceTimersByTime(600);
    show('Deal C');
    vi.advanceTimersByTime(1000);
    expect(take()).toEqual(['leave', 'c: Deal C']);
  });

  test('back to where one was', () => {
    follow();
    go('b');
    vi.advanceTimersByTime(550);
    show('Deal B');
    vi.advanceTimersByTime(1000);
    take();
    go('a');
    window.dispatchEvent(new Event('popstate'));
    expect(take()).toEqual(['leave']);
    show('Deal A');
    vi.advanceTimersByTime(1000);
    expect(take()).toEqual(['a: Deal A']);
  });
});

describe('a clip', () => {
  const play = (src: string) => {
    const video =
      document.querySelector('video') ?? document.body.appendChild(document.createElement('video'));
    video.getBoundingClientRect = () => ({ width: 640, height: 360 }) as DOMRect;
    video.setAttribute('src', src);
    video.dispatchEvent(new Event('emptied'));
    video.dispatchEvent(new Event('loadedmetadata'));
  };

  test('that plays in the element of the last one is another artifact, at once', () => {
    play('/one.mp4');
    follow(null);
    take();
    play('/two.mp4');
    expect(log).toEqual(['leave']);
    vi.advanceTimersByTime(400);
    expect(take()).toEqual(['leave', '/two.mp4: Deal A']);
  });

  test('that comes late turns the page into a video', () => {
    const kinds: (string | undefined)[] = [];
    followNavigation({ onLeave() {}, onArrive: artifact => kinds.push(artifact?.kind), signal: stop.signal });
    play('/one.mp4');
    vi.advanceTimersByTime(400);
    expect(kinds).toEqual(['doc', 'video']);
  });
});

test('everything ends with its signal', () => {
  follow();
  take();
  stop.abort();
  go('b');
  show('Deal B');
  window.dispatchEvent(new Event('popstate'));
  vi.advanceTimersByTime(10_000);
  expect(take()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

import { afterEach, expect, test, vi } from 'vitest';
import { describe, type Found, watch } from '#lib/anchors/text/index.ts';
import type { TextAnchor } from '#lib/records/anchor.ts';
import { rangeOf, show } from './page.ts';

let stop = new AbortController();
afterEach(() => {
  stop.abort();
  stop = new AbortController();
});

/** Watches anchors. Keeps the last report on each, and counts all reports. */
function watching(anchors: Record<string, TextAnchor>) {
  const state: { found: Map<string, Found | null>; calls: string[] } = { found: new Map(), calls: [] };
  const list = Object.entries(anchors).map(([id, anchor]) => ({ id, anchor }));
  const onChange = (id: string, found: Found | null) => {
    state.found.set(id, found);
    state.calls.push(id);
  };
  watch(list, document, onChange, stop.signal);
  return state;
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

test('watch reports every anchor once at first, also an orphan', async () => {
  show('<p>One place here.</p><p>Another place there.</p>');
  const here = describe(rangeOf('One place'));
  const gone = describe(rangeOf('Another place'));
  document.querySelectorAll('p')[1]?.remove();
  const state = watching({ here, gone });
  await until(() => expect(state.calls.toSorted()).toEqual(['gone', 'here']));
  expect(state.found.get('here')?.range.toString()).toBe('One place');
  expect(state.found.get('gone')).toBeNull();
});

test('words that arrive late are found when they come', async () => {
  show('<p>The words that come late.</p>');
  const late = describe(rangeOf('words that come'));
  show('<p>Loading</p>');
  const state = watching({ late });
  await until(() => expect(state.found.get('late')).toBeNull());
  show('<main><p>The words that come late.</p></main>');
  await until(() => expect(state.found.get('late')?.range.toString()).toBe('words that come'));
});

test('words are found again after a framework renders everything anew', async () => {
  const html = '<section><p>The first line of the record.</p><p>The second line of the record.</p></section>';
  show(html);
  const note = describe(rangeOf('second line'));
  const state = watching({ note });
  await until(() => expect(state.found.get('note')).toBeTruthy());
  for (let render = 0; render < 3; render++) {
    const old = document.querySelectorAll('p')[1]?.firstChild;
    show(html);
    await until(() => {
      const range = state.found.get('note')?.range;
      expect(range?.toString()).toBe('second line');
      expect(range?.startContainer).not.toBe(old);
      expect(range?.startContainer.isConnected).toBe(true);
    });
  }
});

test('a change elsewhere on the page causes no new report', async () => {
  show('<p>A quiet corner of the page.</p><div id="busy"></div><p>Another corner, also quiet.</p>');
  const one = describe(rangeOf('quiet corner'));
  const two = describe(rangeOf('also quiet'));
  const state = watching({ one, two });
  await until(() => expect(state.calls.length).toBe(2));
  const busy = document.querySelector('#busy') as Element;
  busy.textContent = 'news';
  // The third anchor's arrival proves that the watcher has looked at the page since.
  const other = new AbortController();
  const news = await new Promise<Found | null>(resolve =>
    watch(
      [{ id: 'news', anchor: describe(rangeOf('news')) }],
      document,
      (_id, found) => resolve(found),
      other.signal,
    ),
  );
  other.abort();
  expect(news?.range.toString()).toBe('news');
  expect(state.calls.length).toBe(2);
});

test('words that are deleted become an orphan, and are found when they return', async () => {
  show('<p>Keep this sentence as it is. Throw that sentence away, please.</p>');
  const note = describe(rangeOf('Throw that sentence away'));
  const state = watching({ note });
  await until(() => expect(state.found.get('note')).toBeTruthy());
  const text = document.querySelector('p')?.firstChild as Text;
  const before = text.data;
  text.data = 'Keep this sentence as it is. please.';
  await until(() => expect(state.found.get('note')).toBeNull());
  text.data = before;
  await until(() => expect(state.found.get('note')?.range.toString()).toBe('Throw that sentence away'));
});

test('words in a frame that loads late are found', async () => {
  show('<iframe></iframe>');
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  const load = () =>
    new Promise(resolve => {
      frame.addEventListener('load', resolve, { once: true });
      frame.srcdoc = '<p>Words inside the frame, at last.</p>';
    });
  await load();
  const note = describe(rangeOf('inside the frame', 0, (frame.contentDocument as Document).body));
  frame.remove();
  const state = watching({ note });
  await until(() => expect(state.found.get('note')).toBeNull());
  document.body.append(frame);
  await load();
  await until(() => expect(state.found.get('note')?.range.toString()).toBe('inside the frame'));
});

test('watch reports nothing after its signal aborts', async () => {
  show('<p>Some words to watch.</p>');
  const note = describe(rangeOf('words to watch'));
  const state = watching({ note });
  await until(() => expect(state.calls.length).toBe(1));
  stop.abort();
  show('<p>Nothing of that.</p>');
  const other = new AbortController();
  await new Promise<void>(resolve =>
    watch([{ id: 'x', anchor: note }], document, () => resolve(), other.signal),
  );
  other.abort();
  expect(state.calls.length).toBe(1);
});

test('a change is reported even on a page that never stops changing', async () => {
  show('<p>Steady words in a restless page.</p><div id="clock"></div>');
  const note = describe(rangeOf('Steady words'));
  const clock = document.querySelector('#clock') as Element;
  let ticks = 0;
  const timer = setInterval(() => {
    clock.textContent = `tick ${ticks++}`;
  }, 1);
  try {
    const state = watching({ note });
    await until(() => expect(state.found.get('note')?.range.toString()).toBe('Steady words'));
    await until(() => expect(ticks).toBeGreaterThan(100));
    expect(state.calls.length).toBe(1);
  } finally {
    clearInterval(timer);
  }
});

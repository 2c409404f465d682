/** The checks of the stories find what they are for. */
import '#components/ui/tokens.css';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { axeProblems, notReachedByTab, tooWide } from './check.ts';

let root: Root;
let container: HTMLElement;

async function show(view: ReactNode): Promise<void> {
  container = document.body.appendChild(document.createElement('main'));
  root = createRoot(container);
  root.render(view);
  await vi.waitUntil(() => container.childElementCount > 0);
}

afterEach(() => {
  root.unmount();
  container.remove();
});

test('what is too wide, on either side', async () => {
  await show(<p style={{ width: 400 }}>Wide</p>);
  expect(tooWide()).toHaveLength(2);
  document.documentElement.dir = 'rtl';
  expect(tooWide()).toHaveLength(2);
  document.documentElement.dir = 'ltr';
});

test('what is cut off with dots is not too wide', async () => {
  await show(
    <p style={{ overflow: 'hidden' }}>
      <span style={{ display: 'block', width: 400 }}>Wide</span>
    </p>,
  );
  expect(tooWide()).toEqual([]);
});

test('a button without a name, and words that are hard to see', async () => {
  await show(
    <>
      <h1>Heading</h1>
      <button type="button" />
      <p style={{ color: '#999', background: '#fff' }}>Pale</p>
    </>,
  );
  const problems = (await axeProblems()).join();
  expect(problems).toContain('button-name');
  expect(problems).toContain('color-contrast');
});

test('what Tab does not get to; a group needs one stop, a time has several', async () => {
  await show(
    <>
      <input type="time" aria-label="From" />
      <input type="radio" name="one" aria-label="a" defaultChecked />
      <input type="radio" name="one" aria-label="b" />
      <button type="button" tabIndex={-1}>
        Unreachable
      </button>
      <button type="button">Last</button>
    </>,
  );
  expect(await notReachedByTab(container)).toEqual([expect.stringContaining('Unreachable')]);
});

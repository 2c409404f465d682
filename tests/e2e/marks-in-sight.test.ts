/** Marks are where the thing is and can be seen, and nowhere else; a click counts only on the very words. */
import type { Page } from '@playwright/test';
import { closedRoot } from '#testing/browser/closed-root.ts';
import type { Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, paintedWords, selectWords, sendNote, startPickingField } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

const WORDS = 'one plan for all three depots';
const RECORD = `<!doctype html><html lang="en"><title>Deal for Hollen</title><style>
  body { margin: 0; font: 15px/1.5 sans-serif }
  header { position: sticky; top: 0; height: 60px; background: #223; color: #fff; z-index: 5 }
  #pane { position: absolute; top: 80px; left: 20px; width: 400px; height: 300px; overflow: auto; border: 1px solid }
  #menu { position: fixed; left: 10px; top: 70px; width: 500px; height: 400px; background: #fff; z-index: 9 }
</style><header><h1>Deal for Hollen</h1></header>
<div id="pane"><p>The record.</p><label for="stage">Stage</label> <input id="stage" value="Proposal">
<details id="more" open><summary>More</summary><p>We will move to ${WORDS} before May.</p></details>
<div style="height:1500px"></div></div>
<div id="menu" hidden><button id="sign" style="width:100%;height:100%">Sign</button></div></html>`;

const LINES = Array.from(
  { length: 900 },
  (_, i) => `[${i}] ${i % 2 ? 'Seller' : 'Buyer'}: a line of a long call about pallets`,
);
LINES[15] = '[15] Seller: shall we leave the price for another day';
LINES[880] = '[880] Buyer: who signs on your side';
const LONG: Record<string, string> = {
  pre: `<pre>${LINES.join('\n')}</pre>`,
  br: `<div>${LINES.join('<br>')}</div>`,
  pane: `<div style="height:300px;overflow:auto"><pre>${LINES.join('\n')}</pre></div>`,
  'scrolling pre': `<pre style="height:300px;overflow:auto">${LINES.join('\n')}</pre>`,
};

const FRAMES = `<!doctype html><html lang="en"><title>Deal 17</title><h1>Deal 17</h1><p>The last mail:</p>
<iframe id="mail" style="width:600px;height:200px" srcdoc="<p>I will send the price per pallet when I get around to it.</p>"></iframe>
<iframe id="old" style="width:600px;height:200px" src="/inner"></iframe></html>`;
const INNER = `<!doctype html><title>inner</title><table><tr><td>Next step</td><td id="next">Ask who signs</td></tr></table>`;

const ANEW = `<!doctype html><html lang="en"><title>Deal 32</title><h1>Deal 32</h1><p>They were sent the price list of last year.</p></html>`;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://a.test');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (pathname === '/inner') response.end(INNER);
    else if (pathname === '/frames') response.end(FRAMES);
    else if (pathname === '/anew') response.end(ANEW);
    else if (pathname === '/long')
      response.end(`<!doctype html><title>Call</title><h1>Call</h1>${LONG[searchParams.get('as') ?? '']}`);
    else response.end(RECORD);
  });
  me = await people.launch();
});

const NOTE = {
  kind: 'Recognise',
  observation: 'You gave the number first.',
  impact: 'She read on.',
} as const;
const badge = (page: Page, name: string) => closedRoot(page).boxes('button', name);
const focusedNotes = async () =>
  (await me.worker()).evaluate(
    async () => (await chrome.storage.session.get('focus-note'))['focus-note'] ?? null,
  );

async function noteOnWords(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  const panel = await me.openPanel(page);
  await expect(panel.getByTestId('place')).toContainText(words);
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  await me.clickToolbar(page);
  await expect.poll(() => page.frames().some(frame => frame.url().includes('/panel.html'))).toBe(false);
  await expect.poll(() => paintedWords(page, 'recognition')).toContain(words);
  await page.evaluate(() => getSelection()?.removeAllRanges());
}

test.describe('a mark on a field', () => {
  let page: Page;
  test.beforeAll(async () => {
    page = await me.visit(`${origin}/record`);
    const panel = await me.openPanel(page);
    await startPickingField(panel);
    await page.locator('#stage').click();
    await expect(panel.getByTestId('place')).toContainText('Stage');
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    await me.clickToolbar(page);
  });
  const shown = (count: number) =>
    expect.poll(async () => (await badge(page, 'Sideline: Stage')).length).toBe(count);

  test('goes when its pane scrolls it away, and comes back', async () => {
    await shown(1);
    await page.evaluate(() => document.querySelector('#pane')?.scrollTo(0, 300));
    await shown(0);
    await page.evaluate(() => document.querySelector('#pane')?.scrollTo(0, 0));
    await shown(1);
  });

  test('says on its card what the field was then and is now', async () => {
    await page.locator('#stage').fill('Won');
    const sidebar = await me.openSidebar(page);
    await expect(sidebar.getByText('Then: Proposal. Now: Won.')).toBeVisible();
  });

  test('goes while something lies on the field, or the field is not shown', async () => {
    for (const name of ['menu', 'pane']) {
      await page.evaluate(id => document.getElementById(id)?.toggleAttribute('hidden'), name);
      await shown(0);
      await page.evaluate(id => document.getElementById(id)?.toggleAttribute('hidden'), name);
      await shown(1);
    }
  });
});

test('a click for what lies on the words opens no note, a click on the words does', async () => {
  const page = await me.visit(`${origin}/words`);
  await noteOnWords(page, WORDS);
  const middle = await page.evaluate(() => {
    const range = [...(CSS.highlights.get('sideline-recognition') ?? [])][0] as Range;
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.evaluate(() => document.getElementById('menu')?.removeAttribute('hidden'));
  // The window hears a click last, after every listener in the page.
  await page.evaluate(() =>
    addEventListener('click', () => document.body.setAttribute('data-clicked', ''), { once: true }),
  );
  await page.mouse.click(middle.x, middle.y);
  await expect(page.locator('body[data-clicked]')).toHaveCount(1);
  expect(await page.evaluate(() => CSS.highlights.get('sideline-hover')?.size)).toBe(0);
  expect(await focusedNotes()).toBeNull();
  await page.evaluate(() => document.getElementById('menu')?.setAttribute('hidden', ''));
  await page.mouse.click(middle.x, middle.y);
  await expect.poll(focusedNotes).not.toBeNull();
});

test('panel and marks are out of the picture while one is taken', async () => {
  const page = await me.visit(`${origin}/picture`);
  await noteOnWords(page, WORDS);
  await me.openPanel(page);
  const hide = async (hidden: boolean) =>
    (await me.worker()).evaluate(
      async ([url, isHidden]) => {
        const [tab] = await chrome.tabs.query({ url });
        await chrome.tabs.sendMessage(tab?.id ?? -1, { sideline: 'tools.hide', input: { hidden: isHidden } });
      },
      [page.url(), hidden] as const,
    );
  const seen = () =>
    page.evaluate(() => {
      const panel = document.querySelector('[popover=manual]');
      return [CSS.highlights.size > 0, !!panel && getComputedStyle(panel).visibility === 'visible'];
    });
  expect(await seen()).toEqual([true, true]);
  await hide(true);
  expect(await seen()).toEqual([false, false]);
  await hide(false);
  expect(await seen()).toEqual([true, true]);
});

for (const as of Object.keys(LONG)) {
  test(`"Go to" leads to the very line in a long text: ${as}`, async () => {
    const page = await me.visit(`${origin}/long?as=${encodeURIComponent(as)}`);
    await noteOnWords(page, 'who signs on your side');
    await page.evaluate(() => scrollTo(0, 0));
    const sidebar = await me.openSidebar(page);
    await sidebar
      .locator('.note')
      .first()
      .getByRole('button', { name: /^Go to the place/ })
      .click();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
          const box = range?.getBoundingClientRect();
          const hit = box && document.elementFromPoint(box.x + 4, box.y + box.height / 2);
          return !!hit && !!range?.intersectsNode(hit) && String(range);
        }),
      )
      .toBe('who signs on your side');
  });
}

test.describe('frames of the page’s own', () => {
  test('words selected there are pointed at, painted there and found again', async () => {
    const page = await me.visit(`${origin}/frames`);
    const panel = await me.openPanel(page);
    await expect(panel.getByTestId('place')).toBeVisible();
    const mail = page.frames().find(frame => frame.url() === 'about:srcdoc');
    await mail?.evaluate(() => {
      const text = document.querySelector('p')?.firstChild as Text;
      const at = text.data.indexOf('when I get around');
      getSelection()?.setBaseAndExtent(text, at, text, at + 'when I get around to it'.length);
    });
    await expect(panel.getByTestId('place')).toContainText('when I get around to it');
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    await expect
      .poll(() => mail?.evaluate(() => [...(CSS.highlights.get('sideline-recognition') ?? [])].map(String)))
      .toEqual(['when I get around to it']);
    const isPainted = await mail?.evaluate(
      () =>
        getComputedStyle(document.querySelector('p') as Element, '::highlight(sideline-recognition)')
          .backgroundColor,
    );
    expect(isPainted).toContain('rgba(62, 190, 134');
  });

  test('a field in a frame can be picked', async () => {
    const page = await me.visit(`${origin}/frames?field`);
    const panel = await me.openPanel(page);
    await startPickingField(panel);
    await page.frameLocator('#old').locator('#next').click();
    await expect(panel.getByTestId('place')).toContainText('Next step: Ask who signs');
  });
});

test('where no words are selected, pasting them is offered', async () => {
  const page = await me.visit(`${origin}/record?paste`);
  const panel = await me.openPanel(page);
  await panel.getByRole('button', { name: 'Words', exact: true }).click();
  await panel.getByRole('textbox', { name: 'The words meant' }).fill('What the editor drew.');
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  expect((await noteAnchors(me)).at(-1)).toEqual({ kind: 'whole', quote: 'What the editor drew.' });
});

test.describe('a page that is put up anew', () => {
  const ways: Record<string, () => void> = {
    'another document element': () =>
      document.replaceChild(document.documentElement.cloneNode(true), document.documentElement),
    'another body': () => document.body.replaceWith(document.body.cloneNode(true)),
    'document.write': () => {
      const html = `<!doctype html><title>Deal 32</title>${document.body.innerHTML}`;
      document.open();
      document.write(html);
      document.close();
    },
  };
  for (const [name, change] of Object.entries(ways)) {
    test(`keeps its panel, its marks and its selections: ${name}`, async () => {
      const words = 'the price list of last year';
      const page = await me.visit(`${origin}/anew?${encodeURIComponent(name)}`);
      await noteOnWords(page, words);
      await page.evaluate(change);
      await expect.poll(() => paintedWords(page, 'recognition')).toEqual([words]);
      const panel = await me.openPanel(page);
      await selectWords(page, 'They were sent');
      await expect(panel.getByTestId('place')).toContainText('They were sent');
      await page.evaluate(change);
      await expect
        .poll(() => page.frames().filter(frame => frame.url().includes('panel.html')).length)
        .toBe(1);
    });
  }
});

for (const [width, height] of [
  [455, 217],
  [320, 150],
] as const) {
  test(`a note is written and sent by mouse in a window of ${width} × ${height} px`, async () => {
    const page = await me.visit(`${origin}/small?${width}`);
    await page.setViewportSize({ width, height });
    const panel = await me.openPanel(page);
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    await expect(panel.getByText('hidden by the page')).toHaveCount(0);
    await me.clickToolbar(page);
  });
}

/** Words that nobody can reach are said to be out of reach; what one is led to is not left under the panel. */

import type { Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, selectWords, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

const DOC = 'https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd/edit';
/** As its editor draws a doc: the words on a canvas, the outline's headings as text. */
const CANVAS_PAGE = `<!doctype html><html lang="en"><title>Plan for the depots - Google Docs</title>
<input class="docs-title-input" value="Plan for the depots" aria-label="Rename">
<nav><div class="navigation-item-content">Why Bremen goes first</div></nav>
<div class="kix-appview-editor" tabindex="0"><canvas width="600" height="400"></canvas></div>
<script>document.querySelector('canvas').getContext('2d').fillText('Bremen loses an hour a day.', 20, 40)</script></html>`;

/** A page of ours around an editor that comes from another origin, as Word online is. */
const framePage = (
  editor: string,
  height: number,
) => `<!doctype html><html lang="en"><title>Offer for Hollenkamp</title>
<h1>Offer for Hollenkamp</h1><iframe src="${editor}" title="Editor" style="width:900px;height:${height}px;border:0"></iframe></html>`;
const EDITOR = `<!doctype html><html lang="en"><title>Editor</title><p contenteditable>The price stands on page two.</p></html>`;

const WORDS = 'The second depot asked twice.';
/** Narrow enough to be seen beside the panel, and right where it stands. */
const SIDE_PAGE = `<!doctype html><html lang="en"><title>Notes of the visit</title><h1>Notes of the visit</h1>
<p>Everything we heard on Tuesday, in the order in which we heard it.</p>
<p style="margin-left:calc(100vw - 320px);width:260px">${WORDS}</p></html>`;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const editor = `${origin.replace('127.0.0.1', 'localhost')}/editor`;
    if (request.url === '/frame') response.end(framePage(editor, 600));
    else if (request.url?.startsWith('/small')) response.end(framePage(editor, 200));
    else response.end(request.url === '/editor' ? EDITOR : SIDE_PAGE);
  });
  me = await people.launch();
  await me.context.route('https://docs.google.com/**', route =>
    route.fulfill({ body: CANVAS_PAGE, contentType: 'text/html; charset=utf-8' }),
  );
});

const NOTE = {
  kind: 'Recognise',
  observation: 'You gave the number first.',
  impact: 'She read on.',
} as const;
const OUT_OF_REACH = /out of reach/;

test.describe('an editor that draws its words on a canvas', () => {
  test('is said to be out of reach; the pasted words stay with a note on the whole', async () => {
    const page = await me.visit(DOC);
    const panel = await me.openPanel(page);
    await expect(panel.getByText(OUT_OF_REACH)).toBeVisible();
    await panel.getByRole('button', { name: 'Words', exact: true }).click();
    await expect(panel.getByText('Select some words on the page first.')).toBeVisible();
    await panel.getByRole('textbox', { name: 'The words meant' }).fill('Bremen loses an hour a day.');
    await page.screenshot({ path: 'screenshots/places-canvas.png' });
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toEqual({ kind: 'whole', quote: 'Bremen loses an hour a day.' });

    const sidebar = await me.openSidebar(page);
    const card = sidebar.locator('.note').first();
    await expect(card.getByText('Bremen loses an hour a day.')).toBeVisible();
    await card.getByRole('button', { name: /^Go to the place/ }).click();
  });

  test('has headings that can be pointed at: then nothing is out of reach', async () => {
    const page = await me.visit(DOC);
    await selectWords(page, 'Why Bremen goes first');
    const panel = await me.openPanel(page);
    const place = panel.getByTestId('place');
    await expect(place).toContainText('Why Bremen goes first');
    await expect(panel.getByText(OUT_OF_REACH)).toHaveCount(0);
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toMatchObject({
      kind: 'words',
      quote: { exact: 'Why Bremen goes first' },
    });
  });
});

test.describe('an editor in a frame of another origin', () => {
  test('is said to be out of reach, also once the panel has the focus', async () => {
    const page = await me.visit(`${origin}/small`);
    await page.frameLocator('iframe').getByText('The price stands').click();
    const panel = await me.openPanel(page);
    await expect(panel.getByText(OUT_OF_REACH)).toBeVisible();
    await panel.getByRole('textbox', { name: 'The words meant' }).fill('The price stands on page two.');
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toEqual({ kind: 'whole', quote: 'The price stands on page two.' });
    // The page tells of itself again when a note has come: what was out of reach still is.
    await expect(panel.getByRole('button', { name: '1 here' })).toBeVisible();
    await expect(panel.getByText(OUT_OF_REACH)).toBeVisible();
  });

  test('is said as well when nobody has clicked into it yet', async () => {
    const page = await me.visit(`${origin}/frame`);
    const panel = await me.openPanel(page);
    await expect(panel.getByText(OUT_OF_REACH)).toBeVisible();
  });

  test('is said once somebody clicks into it, with the panel open', async () => {
    const page = await me.visit(`${origin}/small?again`);
    const panel = await me.openPanel(page);
    await expect(panel.getByTestId('place')).toBeVisible();
    await expect(panel.getByText(OUT_OF_REACH)).toHaveCount(0);
    await page.frameLocator('iframe').getByText('The price stands').click();
    await expect(panel.getByText(OUT_OF_REACH)).toBeVisible();
  });

  test('is not said on a page whose own words are there', async () => {
    const page = await me.visit(`${origin}/side`);
    const panel = await me.openPanel(page);
    await expect(panel.getByTestId('place')).toBeVisible();
    await expect(panel.getByText(OUT_OF_REACH)).toHaveCount(0);
  });
});

test.describe('the panel', () => {
  test('makes way when it covers what one is led to, and stays where there is no need', async () => {
    const page = await me.visit(`${origin}/side`);
    await selectWords(page, WORDS);
    const panel = await me.openPanel(page);
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    const left = async () => (await (await panel.frameElement()).boundingBox())?.x ?? -1;
    expect(await left()).toBeGreaterThan(600);
    const sidebar = await me.openSidebar(page);
    const go = sidebar
      .locator('.note')
      .first()
      .getByRole('button', { name: /^Go to the place/ });
    await go.click();
    await expect.poll(left, 'the panel on the other side').toBeLessThan(100);
    const words = await page.evaluate(text => {
      const range = [...(CSS.highlights.get('sideline-recognition') ?? [])][0] as Range;
      return { text: range.toString() === text, left: range.getBoundingClientRect().left };
    }, WORDS);
    expect(words.text).toBe(true);
    expect(words.left).toBeGreaterThan((await left()) + 384);
    await page.screenshot({ path: 'screenshots/places-made-way.png' });
    await go.click();
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString()), 'to be led there again')
      .toBe(WORDS);
    expect(await left()).toBeLessThan(100);
  });
});

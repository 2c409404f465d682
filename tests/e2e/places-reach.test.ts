/** Words that nobody can reach are said to be out of reach; what one is led to is not left under the panel. */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillNote, selectWords, sendNote } from '#testing/cast.ts';
import { launch, type Person, until } from '#testing/extension.ts';
import { noteAnchors } from '#testing/stored-notes.ts';

let me: Person;
let server: Server;
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

beforeAll(async () => {
  mkdirSync('screenshots', { recursive: true });
  server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const editor = `http://localhost:${port}/editor`;
    if (request.url === '/frame') response.end(framePage(editor, 600));
    else if (request.url?.startsWith('/small')) response.end(framePage(editor, 200));
    else response.end(request.url === '/editor' ? EDITOR : SIDE_PAGE);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  me = await launch();
  await me.context.route('https://docs.google.com/**', route =>
    route.fulfill({ body: CANVAS_PAGE, contentType: 'text/html; charset=utf-8' }),
  );
});
afterAll(async () => {
  await me?.close();
  server?.close();
});

const NOTE = {
  kind: 'Recognise',
  observation: 'You gave the number first.',
  impact: 'She read on.',
} as const;
const OUT_OF_REACH = /out of reach/;

describe('an editor that draws its words on a canvas', () => {
  it('is said to be out of reach; the pasted words stay with a note on the whole', async () => {
    const page = await me.visit(DOC);
    const panel = await me.openPanel(page);
    await panel.getByText(OUT_OF_REACH).waitFor();
    await panel.getByRole('button', { name: 'Words', exact: true }).click();
    await panel.getByText('Select some words on the page first.').waitFor();
    await panel.getByRole('textbox', { name: 'The words meant' }).fill('Bremen loses an hour a day.');
    await page.screenshot({ path: 'screenshots/places-canvas.png' });
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toEqual({ kind: 'whole', quote: 'Bremen loses an hour a day.' });

    const sidebar = await me.openSidebar(page);
    const card = sidebar.locator('.note').first();
    await card.getByText('Bremen loses an hour a day.').waitFor();
    await card.getByRole('button', { name: /^Go to the place/ }).click();
    await page.close();
  });

  it('has headings that can be pointed at: then nothing is out of reach', async () => {
    const page = await me.visit(DOC);
    await selectWords(page, 'Why Bremen goes first');
    const panel = await me.openPanel(page);
    const place = panel.getByTestId('place');
    await until(async () => (await place.innerText()).includes('Why Bremen goes first'), 'the heading');
    expect(await panel.getByText(OUT_OF_REACH).count()).toBe(0);
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toMatchObject({
      kind: 'words',
      quote: { exact: 'Why Bremen goes first' },
    });
    await page.close();
  });
});

describe('an editor in a frame of another origin', () => {
  it('is said to be out of reach, also once the panel has the focus', async () => {
    const page = await me.visit(`${origin}/small`);
    await page.frameLocator('iframe').getByText('The price stands').click();
    const panel = await me.openPanel(page);
    await panel.getByText(OUT_OF_REACH).waitFor();
    await panel.getByRole('textbox', { name: 'The words meant' }).fill('The price stands on page two.');
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toEqual({ kind: 'whole', quote: 'The price stands on page two.' });
    // The page tells of itself again when a note has come: what was out of reach still is.
    await panel.getByRole('button', { name: '1 here' }).waitFor();
    await panel.getByText(OUT_OF_REACH).waitFor();
    await page.close();
  });

  it('is said as well when nobody has clicked into it yet', async () => {
    const page = await me.visit(`${origin}/frame`);
    const panel = await me.openPanel(page);
    await panel.getByText(OUT_OF_REACH).waitFor();
    await page.close();
  });

  it('is said once somebody clicks into it, with the panel open', async () => {
    const page = await me.visit(`${origin}/small?again`);
    const panel = await me.openPanel(page);
    await panel.getByTestId('place').waitFor();
    expect(await panel.getByText(OUT_OF_REACH).count()).toBe(0);
    await page.frameLocator('iframe').getByText('The price stands').click();
    await panel.getByText(OUT_OF_REACH).waitFor();
    await page.close();
  });

  it('is not said on a page whose own words are there', async () => {
    const page = await me.visit(`${origin}/side`);
    const panel = await me.openPanel(page);
    await panel.getByTestId('place').waitFor();
    expect(await panel.getByText(OUT_OF_REACH).count()).toBe(0);
    await page.close();
  });
});

describe('the panel', () => {
  it('makes way when it covers what one is led to, and stays where there is no need', async () => {
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
    await until(async () => (await left()) < 100, 'the panel on the other side');
    const words = await page.evaluate(text => {
      const range = [...(CSS.highlights.get('sideline-recognition') ?? [])][0] as Range;
      return { text: range.toString() === text, left: range.getBoundingClientRect().left };
    }, WORDS);
    expect(words.text).toBe(true);
    expect(words.left).toBeGreaterThan((await left()) + 384);
    await page.screenshot({ path: 'screenshots/places-made-way.png' });
    await go.click();
    await until(
      () => page.evaluate(text => getSelection()?.toString() === text, WORDS),
      'to be led there again',
    );
    expect(await left()).toBeLessThan(100);
    await page.close();
  });
});

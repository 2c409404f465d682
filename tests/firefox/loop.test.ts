/** The Firefox build as a person meets it: installed, its pages, the toolbar button, a note on a page, a team. */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord, newId } from '#lib/records/create.ts';
import { SOLO_MEMBER } from '#lib/records/envelope.ts';
import { plantInPage } from '#testing/browser/sign-in.ts';
import { accountOf, type Cast, startCast } from '#testing/server/cast.ts';
import { freePort } from '#testing/server/free-port.ts';
import { until } from '#testing/until.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';
import { type Fox, findFirefox, launchFirefox, type Panel } from './firefox.ts';

const WORDS = 'drivers who go back to paper';
const CONTROL = '\uE009';
const ENTER = '\uE007';

const DRAFT = {
  kind: 'recognition',
  observation: 'You wrote the date into the first line.',
  impact: 'She did not have to ask.',
  nextAction: '',
  audience: 'pair',
  scores: {},
  openedAt: 1,
};

const CORRECTION = {
  ...DRAFT,
  kind: 'correction',
  behaviourId: 'library:next-step-aloud',
  observation: 'I ended the call at 14:20 without a date.',
  nextAction: 'Say the next step and its date before you hang up.',
  checkInDays: 3,
};

let cast: Cast;
let fox: Fox;
let demo: Demo;
const firefox = findFirefox();
if (!firefox)
  console.warn('skipped: no Firefox found, none could be installed. sudo apt-get install firefox-esr');

beforeAll(async () => {
  if (!firefox) return;
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  fox = await launchFirefox(firefox);
});
afterAll(async () => {
  await fox?.close();
  await cast?.stop();
  await demo?.stop();
});

describe.skipIf(!firefox)('in Firefox', () => {
  it('is installed without a complaint, and its settings and sidebar show themselves', async () => {
    const options = await fox.extensionPage('options.html');
    await says(options, 'Settings');
    await options.close();
    const sidebar = await fox.extensionPage('sidepanel.html');
    await says(sidebar, 'On this device only');
    await sidebar.close();
    expect(await ownErrors()).toEqual([]);
  });

  it('opens its sidebar by the browser’s own way, and by the toolbar button where a page is closed to it', async () => {
    if ((await fox.sidebar()).open) await fox.toggleSidebar();
    await until(async () => !(await fox.sidebar()).open, 'the sidebar to be closed');
    const page = await fox.visit('about:blank');
    await fox.clickToolbar(page);
    await until(async () => (await fox.sidebar()).text.includes('This page'), 'the sidebar');
    await fox.toggleSidebar();
    await until(async () => !(await fox.sidebar()).open, 'the sidebar to be closed');
    await fox.toggleSidebar();
    await until(async () => (await fox.sidebar()).text.includes('This page'), 'the sidebar again');
    await page.close();
  });

  it('lets the sidebar page write through the background, and keeps it', async () => {
    const sidebar = await fox.extensionPage('sidepanel.html');
    const artifact = {
      kind: 'doc',
      site: 'page',
      key: 'https://a.example|page|/x',
      url: 'https://a.example/x',
      title: 'X',
    };
    const context = await tell(sidebar, 'compose.context', null);
    expect(context).toMatchObject({ value: { solo: true } });
    const draft = { ...DRAFT, subjectId: SOLO_MEMBER, noteId: newId(), scorecardId: newId() };
    expect(await tell(sidebar, 'compose.send', { artifact, draft, surface: 'test' })).toMatchObject({
      value: { ok: true },
    });
    await sidebar.evaluate(() => document.querySelector<HTMLElement>('#tab-today')?.click());
    // A note that waits for nothing is among the earlier ones.
    await says(sidebar, 'Earlier notes (1)');
    await sidebar.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await says(sidebar, draft.observation);

    const correction = { ...CORRECTION, subjectId: SOLO_MEMBER, noteId: newId(), scorecardId: newId() };
    expect(
      await tell(sidebar, 'compose.send', { artifact, draft: correction, surface: 'test' }),
    ).toMatchObject({
      value: { ok: true },
    });
    await says(sidebar, 'Your turn: make a commitment');
    // The form is there when its half-written text, if any, has been read.
    await until(
      () =>
        sidebar.evaluate(() => {
          const step = document.querySelector<HTMLFieldSetElement>('fieldset[aria-label="Your commitment"]');
          step?.form?.requestSubmit();
          return step !== null;
        }),
      'the form for the promise',
    );
    await says(sidebar, 'Your turn: show proof');
    await sidebar.close();
    expect(await ownErrors()).toEqual([]);
  });

  it('writes a note on selected words in the panel: painted, kept, in the sidebar', async () => {
    const page = await fox.visit(demo.artifacts.doc.url);
    await select(page, WORDS);
    const panel = await fox.openPanel(page);
    await panelSays(panel, 'Driver onboarding for Hollenkamp');
    await panelSays(panel, WORDS);
    await panel.evaluate(
      `[...document.querySelectorAll('label')].find(l => /Recognise/.test(l.innerText)).click()`,
    );
    await panel.evaluate(`document.querySelector('textarea').focus()`);
    await panel.press('Y');
    await until(
      () => panel.evaluate<boolean>(`return document.querySelector('textarea').value === 'Y'`),
      'the key in the panel',
    );
    await fill(panel, 0, 'You named their worry before ours.');
    await fill(panel, 1, 'They read on.');
    await panel.press(CONTROL, ENTER);
    await panelSays(panel, 'Saved on this device.');
    await until(async () => (await painted(page)).join() === WORDS, 'the highlight');
    await until(
      async () => (await fox.sidebar()).text.includes('You named their worry'),
      'the note in the sidebar',
    );
    await page.close();
    expect(await ownErrors()).toEqual([]);
  });

  it('finds it again by itself on a site that was granted', async () => {
    await fox.grant(new URL(demo.url).origin);
    const page = await fox.visit(demo.artifacts.doc.url);
    await until(async () => (await painted(page)).join() === WORDS, 'the highlight, with no click');
    await until(
      async () => (await fox.sidebar()).text.includes('You named their worry'),
      'the note in the sidebar',
    );
    const other = await fox.visit(demo.artifacts.otherCrm.url);
    await until(async () => (await fox.sidebar()).text.includes('No notes here yet.'), 'the other page');
    await other.close();
    await page.close();
    expect(await ownErrors()).toEqual([]);
  });

  it('opens a link at the words it leads to, once, and leaves the page its own address', async () => {
    const sidebar = await fox.extensionPage('sidepanel.html');
    const noteId = await sidebar.evaluate(noteOnWords, WORDS);
    const answer = (await tell(sidebar, 'note.link', { noteId })) as { value: { url: string } };
    const { url } = answer.value;
    expect(url).toContain(`:~:text=${encodeURIComponent(WORDS)}&sideline=${noteId}`);
    await sidebar.close();
    const page = await fox.visit(url);
    await until(async () => (await selectedIn(page)) === WORDS, 'the words to be selected');
    expect(await page.evaluate(() => location.hash)).toBe('');
    await until(
      async () => (await fox.sidebar()).text.includes('You named their worry'),
      'the note in the sidebar',
    );
    await page.reload();
    await until(async () => (await painted(page)).join() === WORDS, 'the highlight after a reload');
    expect(await selectedIn(page)).toBe('');
    await page.close();
    expect(await ownErrors()).toEqual([]);
  });

  it('opens a note from the lists of the sidebar at its place', async () => {
    const sidebar = await fox.extensionPage('sidepanel.html');
    const noteId = await sidebar.evaluate(noteOnWords, WORDS);
    const before = new Set(await fox.browser.pages());
    await tell(sidebar, 'note.open', { noteId });
    const page = await until(
      async () => (await fox.browser.pages()).find(each => !before.has(each)),
      'the tab with the work',
    );
    await until(async () => (await selectedIn(page)) === WORDS, 'the words to be selected');
    await page.close();
    await sidebar.close();
    expect(await ownErrors()).toEqual([]);
  });

  it('works in a team: what is written here reaches the server, what others write is here at once', async () => {
    const { coach, rep } = cast;
    const options = await fox.extensionPage('options.html');
    await options.evaluate(plantInPage, await accountOf(coach, cast));
    await options.reload({ waitUntil: [] });
    await says(options, 'North Sales');
    await options.close();
    // The account was written past Dexie, which tells open pages what changes.
    await fox.toggleSidebar();
    await until(async () => !(await fox.sidebar()).open, 'the sidebar to be closed');
    await fox.toggleSidebar();

    const page = await fox.visit(demo.artifacts.doc.url);
    await until(async () => (await fox.sidebar()).text.includes('All sent'), 'the sync');
    const artifact = await artifactOf(page);
    const sidebar = await fox.extensionPage('sidepanel.html');
    const draft = { ...DRAFT, subjectId: rep.id, noteId: newId(), scorecardId: newId() };
    expect(await tell(sidebar, 'compose.send', { artifact, draft, surface: 'test' })).toMatchObject({
      value: { ok: true },
    });
    const atServer = () => rep.pull().then(({ records }) => records as { id: string }[]);
    await until(
      async () => (await atServer()).some(({ id }) => id === draft.noteId),
      'the note at the server',
    );
    await sidebar.close();

    const answer = createRecord(
      {
        type: 'acknowledgement',
        workspaceId: cast.workspaceId,
        authorId: rep.id,
        subjectId: coach.id,
        audience: 'pair',
        refs: [draft.noteId],
        body: { answer: 'accept', sentence: 'I will write it first.' },
      },
      Date.now(),
    );
    await page.bringToFront();
    await until(async () => (await fox.sidebar()).text.includes(DRAFT.observation), 'the own note');
    expect(await rep.push(answer)).toMatchObject([{ status: 'accepted' }]);
    await until(async () => (await fox.sidebar()).text.includes('I will write it first.'), 'the answer');
    await page.close();
    expect(await ownErrors()).toEqual([]);
  });
});

/** The artifact that the page script has told of this page, as the background remembers it. */
async function artifactOf(page: Page) {
  const url = page.url();
  const panel = await fox.openPanel(page);
  const title = await panel.evaluate<string>(`return document.querySelector('h1').innerText`);
  const options = await fox.extensionPage('options.html');
  const stored = await options.evaluate(() => browser.storage.session.get(null));
  await options.close();
  const places = Object.entries(stored).find(([name]) => name.startsWith('tab-key:'))?.[1] as string[];
  const key = places?.[0];
  return { kind: 'doc', site: 'sideline-demo', key, url, title };
}

/** Firefox's own words about an open sidebar that tries a closed page, and about a page that is closed in mid-message. */
const NOT_OURS =
  /Content Script execution in moz-extension document|on closed conduit|after context unloaded/;

async function ownErrors(): Promise<string[]> {
  return (await fox.errors()).filter(text => !NOT_OURS.test(text));
}

async function says(page: Page, words: string): Promise<void> {
  await until(async () => (await page.evaluate(() => document.body.innerText)).includes(words), words);
}

async function panelSays(panel: Panel, words: string): Promise<void> {
  await until(
    async () => (await panel.evaluate<string>('return document.body.innerText')).includes(words),
    words,
  );
}

function tell(page: Page, sideline: string, input: unknown): Promise<unknown> {
  return page.evaluate(message => browser.runtime.sendMessage(message), { sideline, input });
}

declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { session: { get(keys: null): Promise<Record<string, unknown>> } };
};

/** Sets a text box as React hears it. */
async function fill(panel: Panel, index: number, text: string): Promise<void> {
  await panel.evaluate(
    `const box = document.querySelectorAll('textarea')[input.index];
     box.focus();
     Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, input.text);
     box.dispatchEvent(new Event('input', { bubbles: true }));`,
    { index, text },
  );
}

async function select(page: Page, words: string): Promise<void> {
  const found = await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return true;
    }
    return false;
  }, words);
  expect(found).toBe(true);
}

/** The id of the note on these words, as this device keeps it. */
function noteOnWords(words: string): Promise<string> {
  return new Promise((done, refuse) => {
    const opening = indexedDB.open('sideline');
    opening.onerror = () => refuse(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('records').objectStore('records').getAll();
      all.onsuccess = () => {
        opening.result.close();
        const isIt = (row: { body: { anchor?: { quote?: { exact?: string } } } }) =>
          row.body.anchor?.quote?.exact === words;
        const found = all.result.find(isIt) as { id: string } | undefined;
        if (found) done(found.id);
        else refuse(new Error(`no note on "${words}"`));
      };
    };
  });
}

function selectedIn(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '');
}

function painted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('sideline-recognition');
    return highlight ? [...highlight].map(range => range.toString()) : [];
  });
}

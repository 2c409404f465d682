/** Links to a note's place: they open the work, go to the words, survive a sign-in, and break no host's router. */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import { type Person, until } from '../../scripts/extension.ts';
import { type Cast, launchAs, paintedWords, selectWords, startCast } from './cast.ts';

const WORDS = 'The second depot asked for the routes twice.';
const WORK = `<h1>Deal 12</h1><p>${'A line of the record. '.repeat(400)}</p><p id="there">${WORDS}</p>`;
/** An application that is routed by its fragment, behind a sign-in page of its own. */
const APP = `<!doctype html><title>Deals</title><main></main><script>
  const show = () => {
    const deal = location.hash === '#/deal/12';
    document.title = deal ? 'Deal 12' : location.hash ? 'Unknown route ' + location.hash : 'Deals';
    document.querySelector('main').innerHTML = deal ? ${JSON.stringify(WORK)} : '<h1>' + document.title + '</h1>';
  };
  addEventListener('hashchange', show);
  show();
</script>`;
const LOGIN = `<!doctype html><title>Sign in</title><h1>Please sign in to go on</h1>
<button onclick="document.cookie='in=1;path=/';location='/app'+location.hash">Sign in</button>`;

let server: Server;
let origin: string;
let cast: Cast;
let rep: Person;
let deal: Artifact;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isIn = /in=1/.test(request.headers.cookie ?? '');
    if (request.url === '/app' && !isIn) {
      response.writeHead(302, { location: '/login' }).end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/app' ? APP : LOGIN);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/app#/deal/12`;
  deal = { kind: 'doc', site: 'page', key: url, url, title: 'Deal 12' };
  cast = await startCast();
  rep = await launchAs(cast.rep, cast, { granted: [origin] });
});
afterAll(async () => {
  await rep?.close();
  await cast?.stop();
  server?.close();
});

describe('a link to a note’s place', () => {
  it('is copied from the card, opens the work behind its sign-in, and goes to the words', async () => {
    const noteId = await noteOn(deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const signedIn = await rep.visit(`${origin}/login#/deal/12`);
    await signedIn.getByRole('button', { name: 'Sign in' }).click();
    const sidebar = await rep.openSidebar(signedIn);
    await sidebar.getByRole('button', { name: 'Copy a link to this place' }).click();
    await sidebar.getByText('Link copied').waitFor();
    const link = await paste(rep);
    expect(link).toMatch(/#\/deal\/12:~:text=.+&sideline=/);
    expect(link).toContain(noteId);
    await signedIn.close();

    await rep.context.clearCookies();
    const page = await rep.visit(link);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Deal 12' }).waitFor();
    await until(async () => (await selected(page)) === WORDS, 'the words to be selected');
    expect(await inView(page)).toBe(true);
    await until(async () => (await paintedWords(page, 'recognition')).join() === WORDS, 'the highlight');
    await until(
      () => sidebar.evaluate(id => !!document.querySelector(`.note.focused[data-note="${id}"]`), noteId),
      'the note to be put first in the sidebar',
    );
    await page.close();
  });

  it('leaves the application its own route', async () => {
    const noteId = await noteOn(deal, { kind: 'whole' });
    await rep.context.addCookies([{ name: 'in', value: '1', url: origin }]);
    const page = await rep.visit(`${deal.url}:~:sideline=${noteId}`);
    expect(await page.title()).toBe('Deal 12');
    expect(await page.evaluate(() => location.hash)).toBe('#/deal/12');
    await page.close();
  });

  it('goes there once: a reload leaves the person where they are', async () => {
    const noteId = await noteOn(deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const page = await rep.visit(`${deal.url}:~:sideline=${noteId}`);
    await until(async () => (await selected(page)) === WORDS, 'the words to be selected');
    await page.reload();
    await until(
      async () => (await paintedWords(page, 'recognition')).length > 0,
      'the highlights after a reload',
    );
    expect(await selected(page)).toBe('');
    await page.close();
  });

  it('from the list of today opens the work and goes to the place', async () => {
    await noteOn(deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const here = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(here);
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    const opened = rep.context.waitForEvent('page');
    await sidebar.getByRole('button', { name: WORDS }).first().click();
    const page = await opened;
    await until(async () => (await selected(page)) === WORDS, 'the words to be selected');
    await page.close();
    await here.close();
  });
});

describe('a note whose place is gone', () => {
  const LOST = 'A sentence that nobody finds on this page any more.';

  it('waits in a tray with its quote, and is pointed at a new place by hand, for its author’s readers', async () => {
    const lost = await noteOn(deal, { kind: 'words', quote: { exact: LOST, prefix: '', suffix: '' } });
    const page = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(page);
    const tray = sidebar.locator('details.lost');
    await tray.getByText('1 note has lost its place').waitFor();
    const card = tray.locator(`[data-note="${lost}"]`);
    expect(await card.innerText()).toContain(LOST);
    await card.getByRole('button', { name: 'Look again' }).click();
    await card.getByText('not found').waitFor();
    await shoot(sidebar, 'lost');

    await card.getByRole('button', { name: 'Point to a new place' }).click();
    await card.getByText('Only you are led there').waitFor();
    await shoot(sidebar, 'repoint');
    await selectWords(page, 'asked for the routes');
    await card.getByText('asked for the routes').waitFor();
    await card.getByRole('button', { name: 'Use this place' }).click();
    await until(
      async () => (await paintedWords(page, 'recognition')).includes('asked for the routes'),
      'the highlight at the new place',
    );
    await until(async () => (await tray.count()) === 0, 'the tray to be empty');
    const moved = sidebar.locator(`[data-note="${lost}"]`);
    expect(await moved.innerText()).toContain('asked for the routes');
    await page.close();
  });

  it('is found by itself when the page shows the words after all', async () => {
    const words = 'These words come late.';
    const late = await noteOn(deal, { kind: 'words', quote: { exact: words, prefix: '', suffix: '' } });
    const page = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(page);
    await sidebar.locator(`details.lost [data-note="${late}"]`).waitFor();
    await page.evaluate(text => {
      const p = document.createElement('p');
      p.textContent = text;
      document.querySelector('main')?.append(p);
    }, words);
    await until(async () => (await paintedWords(page, 'recognition')).includes(words), 'the highlight');
    await until(
      async () => (await sidebar.locator(`details.lost [data-note="${late}"]`).count()) === 0,
      'the note to leave the tray',
    );
    await page.close();
  });
});

describe('notes that overlap', () => {
  const NARROW = 'The second depot asked for the routes';

  it('are all offered by one click, and each is to be reached by keyboard', async () => {
    const wide = await noteOn(deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const quote = { exact: NARROW, prefix: '', suffix: ' twice.' };
    const narrow = await noteOn(deal, { kind: 'words', quote });
    const page = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(page);
    await until(async () => (await paintedWords(page, 'recognition')).includes(NARROW), 'the highlights');
    const at = await page.evaluate(words => {
      document.getElementById('there')?.scrollIntoView({ block: 'center' });
      const ranges = [...(CSS.highlights.get('sideline-recognition') ?? [])] as Range[];
      const box = ranges.find(range => range.toString() === words)?.getClientRects()[0];
      return { x: (box?.left ?? 0) + 4, y: (box?.top ?? 0) + 4 };
    }, NARROW);
    await page.mouse.move(at.x, at.y);
    await until(
      () => page.evaluate(() => (CSS.highlights.get('sideline-hover')?.size ?? 0) >= 2),
      'both to be set off under the pointer',
    );
    await page.mouse.click(at.x, at.y);
    await until(
      () =>
        sidebar.evaluate(
          ids => ids.every(id => document.querySelector(`.note.focused[data-note="${id}"]`)),
          [wide, narrow],
        ),
      'both notes to be put first',
    );
    const [first, second] = await sidebar
      .locator('.note')
      .evaluateAll(all => all.map(each => each.className));
    expect([first, second]).toEqual(['note focused', 'note focused']);

    // The panel away, the page itself has nothing to tab to: ours come after all of its own.
    await rep.clickToolbar(page);
    await until(
      async () => !page.frames().some(frame => frame.url().includes('panel.html')),
      'the panel to go',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(async () => (await sidebar.locator('.note.focused').count()) === 1, 'one note by keyboard');
    await page.close();
  });
});

async function shoot(sidebar: Page, name: string): Promise<void> {
  mkdirSync('screenshots', { recursive: true });
  await sidebar.screenshot({ path: `screenshots/places-${name}.png`, fullPage: true });
}

/** A recognition by the coach, known to the rep's browser before this resolves. */
async function noteOn(artifact: Artifact, anchor: Anchor): Promise<string> {
  const note = createRecord(
    {
      type: 'note',
      workspaceId: cast.workspaceId,
      authorId: cast.coach.id,
      subjectId: cast.rep.id,
      audience: 'pair',
      body: {
        kind: 'recognition',
        artifact,
        anchor,
        observation: 'You wrote down that they asked twice.',
        impact: 'The next call starts there.',
        nextAction: '',
      },
    },
    Date.now(),
  );
  const [result] = await cast.coach.push(note);
  expect(result?.status).toBe('accepted');
  return note.id;
}

/** What Ctrl+V puts into a text box. */
async function paste(person: Person): Promise<string> {
  const page = await person.context.newPage();
  await page.setContent('<textarea autofocus></textarea>');
  await page.locator('textarea').press('Control+V');
  const text = await page.locator('textarea').inputValue();
  await page.close();
  return text;
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '');
}

function inView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.getElementById('there')?.getBoundingClientRect();
    return !!box && box.top >= 0 && box.bottom <= innerHeight;
  });
}

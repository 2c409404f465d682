/** Links to a note's place: they open the work, go to the words, survive a sign-in, and break no host's router. */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Artifact } from '#lib/records/artifact.ts';
import { type Cast, launchAs, noteOn, paintedWords, selectWords, startCast } from '#testing/cast.ts';
import { type Person, until } from '#testing/extension.ts';
import { startDemo } from '../../demo/serve.ts';

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

/** A work page whose company signs its people in on a host of its own, which nobody granted. It takes no fragment along. */
const ELSEWHERE = (back: string) => `<!doctype html><title>Company sign-in</title><h1>Company sign-in</h1>
<button onclick="location.replace('${back}')">Sign in</button>`;
const GUARDED = `<!doctype html><title>Deal 12</title>${WORK}`;

let server: Server;
let origin: string;
/** The same server by another name: another host to the browser. */
let elsewhere: string;
let cast: Cast;
let rep: Person;
let deal: Artifact;
/** Behind the company's sign-in. */
let guarded: Artifact;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isIn = /in=1/.test(request.headers.cookie ?? '');
    if (request.url === '/app' && !isIn) {
      response.writeHead(302, { location: '/login' }).end();
      return;
    }
    if (request.url === '/back') {
      response.writeHead(302, { location: '/deals/12', 'set-cookie': 'in=1;path=/' }).end();
      return;
    }
    if (request.url === '/deals/12' && !isIn) {
      response.writeHead(302, { location: `${elsewhere}/company#sign-in` }).end();
      return;
    }
    const pages: Record<string, string> = {
      '/app': APP,
      '/deals/12': GUARDED,
      '/company': ELSEWHERE(`${origin}/back`),
      '/chat': '<!doctype html><title>Chat</title><a>the deal</a>',
    };
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[request.url ?? ''] ?? LOGIN);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  elsewhere = origin.replace('127.0.0.1', 'localhost');
  const url = `${origin}/app#/deal/12`;
  deal = { kind: 'doc', site: 'page', key: url, url, title: 'Deal 12' };
  guarded = { ...deal, key: `${origin}/deals/12`, url: `${origin}/deals/12` };
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
    const noteId = await noteOn(cast, deal, {
      kind: 'words',
      quote: { exact: WORDS, prefix: '', suffix: '' },
    });
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
    const noteId = await noteOn(cast, deal, { kind: 'whole' });
    await rep.context.addCookies([{ name: 'in', value: '1', url: origin }]);
    const page = await rep.visit(`${deal.url}:~:sideline=${noteId}`);
    expect(await page.title()).toBe('Deal 12');
    expect(await page.evaluate(() => location.hash)).toBe('#/deal/12');
    await page.close();
  });

  it('goes there once: a reload leaves the person where they are', async () => {
    const noteId = await noteOn(cast, deal, {
      kind: 'words',
      quote: { exact: WORDS, prefix: '', suffix: '' },
    });
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

  it.each([
    ['clicked in a chat, into a new tab', openFromChat],
    ['handed over by another application', openFromOutside],
  ])('survives a sign-in on another host, which takes its fragment away: %s', async (_, open) => {
    const noteId = await noteOn(cast, guarded, {
      kind: 'words',
      quote: { exact: WORDS, prefix: '', suffix: '' },
    });
    await rep.context.clearCookies();
    await open(`${guarded.url}#:~:sideline=${noteId}`);
    const page = await until(
      async () => rep.context.pages().find(each => each.url().includes('/company')),
      'the sign-in',
    );
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Deal 12' }).waitFor();
    await until(async () => (await selected(page)) === WORDS, 'the words to be selected');
    await page.close();
  });

  it('waits for words that come late, and leaves alone who went on meanwhile', async () => {
    await rep.context.addCookies([{ name: 'in', value: '1', url: origin }]);
    const words = 'Nobody has written this yet.';
    const noteId = await noteOn(cast, guarded, {
      kind: 'words',
      quote: { exact: words, prefix: '', suffix: '' },
    });
    const write = (page: Page) =>
      page.evaluate(text => {
        const p = document.createElement('p');
        p.textContent = text;
        document.body.append(p);
      }, words);
    const link = `${guarded.url}#:~:sideline=${noteId}`;
    const page = await rep.visit(link);
    const sidebar = await rep.openSidebar(page);
    const lost = sidebar.locator(`details.lost [data-note="${noteId}"]`);
    await lost.waitFor();
    await write(page);
    await until(async () => (await selected(page)) === words, 'the words to be selected');
    await page.close();

    const other = await rep.visit(link);
    await other.bringToFront();
    await lost.waitFor();
    await other.evaluate(() => history.pushState(null, '', '/deals/13'));
    await until(async () => (await shownInTabs()).includes('/deals/13'), 'the other work');
    await other.evaluate(() => history.pushState(null, '', '/deals/12'));
    await lost.waitFor();
    await write(other);
    await until(async () => (await paintedWords(other, 'recognition')).includes(words), 'the highlight');
    await until(async () => (await lost.count()) === 0, 'the sidebar to have heard of it');
    expect(await selected(other)).toBe('');
    await other.close();
  });

  it('finds a note that was written before the site was known', async () => {
    const demo = await startDemo({ port: 0 });
    const { url, title } = demo.artifacts.doc;
    const before: Artifact = { kind: 'doc', site: 'page', key: url, url, title };
    const exact = 'drivers who go back to paper';
    const quote = {
      exact,
      prefix: 'Three things would make this a bad project for you: ',
      suffix: ' after the first busy Monday; a depot that stands still while it is being trained;',
    };
    const noteId = await noteOn(cast, before, { kind: 'words', quote });
    const page = await rep.visit(`${url}#:~:sideline=${noteId}`);
    await until(async () => (await selected(page)) === exact, 'the words to be selected');
    await page.close();
    await demo.stop();
  });

  it('leads there again when the link is followed again, in the same tab too', async () => {
    const link = `${guarded.url}#:~:sideline=${await noteOn(cast, guarded, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } })}`;
    await rep.context.addCookies([{ name: 'in', value: '1', url: origin }]);
    const page = await rep.visit(link);
    await until(async () => (await selected(page)) === WORDS, 'the words to be selected');
    await page.goto(`${elsewhere}/chat`);
    await page.goto(link);
    await until(async () => (await selected(page)) === WORDS, 'the words to be selected again');
    await page.close();
  });

  it('from the list of today opens the work and goes to the place', async () => {
    await noteOn(cast, deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
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
    const lost = await noteOn(cast, deal, { kind: 'words', quote: { exact: LOST, prefix: '', suffix: '' } });
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
    const late = await noteOn(cast, deal, { kind: 'words', quote: { exact: words, prefix: '', suffix: '' } });
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
    const wide = await noteOn(cast, deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const quote = { exact: NARROW, prefix: '', suffix: ' twice.' };
    const narrow = await noteOn(cast, deal, { kind: 'words', quote });
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

async function openFromChat(link: string): Promise<void> {
  const chat = await rep.visit(`${elsewhere}/chat`);
  await chat.locator('a').evaluate((a, href) => a.setAttribute('href', href), link);
  const opened = rep.context.waitForEvent('page');
  await chat.locator('a').click({ modifiers: ['Control'] });
  await opened;
  await chat.close();
}

async function openFromOutside(link: string): Promise<void> {
  const session = await rep.context.browser()?.newBrowserCDPSession();
  await session?.send('Target.createTarget', { url: link });
}

async function shoot(sidebar: Page, name: string): Promise<void> {
  mkdirSync('screenshots', { recursive: true });
  await sidebar.screenshot({ path: `screenshots/places-${name}.png`, fullPage: true });
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

/** The keys of what the tabs show, as the background knows them. */
async function shownInTabs(): Promise<string> {
  const worker = await rep.worker();
  const stored = await worker.evaluate(() => chrome.storage.session.get(null));
  return Object.entries(stored)
    .filter(([name]) => name.startsWith('tab-key:'))
    .join();
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

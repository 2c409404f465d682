/** Links to a note's place: they open the work, go to the words, survive a sign-in, and break no host's router. */
import type { Page } from '@playwright/test';
import type { Artifact } from '#lib/records/artifact.ts';
import type { Person } from '#testing/browser/extension.ts';
import { type Cast, noteOn, paintedWords, selectWords } from '#testing/server/cast.ts';
import { expect, found, test } from '#testing/test.ts';

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

let origin: string;
/** The same server by another name: another host to the browser. */
let elsewhere: string;
let cast: Cast;
let rep: Person;
let deal: Artifact;
/** Behind the company's sign-in. */
let guarded: Artifact;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
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
  elsewhere = origin.replace('127.0.0.1', 'localhost');
  const url = `${origin}/app#/deal/12`;
  deal = { kind: 'doc', site: 'page', key: url, url, title: 'Deal 12' };
  guarded = { ...deal, key: `${origin}/deals/12`, url: `${origin}/deals/12` };
  cast = await servers.startCast();
  rep = await people.launchAs(cast.rep, cast, { granted: [origin] });
});

test.describe('a link to a note’s place', () => {
  test('is copied from the card, opens the work behind its sign-in, and goes to the words', async () => {
    const noteId = await noteOn(cast, deal, {
      kind: 'words',
      quote: { exact: WORDS, prefix: '', suffix: '' },
    });
    const signedIn = await rep.visit(`${origin}/login#/deal/12`);
    await signedIn.getByRole('button', { name: 'Sign in' }).click();
    const sidebar = await rep.openSidebar(signedIn);
    await sidebar.getByRole('button', { name: 'Copy a link to this place' }).click();
    await expect(sidebar.getByText('Link copied')).toBeVisible();
    const link = await paste(rep);
    expect(link).toMatch(/#\/deal\/12:~:text=.+&sideline=/);
    expect(link).toContain(noteId);
    await signedIn.close();

    await rep.context.clearCookies();
    const page = await rep.visit(link);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Deal 12' })).toBeVisible();
    await expect.poll(() => selected(page), 'the words to be selected').toBe(WORDS);
    expect(await inView(page)).toBe(true);
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight').toEqual([WORDS]);
    await expect(sidebar.locator(`.note.focused[data-note="${noteId}"]`)).toBeVisible();
  });

  test('leaves the application its own route', async () => {
    const noteId = await noteOn(cast, deal, { kind: 'whole' });
    await rep.context.addCookies([{ name: 'in', value: '1', url: origin }]);
    const page = await rep.visit(`${deal.url}:~:sideline=${noteId}`);
    await expect(page).toHaveTitle('Deal 12');
    expect(await page.evaluate(() => location.hash)).toBe('#/deal/12');
  });

  test('goes there once: a reload leaves the person where they are', async () => {
    const noteId = await noteOn(cast, deal, {
      kind: 'words',
      quote: { exact: WORDS, prefix: '', suffix: '' },
    });
    const page = await rep.visit(`${deal.url}:~:sideline=${noteId}`);
    await expect.poll(() => selected(page), 'the words to be selected').toBe(WORDS);
    await page.reload();
    await expect
      .poll(async () => (await paintedWords(page, 'recognition')).length, 'the highlights after a reload')
      .toBeGreaterThan(0);
    expect(await selected(page)).toBe('');
  });

  for (const [how, open] of [
    ['clicked in a chat, into a new tab', openFromChat],
    ['handed over by another application', openFromOutside],
  ] as const) {
    test(`survives a sign-in on another host, which takes its fragment away: ${how}`, async () => {
      const noteId = await noteOn(cast, guarded, {
        kind: 'words',
        quote: { exact: WORDS, prefix: '', suffix: '' },
      });
      await rep.context.clearCookies();
      await open(`${guarded.url}#:~:sideline=${noteId}`);
      const page = await found(
        async () => rep.context.pages().find(each => each.url().includes('/company')),
        'the sign-in',
      );
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { name: 'Deal 12' })).toBeVisible();
      await expect.poll(() => selected(page), 'the words to be selected').toBe(WORDS);
      await page.close();
    });
  }

  test('waits for words that come late, and leaves alone who went on meanwhile', async () => {
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
    await expect(lost).toBeVisible();
    await write(page);
    await expect.poll(() => selected(page), 'the words to be selected').toBe(words);
    await page.close();

    const other = await rep.visit(link);
    await other.bringToFront();
    await expect(lost).toBeVisible();
    await other.evaluate(() => history.pushState(null, '', '/deals/13'));
    await expect.poll(shownInTabs, 'the other work').toContain('/deals/13');
    await other.evaluate(() => history.pushState(null, '', '/deals/12'));
    await expect(lost).toBeVisible();
    await write(other);
    await expect.poll(() => paintedWords(other, 'recognition'), 'the highlight').toContain(words);
    await expect(lost).toHaveCount(0);
    expect(await selected(other)).toBe('');
  });

  test('finds a note that was written before the site was known', async ({ demo }) => {
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
    await expect.poll(() => selected(page), 'the words to be selected').toBe(exact);
  });

  test('leads there again when the link is followed again, in the same tab too', async () => {
    const link = `${guarded.url}#:~:sideline=${await noteOn(cast, guarded, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } })}`;
    await rep.context.addCookies([{ name: 'in', value: '1', url: origin }]);
    const page = await rep.visit(link);
    await expect.poll(() => selected(page), 'the words to be selected').toBe(WORDS);
    await page.goto(`${elsewhere}/chat`);
    await page.goto(link);
    await expect.poll(() => selected(page), 'the words to be selected again').toBe(WORDS);
  });

  test('from the list of today opens the work and goes to the place', async () => {
    await noteOn(cast, deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const here = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(here);
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    const opened = rep.context.waitForEvent('page');
    await sidebar.getByRole('button', { name: WORDS }).first().click();
    const page = await opened;
    await expect.poll(() => selected(page), 'the words to be selected').toBe(WORDS);
    await page.close();
  });
});

test.describe('a note whose place is gone', () => {
  const LOST = 'A sentence that nobody finds on this page any more.';

  test('waits in a tray with its quote, and is pointed at a new place by hand, for its author’s readers', async () => {
    const lost = await noteOn(cast, deal, { kind: 'words', quote: { exact: LOST, prefix: '', suffix: '' } });
    const page = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(page);
    const tray = sidebar.locator('details.lost');
    await expect(tray.getByText('1 note has lost its place')).toBeVisible();
    const card = tray.locator(`[data-note="${lost}"]`);
    await expect(card).toContainText(LOST);
    await card.getByRole('button', { name: 'Look again' }).click();
    await expect(card.getByText('not found')).toBeVisible();
    await shoot(sidebar, 'lost');

    await card.getByRole('button', { name: 'Point to a new place' }).click();
    await expect(card.getByText('Only you are led there')).toBeVisible();
    await shoot(sidebar, 'repoint');
    await selectWords(page, 'asked for the routes');
    await expect(card.getByText('asked for the routes')).toBeVisible();
    await card.getByRole('button', { name: 'Use this place' }).click();
    await expect
      .poll(() => paintedWords(page, 'recognition'), 'the highlight at the new place')
      .toContain('asked for the routes');
    await expect(tray).toHaveCount(0);
    const moved = sidebar.locator(`[data-note="${lost}"]`);
    await expect(moved).toContainText('asked for the routes');
  });

  test('is found by itself when the page shows the words after all', async () => {
    const words = 'These words come late.';
    const late = await noteOn(cast, deal, { kind: 'words', quote: { exact: words, prefix: '', suffix: '' } });
    const page = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(page);
    await expect(sidebar.locator(`details.lost [data-note="${late}"]`)).toBeVisible();
    await page.evaluate(text => {
      const p = document.createElement('p');
      p.textContent = text;
      document.querySelector('main')?.append(p);
    }, words);
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight').toContain(words);
    await expect(sidebar.locator(`details.lost [data-note="${late}"]`)).toHaveCount(0);
  });
});

test.describe('notes that overlap', () => {
  const NARROW = 'The second depot asked for the routes';

  test('are all offered by one click, and each is to be reached by keyboard', async () => {
    const wide = await noteOn(cast, deal, { kind: 'words', quote: { exact: WORDS, prefix: '', suffix: '' } });
    const quote = { exact: NARROW, prefix: '', suffix: ' twice.' };
    const narrow = await noteOn(cast, deal, { kind: 'words', quote });
    const page = await rep.visit(deal.url);
    const sidebar = await rep.openSidebar(page);
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlights').toContain(NARROW);
    const at = await page.evaluate(words => {
      document.getElementById('there')?.scrollIntoView({ block: 'center' });
      const ranges = [...(CSS.highlights.get('sideline-recognition') ?? [])] as Range[];
      const box = ranges.find(range => range.toString() === words)?.getClientRects()[0];
      return { x: (box?.left ?? 0) + 4, y: (box?.top ?? 0) + 4 };
    }, NARROW);
    await page.mouse.move(at.x, at.y);
    await expect
      .poll(
        () => page.evaluate(() => (CSS.highlights.get('sideline-hover')?.size ?? 0) >= 2),
        'both to be set off under the pointer',
      )
      .toBe(true);
    await page.mouse.click(at.x, at.y);
    for (const id of [wide, narrow]) {
      await expect(sidebar.locator(`.note.focused[data-note="${id}"]`)).toBeVisible();
    }
    await expect(sidebar.locator('.note').nth(0)).toHaveClass('note focused');
    await expect(sidebar.locator('.note').nth(1)).toHaveClass('note focused');

    // The panel away, the page itself has nothing to tab to: ours come after all of its own.
    await rep.clickToolbar(page);
    await expect
      .poll(() => page.frames().some(frame => frame.url().includes('panel.html')), 'the panel to go')
      .toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(sidebar.locator('.note.focused')).toHaveCount(1);
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

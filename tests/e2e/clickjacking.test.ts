/** A page that hides, covers or moves the panel, and lets a real click or key of its visitor fall on "Send". */
import type { Frame, Page } from '@playwright/test';
import type { Person } from '#testing/browser/extension.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

/**
 * The page's own script: it finds our host among its popovers, as any page can. Each trick leaves "Send" where a click
 * reaches it.
 */
const PAGE = `<!doctype html><title>Prize</title><h1>A prize</h1><p>${'Words to read. '.repeat(60)}</p><script>
  const host = () => document.querySelector('[popover=manual]:not(#cover)');
  const css = (name, value) => host().style.setProperty(name, value, 'important');
  const cover = style => {
    const div = document.createElement('div');
    div.id = 'cover';
    div.popover = 'manual';
    div.textContent = 'Press here for your prize';
    div.style.cssText = 'all:initial;position:fixed;background:#fff;pointer-events:none;' + style;
    document.documentElement.append(div);
    div.showPopover();
  };
  window.tricks = {
    opacity: () => css('opacity', '0.001'),
    'opacity of the root': () => { css('opacity', 'inherit'); document.documentElement.style.opacity = '0.01'; },
    filter: () => css('filter', 'opacity(0)'),
    'blend mode': () => css('mix-blend-mode', 'multiply'),
    'transform: shrunk': () => css('transform', 'scale(0.2)'),
    'transform: turned': () => css('transform', 'rotate(12deg)'),
    'transform: mostly outside': () => css('transform', 'translateY(calc(-100vh + 90px))'),
    'clipped to its foot': () => css('clip-path', 'inset(calc(100% - 60px) 0 0 0)'),
    'cropped to its foot': () => { css('top', 'auto'); css('height', '70px'); },
    'covered as a whole, clicks fall through': () => cover('inset:0;width:100vw;height:100vh'),
    'covered but for the button': () => cover('right:12px;left:auto;top:12px;bottom:auto;width:384px;height:300px'),
    'covered by an older popover that is shown again': () => {
      cover('inset:0;width:100vw;height:100vh');
      const div = document.getElementById('cover');
      div.hidePopover();
      div.showPopover();
    },
  };
  window.undo = () => {
    document.getElementById('cover')?.remove();
    document.documentElement.style.opacity = '';
    for (const name of ['opacity', 'filter', 'mix-blend-mode', 'transform', 'clip-path']) host().style.removeProperty(name);
    host().style.cssText = window.plain;
  };
  window.remember = () => { window.plain = host().style.cssText; };
</script>`;

declare global {
  interface Window {
    tricks: Record<string, () => void>;
    undo(): void;
    remember(): void;
    /** In the panel. */
    seenSince: number | undefined;
  }
}

let me: Person;
let page: Page;
let panel: Frame;

test.beforeAll(async ({ people, servers }) => {
  const origin = await servers.startPages((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE),
  );
  me = await people.launch();
  page = await me.visit(`${origin}/`);
  panel = await me.openPanel(page);
  await page.evaluate(() => window.remember());
  await watch();
  await fillNote(panel, {
    kind: 'Recognise',
    observation: 'Nobody meant to send this.',
    impact: 'It matters.',
  });
});

const tricks = [...PAGE.matchAll(/^ {4}'?([^'\n(]+?)'?: \(\) =>/gm)].map(match => match[1] ?? '');
const message = () => panel.getByTestId('message');
const observation = () => panel.getByRole('textbox', { name: 'What I saw or heard' });
/** The panel says that it holds back. */
const refused = () => expect(message()).toContainText('Nothing was sent yet');

/** In the middle of "Send", in the window's coordinates, wherever the page has put the panel. */
async function middleOfSend(): Promise<[x: number, y: number]> {
  const box = await panel.locator('button[type=submit]').boundingBox();
  if (!box) throw new Error('There is no button to send with.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Looks as the panel itself does, so that no test runs ahead of what the browser has told it. */
async function watch(): Promise<void> {
  await panel.evaluate(() => {
    const main = document.querySelector('main');
    const look = (entries: IntersectionObserverEntry[]) => {
      const { isVisible, intersectionRatio } = entries.at(-1) as IntersectionObserverEntry & {
        isVisible: boolean;
      };
      const seen = isVisible && intersectionRatio > 0.95;
      window.seenSince = seen ? (window.seenSince ?? performance.now()) : undefined;
    };
    const options = { threshold: [0, 0.95, 1], trackVisibility: true, delay: 100 };
    if (main) new IntersectionObserver(look, options as IntersectionObserverInit).observe(main);
  });
}
const inPlainSight = () =>
  expect
    .poll(
      () =>
        panel.evaluate(() => innerHeight > 200 && performance.now() - (window.seenSince ?? Number.NaN) > 600),
      'the panel to have been in sight for a while',
    )
    .toBe(true);
const hidden = () =>
  expect
    .poll(
      () => panel.evaluate(() => window.seenSince === undefined || innerHeight < 200),
      'the trick to work',
    )
    .toBe(true);

async function written(): Promise<number> {
  const options = await me.extensionPage('options.html');
  const count = await options.evaluate(async () => {
    const [found] = (await indexedDB.databases()).filter(each => each.name?.includes('sideline'));
    const opening = indexedDB.open(found?.name ?? '');
    await new Promise(done => opening.addEventListener('success', done));
    const counting = opening.result.transaction('records').objectStore('records').count();
    await new Promise(done => counting.addEventListener('success', done));
    return counting.result;
  });
  await options.close();
  return count;
}

test.describe('a click or key that a page has stolen', () => {
  test('is not missed for want of tricks', () => {
    expect(tricks).toHaveLength(12);
  });

  for (const trick of tricks) {
    test(`${trick}: sends nothing`, async () => {
      await page.mouse.move(...(await middleOfSend()));
      await inPlainSight();
      await page.evaluate(name => window.tricks[name]?.(), trick);
      await hidden();
      await page.mouse.click(...(await middleOfSend()));
      await refused();
      // Typing takes the message away, so that the next one is the key's.
      await observation().press('End');
      await page.keyboard.type('.');
      await expect(message()).toBeEmpty();
      await observation().press('Control+Enter');
      await refused();
      await page.evaluate(() => window.undo());
      expect(await written()).toBe(0);
    });
  }

  test('in the moment in which the panel is moved under the cursor: sends nothing', async () => {
    const [x, y] = await middleOfSend();
    await page.mouse.move(200, y);
    await inPlainSight();
    await page.evaluate(
      by => document.querySelector<HTMLElement>('[popover=manual]')?.style.setProperty('translate', by),
      `${200 - x}px`,
    );
    // At once: after a while in its new place the panel would be in plain sight again.
    const moved = { message: 'the panel to be moved', intervals: [20] };
    await expect.poll(async () => (await middleOfSend())[0], moved).toBeLessThan(250);
    await page.mouse.click(200, y);
    await refused();
    await page.evaluate(() => window.undo());
    await page.screenshot({ path: 'screenshots/panel-out-of-sight.png' });
    expect(await written()).toBe(0);
  });
});

test.describe('a person who means it', () => {
  test('is not held up by keys, however soon after the panel has opened', async () => {
    await page.reload();
    panel = await me.openPanel(page);
    await expect(observation()).toHaveValue(/Nobody/);
    expect(await sendNote(page, panel)).toContain('Saved');
    expect(await written()).toBe(1);
  });

  test('presses once more where the panel was not there long enough', async () => {
    await fillNote(panel, { kind: 'Recognise', observation: 'This is meant.', impact: 'It matters.' });
    await expect(async () => {
      await page.mouse.click(...(await middleOfSend()));
      await expect(message()).not.toBeEmpty();
      expect(await message().innerText()).toContain('Saved');
    }, 'a plain click to be taken').toPass();
    expect(await written()).toBe(2);
  });
});

/**
 * How what leads to a place looks and reads: the tray, pointing anew, the places of the composer, drawing, marks on the
 * page, the picker. In German, whose words are long; light and dark; at 320 px; from right to left; in forced colours.
 */
import type { Frame, Page } from '@playwright/test';
import type { Artifact } from '#lib/records/artifact.ts';
import { axeProblems, axeProblemsIn, overflow } from '#testing/browser/accessibility.ts';
import { closedRoot } from '#testing/browser/closed-root.ts';
import { frameIn, type Person } from '#testing/browser/extension.ts';
import {
  CLIP_SECONDS,
  seek,
  serveWatchPage,
  WATCH_ORIGIN,
  watched,
  watchUrl,
} from '#testing/pages/watch-page.ts';
import { type Cast, noteOn, selectWords } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const WORDS = 'Das zweite Depot fragte zweimal nach.';
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsversammlungsprotokollführerin'.repeat(3);
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#367"/></svg>`;
const PAGE = `<!doctype html><html lang="de"><title>Angebot für die Donaudampfschifffahrt</title>
<style>body { margin: 24px; max-width: 560px; font: 17px/1.6 serif; background: light-dark(#fff, #16181b); color: light-dark(#111, #eee); color-scheme: light dark }
dl { display: grid; grid-template-columns: 140px 1fr }</style>
<h1>Angebot für die Donaudampfschifffahrt</h1><p>${WORDS}</p><p>Danach hat sie es aufgeschrieben.</p>
<dl><dt>Phase</dt><dd>Angebot</dd><dt>Wert</dt><dd>42.000</dd></dl>
<img src="/shelf.svg" alt="" width="400" height="200"> <img src="/small.svg" alt="" width="90" height="90"></html>`;

let cast: Cast;
let origin: string;
let work: Artifact;

test.beforeAll(async ({ servers }) => {
  origin = await servers.startPages((request, response) => {
    const isPicture = request.url?.endsWith('.svg');
    response.setHeader('content-type', isPicture ? 'image/svg+xml' : 'text/html; charset=utf-8');
    response.end(isPicture ? PICTURE : PAGE);
  });
  const url = `${origin}/angebot`;
  work = { kind: 'doc', site: 'page', key: url, url, title: 'Angebot für die Donaudampfschifffahrt' };
  cast = await servers.startCast();
  const quote = (exact: string) => ({ exact, prefix: '', suffix: '' });
  const around = {
    exact: WORDS,
    prefix: 'Angebot für die Donaudampfschifffahrt ',
    suffix: ' Danach hat sie es aufgeschrieben. Phase Angebot',
  };
  await noteOn(cast, work, { kind: 'words', quote: around });
  await noteOn(cast, work, {
    kind: 'words',
    quote: {
      ...around,
      exact: 'Depot fragte zweimal',
      prefix: `${around.prefix}Das zweite `,
      suffix: ` nach.${around.suffix}`,
    },
  });
  await noteOn(cast, work, { kind: 'words', quote: quote(LONG) });
  await noteOn(cast, work, { kind: 'field', label: 'Verantwortlichkeitsbereichsbezeichnung', value: 'Ines' });
  await noteOn(cast, work, { kind: 'field', label: 'Phase', value: 'Entwurf' });
  await noteOn(cast, work, { kind: 'field', label: 'Phase', value: 'Angebot' });
  await noteOn(cast, work, { kind: 'region', x: 0.3, y: 0.2, width: 0.4, height: 0.5, image: '/shelf.svg' });
  for (const start of [0, 20, 20, 20]) {
    await noteOn(cast, watched, { kind: 'moment', start, duration: CLIP_SECONDS });
  }
  await noteOn(cast, watched, { kind: 'moment', start: 12, end: 24, duration: 80 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    let rep: Person;
    const shoot = (page: Page, name: string) =>
      page.screenshot({ path: `screenshots/looks-${name}-${colorScheme}.png` });
    test.beforeAll(async ({ people }) => {
      rep = await people.launchAs(cast.rep, cast, {
        granted: [origin, WATCH_ORIGIN],
        colorScheme,
        locale: 'de',
      });
      await serveWatchPage(rep.context);
    });

    async function visit(url: string): Promise<Page> {
      const page = await rep.visit(url);
      await page.emulateMedia({ colorScheme });
      return page;
    }

    /** Axe on a copy of what lies in a closed root. */
    async function axeOnCopy(markup: string): Promise<string[]> {
      const copy = await rep.context.newPage();
      await copy.emulateMedia({ colorScheme });
      await copy.setContent(
        `<!doctype html><html lang="de"><title>x</title><main><h1>x</h1>${markup}</main></html>`,
      );
      const found = await axeProblems(copy);
      await copy.close();
      return found;
    }

    test('the tray, pointing anew and overlapping notes', async () => {
      const page = await visit(work.url);
      const sidebar = await rep.openSidebar(page);
      await sidebar.emulateMedia({ colorScheme });
      const tray = sidebar.locator('details.lost');
      await expect(tray).toBeVisible();
      for (const width of [320, 480]) {
        await sidebar.setViewportSize({ width, height: 1000 });
        await tray.scrollIntoViewIfNeeded();
        await tray.screenshot({ path: `screenshots/looks-tray-${width}-${colorScheme}.png` });
        expect(await overflow(sidebar)).toBeLessThanOrEqual(0);
      }
      await sidebar.setViewportSize({ width: 320, height: 1000 });
      await tray.getByRole('button', { name: 'Auf eine neue Stelle zeigen' }).first().click();
      const repoint = sidebar.locator('.repoint');
      await expect(repoint.getByRole('button').first()).toBeVisible();
      await selectWords(page, 'Danach hat sie es aufgeschrieben.');
      await expect(repoint.getByText('Danach hat sie es aufgeschrieben.')).toBeVisible();
      await repoint.screenshot({ path: `screenshots/looks-repoint-${colorScheme}.png` });
      expect(await overflow(sidebar)).toBeLessThanOrEqual(0);
      expect(await axeProblems(sidebar)).toEqual([]);
      await fromRightToLeft(sidebar);
      await tray.screenshot({ path: `screenshots/looks-tray-rtl-${colorScheme}.png` });
      expect(await overflow(sidebar)).toBeLessThanOrEqual(0);

      await rep.clickToolbar(page);
      await expect.poll(() => page.frames().length, 'the panel to go').toBe(1);
      // Whoever looks at the side panel from outside sets the page's scheme too.
      await page.emulateMedia({ colorScheme });
      const words = await page.getByText(WORDS).boundingBox();
      await page.mouse.move((words?.x ?? 0) + 120, (words?.y ?? 0) + 12);
      await expect
        .poll(
          () => page.evaluate(() => (CSS.highlights.get('sideline-hover')?.size ?? 0) >= 2),
          'both set off',
        )
        .toBe(true);
      await shoot(page, 'marks');
      expect(await axeOnCopy(await closedRoot(page).markup('button', 'Sideline: Phase'))).toEqual([]);
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await shoot(page, 'marks-forced');
      await page.mouse.click((words?.x ?? 0) + 120, (words?.y ?? 0) + 12);
      await expect(sidebar.locator('.note.focused')).toHaveCount(2);
      await sidebar.screenshot({ path: `screenshots/looks-overlap-${colorScheme}.png` });
      expect(await axeProblems(sidebar)).toEqual([]);
    });

    test('the places of the composer', async () => {
      const page = await visit(watchUrl);
      await seek(page, 10);
      const panel = await rep.openPanel(page);
      const place = panel.getByTestId('place');
      const set = (name: string) => panel.getByRole('button', { name }).click();
      await set('Beginnt hier');
      await seek(page, 22);
      await set('Endet hier');
      await expect(place).toHaveText('0:10–0:22');
      await shoot(page, 'timeline');
      expect(await axeProblemsIn(panel)).toEqual([]);
      await page.setViewportSize({ width: 340, height: 800 });
      await shoot(page, 'places-narrow');
      expect(await overflow(panel)).toBeLessThanOrEqual(0);
      await fromRightToLeft(panel);
      await shoot(page, 'places-rtl');
      expect(await overflow(panel)).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await shoot(page, 'places-forced');
    });

    test('drawing on a picture, and on a small one', async () => {
      const page = await visit(work.url);
      const panel = await rep.openPanel(page);
      await panel.getByRole('button', { name: 'Bereich' }).click();
      let surface = await surfaceIn(page);
      await page.keyboard.press('ArrowRight');
      await shoot(page, 'draw');
      expect(await axeProblemsIn(surface)).toEqual([]);
      await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
      await shoot(page, 'draw-forced');
      await page.keyboard.press('Escape');
      await expect.poll(() => surface.isDetached(), 'the surface to go').toBe(true);
      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      await page
        .locator('img')
        .first()
        .evaluate(image => image.remove());
      await panel.getByRole('button', { name: 'Bereich' }).click();
      surface = await surfaceIn(page);
      await fromRightToLeft(surface);
      await shoot(page, 'draw-small');
    });

    test('the picker that teaches a site', async () => {
      const page = await visit(`${origin}/deals/1042`);
      const panel = await rep.openPanel(page);
      await panel.getByRole('button', { name: 'Diese Website beibringen' }).click();
      const card = closedRoot(page);
      const name = 'Sideline diese Website beibringen';
      await card.says('dialog', name, '1042');
      await shoot(page, 'teach');
      const markup = await card.markup('dialog', name);
      expect(await axeOnCopy(markup)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await shoot(page, 'teach-narrow');
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      await shoot(page, 'teach-rtl-page');
      const [box] = await card.boxes('dialog', name);
      expect(box?.left).toBeGreaterThanOrEqual(0);
      expect(box?.right).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
      await shoot(page, 'teach-forced');
    });
  });
}

async function surfaceIn(page: Page): Promise<Frame> {
  const frame = await frameIn(page, 'region.html');
  await expect(frame.locator('#surface')).toBeFocused();
  return frame;
}

/** No language of ours is written so yet; the views must be ready for the first. */
async function fromRightToLeft(view: Page | Frame): Promise<void> {
  await view.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
}

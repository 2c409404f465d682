/** What a site's own player does: advertisements in the clip's element, a timeline full of marks, captions it draws. */
import type { Page } from '@playwright/test';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import { type Box, closedRoot } from '#testing/browser/closed-root.ts';
import type { Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import {
  CLIP_SECONDS,
  endAd,
  seek,
  serveWatchPage,
  startAd,
  time,
  WATCH_ORIGIN,
  watched,
  watchUrl,
} from '#testing/pages/watch-page.ts';
import { type Cast, fillNote, noteOn, sendNote } from '#testing/server/cast.ts';
import { expect, found, test } from '#testing/test.ts';

let cast: Cast;
let rep: Person;

test.beforeAll(async ({ people, servers }) => {
  cast = await servers.startCast();
  rep = await people.launchAs(cast.rep, cast, { granted: [WATCH_ORIGIN] });
  await serveWatchPage(rep.context);
});

const at = (start: number, end?: number): MomentAnchor => ({
  kind: 'moment',
  start,
  ...(end === undefined ? {} : { end }),
  duration: CLIP_SECONDS,
});

test.describe('while an advertisement plays in the clip’s own element', () => {
  test('nothing is marked, sought or drawn, nothing is called lost, and it all goes on right afterwards', async () => {
    const noteId = await noteOn(cast, watched, at(10));
    await noteOn(cast, watched, { kind: 'region', x: 0.2, y: 0.2, width: 0.3, height: 0.3, moment: at(3) });
    const page = await rep.visit(watchUrl);
    const ours = closedRoot(page);
    const mark = () => ours.has('button', 'Sideline 0:10');
    await expect.poll(mark, 'the mark on the timeline').toBe(true);
    await startAd(page);
    await expect.poll(mark, 'the mark to go').toBe(false);
    expect(await ours.boxes('button', 'Sideline: ▭')).toEqual([]);

    const panel = await rep.openPanel(page);
    const place = panel.getByTestId('place');
    await expect(place).toHaveText('The whole clip');
    await panel.getByRole('button', { name: 'Moment' }).click();
    await expect(panel.getByText('An advertisement is playing')).toBeVisible();
    await panel.getByRole('button', { name: 'Start here' }).click();
    await panel.getByRole('button', { name: 'Forward a second' }).click();
    await expect(panel.getByText('An advertisement is playing')).toBeVisible();
    expect(await time(page)).toBe(3);
    await expect(place).toHaveText('The whole clip');

    const sidebar = await rep.openSidebar(page);
    const card = sidebar.locator(`[data-note="${noteId}"]`);
    await card.getByRole('button', { name: /^Go to the place/ }).click();
    await expect(card.getByText('An advertisement is playing')).toBeVisible();
    expect(await time(page)).toBe(3);
    await expect(sidebar.locator('details.lost')).toHaveCount(0);
    await page.screenshot({ path: 'screenshots/places-ad.png' });

    await endAd(page);
    await expect.poll(mark, 'the mark again').toBe(true);
    await seek(page, 4);
    await expect(place).toHaveText('0:04');
    await expect(panel.getByText('An advertisement is playing')).toHaveCount(0);
    await card.getByRole('button', { name: /^Go to the place/ }).click();
    await expect.poll(() => time(page), 'the clip at the note’s moment').toBe(10);
    await expect(place).toHaveText('0:10');
  });

  test('a stretch that plays waits for the advertisement to end', async () => {
    const page = await rep.visit(watchUrl);
    await seek(page, 20);
    const panel = await rep.openPanel(page);
    const place = panel.getByTestId('place');
    await panel.getByRole('button', { name: 'Start here' }).click();
    await expect(place).toHaveText('0:20');
    await seek(page, 21.5);
    await panel.getByRole('button', { name: 'End here' }).click();
    await expect(place).toHaveText('0:20–0:21');
    await panel.getByRole('button', { name: 'Play the stretch' }).click();
    await expect.poll(() => time(page), 'it to play').toBeGreaterThan(20.2);
    await startAd(page);
    await page.evaluate(() => document.querySelector('video')?.play());
    await expect.poll(() => time(page), 'the advertisement to play').toBeGreaterThan(3.5);
    await endAd(page);
    await page.evaluate(() => document.querySelector('video')?.play());
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video')?.paused), 'the stretch to end')
      .toBe(true);
    expect(await time(page)).toBeCloseTo(21.5, 1);
  });

  test('a link to a moment waits for the clip itself', async () => {
    const noteId = await noteOn(cast, watched, at(30));
    const page = await rep.visit(watchUrl);
    await expect
      .poll(() => closedRoot(page).has('button', 'Sideline 0:30'), 'the note to be known here')
      .toBe(true);
    await page.close();
    const opened = await rep.context.newPage();
    await opened.addInitScript(() => {
      addEventListener('DOMContentLoaded', () =>
        document.getElementById('movie_player')?.classList.add('ad-showing'),
      );
    });
    await opened.goto(`${watchUrl}#:~:sideline=${noteId}`);
    await expect(opened).toHaveTitle(/^How we/);
    expect(await time(opened)).toBe(0);
    await opened.evaluate(() => {
      document.getElementById('movie_player')?.classList.remove('ad-showing');
      return document.querySelector('video')?.play();
    });
    await expect.poll(() => time(opened), 'the clip at the moment').toBeGreaterThanOrEqual(30);
    await opened.close();
  });
});

test.describe('a timeline full of marks', () => {
  test('shows each of them, to be clicked and to be tabbed to', async () => {
    const page = await rep.visit(watchUrl);
    const ours = closedRoot(page);
    const stretches = [at(40), at(40), at(40), at(38, 44), at(43, 47), at(46, 50)];
    const ids = await Promise.all(stretches.map(anchor => noteOn(cast, watched, anchor)));
    const marks = () => ours.boxes('button', /^Sideline 0:(38|4\d)$/);
    await expect.poll(marks, 'all marks').toHaveLength(ids.length);
    const boxes = await marks();
    await page.screenshot({ path: 'screenshots/places-timeline-full.png' });
    expectApart(boxes);
    const sidebar = await rep.openSidebar(page);
    await rep.clickToolbar(page);
    await expect
      .poll(() => page.frames().every(frame => !frame.url().includes('panel.html')), 'the panel to go')
      .toBe(true);
    const opened: string[] = [];
    for (const box of boxes) {
      await page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      opened.push(await nextFocused(sidebar, opened.at(-1)));
    }
    expect(opened.toSorted()).toEqual(ids.toSorted());

    const byKeyboard: string[] = [];
    await page.mouse.click(300, 600);
    while (byKeyboard.length < ids.length) {
      await page.keyboard.press('Tab');
      const name = await focusedName(page);
      if (!/^Sideline 0:(38|4\d)$/.test(name)) continue;
      await page.keyboard.press('Enter');
      byKeyboard.push(await nextFocused(sidebar, byKeyboard.at(-1) ?? opened.at(-1)));
    }
    expect(byKeyboard.toSorted()).toEqual(ids.toSorted());

    // With no room above the line they go on below it.
    await page.evaluate(() => {
      (document.getElementById('movie_player') as HTMLElement).style.marginTop = '-370px';
    });
    await expect
      .poll(
        async () => (await marks()).every(({ bottom }) => bottom < 200),
        'the marks to follow the timeline',
      )
      .toBe(true);
    const moved = await marks();
    expect(moved).toHaveLength(ids.length);
    expectApart(moved);
  });
});

test.describe('captions that the player draws itself', () => {
  test('are kept with the moment: the line that stood there, all its rows', async () => {
    const page = await rep.visit(watchUrl);
    await seek(page, 23.5);
    const panel = await rep.openPanel(page);
    await expect(panel.getByTestId('place')).toHaveText('0:23');
    await fillNote(panel, { kind: 'Recognise', observation: 'You named it.', impact: 'She agreed.' });
    await sendNote(page, panel);
    expect((await noteAnchors(rep)).at(-1)).toMatchObject({
      kind: 'moment',
      start: 23.5,
      caption: 'At second 23 she named the price.',
    });
  });

  test('are those of the earlier moment where a mark is set back', async () => {
    const page = await rep.visit(watchUrl);
    await seek(page, 33.2);
    const panel = await rep.openPanel(page);
    const place = panel.getByTestId('place');
    await expect(place).toHaveText('0:33');
    await page.evaluate(() => document.querySelector('video')?.play());
    await expect.poll(() => time(page), 'it to play').toBeGreaterThan(34.3);
    await panel.getByRole('button', { name: 'Start here' }).click();
    await panel.getByRole('textbox', { name: 'What I saw or heard' }).fill('You named it.');
    await fillNote(panel, { kind: 'Recognise', observation: 'You named it.', impact: 'She agreed.' });
    await sendNote(page, panel);
    const anchor = (await noteAnchors(rep)).at(-1) as MomentAnchor;
    expect(anchor.caption).toBe(`At second ${Math.floor(anchor.start)} she named the price.`);
  });
});

/** All in the window, and none on another. */
function expectApart(boxes: readonly Box[]): void {
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
    expect(box.top).toBeGreaterThanOrEqual(0);
  }
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The note that the sidebar puts first now, once it is another than the last one. */
function nextFocused(sidebar: Page, last: string | undefined): Promise<string> {
  return found(async () => {
    const all = await sidebar
      .locator('.note.focused')
      .evaluateAll(notes => notes.map(note => note.getAttribute('data-note')));
    const [id] = all;
    return all.length === 1 && id && id !== last ? id : undefined;
  }, 'another note to be put first');
}

/** What a screen reader says of what has the focus, also in a closed root. */
async function focusedName(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const has = nodes.findLast(node =>
    node.properties?.some(each => each.name === 'focused' && each.value.value),
  );
  return String(has?.name?.value ?? '');
}

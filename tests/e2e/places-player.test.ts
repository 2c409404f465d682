/** What a site's own player does: advertisements in the clip's element, a timeline full of marks, captions it draws. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import { type Cast, fillNote, launchAs, noteOn, sendNote, startCast } from '#testing/cast.ts';
import { type Box, closedRoot } from '#testing/closed-root.ts';
import { type Person, until } from '#testing/extension.ts';
import { noteAnchors } from '#testing/stored-notes.ts';
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
} from '#testing/watch-page.ts';

let cast: Cast;
let rep: Person;

beforeAll(async () => {
  mkdirSync('screenshots', { recursive: true });
  cast = await startCast();
  rep = await launchAs(cast.rep, cast, { granted: [WATCH_ORIGIN] });
  await serveWatchPage(rep.context);
});
afterAll(async () => {
  await rep?.close();
  await cast?.stop();
});

const at = (start: number, end?: number): MomentAnchor => ({
  kind: 'moment',
  start,
  ...(end === undefined ? {} : { end }),
  duration: CLIP_SECONDS,
});

describe('while an advertisement plays in the clip’s own element', () => {
  it('nothing is marked, sought or drawn, nothing is called lost, and it all goes on right afterwards', async () => {
    const noteId = await noteOn(cast, watched, at(10));
    await noteOn(cast, watched, { kind: 'region', x: 0.2, y: 0.2, width: 0.3, height: 0.3, moment: at(3) });
    const page = await rep.visit(watchUrl);
    const ours = closedRoot(page);
    const mark = () => ours.has('button', 'Sideline 0:10');
    await until(mark, 'the mark on the timeline');
    await startAd(page);
    await until(async () => !(await mark()), 'the mark to go');
    expect(await ours.boxes('button', 'Sideline: ▭')).toEqual([]);

    const panel = await rep.openPanel(page);
    const place = panel.getByTestId('place');
    await until(async () => (await place.innerText()) === 'The whole clip', 'no moment to be guessed');
    await panel.getByRole('button', { name: 'Moment' }).click();
    await panel.getByText('An advertisement is playing').waitFor();
    await panel.getByRole('button', { name: 'Start here' }).click();
    await panel.getByRole('button', { name: 'Forward a second' }).click();
    await panel.getByText('An advertisement is playing').waitFor();
    expect(await time(page)).toBe(3);
    expect(await place.innerText()).toBe('The whole clip');

    const sidebar = await rep.openSidebar(page);
    const card = sidebar.locator(`[data-note="${noteId}"]`);
    await card.getByRole('button', { name: /^Go to the place/ }).click();
    await card.getByText('An advertisement is playing').waitFor();
    expect(await time(page)).toBe(3);
    expect(await sidebar.locator('details.lost').count()).toBe(0);
    await page.screenshot({ path: 'screenshots/places-ad.png' });

    await endAd(page);
    await until(mark, 'the mark again');
    await seek(page, 4);
    await until(async () => (await place.innerText()) === '0:04', 'the moment, by itself');
    expect(await panel.getByText('An advertisement is playing').count()).toBe(0);
    await card.getByRole('button', { name: /^Go to the place/ }).click();
    await until(async () => (await time(page)) === 10, 'the clip at the note’s moment');
    await until(async () => (await place.innerText()) === '0:10', 'the place to follow');
    await page.close();
  });

  it('a stretch that plays waits for the advertisement to end', async () => {
    const page = await rep.visit(watchUrl);
    await seek(page, 20);
    const panel = await rep.openPanel(page);
    const place = panel.getByTestId('place');
    await panel.getByRole('button', { name: 'Start here' }).click();
    await until(async () => (await place.innerText()) === '0:20', 'the beginning');
    await seek(page, 21.5);
    await panel.getByRole('button', { name: 'End here' }).click();
    await until(async () => (await place.innerText()) === '0:20–0:21', 'the stretch');
    await panel.getByRole('button', { name: 'Play the stretch' }).click();
    await until(async () => (await time(page)) > 20.2, 'it to play');
    await startAd(page);
    await page.evaluate(() => document.querySelector('video')?.play());
    await until(async () => (await time(page)) > 3.5, 'the advertisement to play');
    await endAd(page);
    await page.evaluate(() => document.querySelector('video')?.play());
    await until(() => page.evaluate(() => document.querySelector('video')?.paused), 'the stretch to end');
    expect(await time(page)).toBeCloseTo(21.5, 1);
    await page.close();
  });

  it('a link to a moment waits for the clip itself', async () => {
    const noteId = await noteOn(cast, watched, at(30));
    const page = await rep.visit(watchUrl);
    await until(() => closedRoot(page).has('button', 'Sideline 0:30'), 'the note to be known here');
    await page.close();
    const opened = await rep.context.newPage();
    await opened.addInitScript(() => {
      addEventListener('DOMContentLoaded', () =>
        document.getElementById('movie_player')?.classList.add('ad-showing'),
      );
    });
    await opened.goto(`${watchUrl}#:~:sideline=${noteId}`);
    await until(async () => (await opened.title()).startsWith('How we'), 'the page');
    expect(await time(opened)).toBe(0);
    await opened.evaluate(() => {
      document.getElementById('movie_player')?.classList.remove('ad-showing');
      return document.querySelector('video')?.play();
    });
    await until(async () => (await time(opened)) >= 30, 'the clip at the moment');
    await opened.close();
  });
});

describe('a timeline full of marks', () => {
  it('shows each of them, to be clicked and to be tabbed to', async () => {
    const page = await rep.visit(watchUrl);
    const ours = closedRoot(page);
    const stretches = [at(40), at(40), at(40), at(38, 44), at(43, 47), at(46, 50)];
    const ids = await Promise.all(stretches.map(anchor => noteOn(cast, watched, anchor)));
    const boxes = await until(async () => {
      const found = await ours.boxes('button', /^Sideline 0:(38|4\d)$/);
      return found.length === ids.length && found;
    }, 'all marks');
    await page.screenshot({ path: 'screenshots/places-timeline-full.png' });
    expectApart(boxes);
    const sidebar = await rep.openSidebar(page);
    await rep.clickToolbar(page);
    await until(
      async () => page.frames().every(frame => !frame.url().includes('panel.html')),
      'the panel to go',
    );
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
    const moved = await until(async () => {
      const found = await ours.boxes('button', /^Sideline 0:(38|4\d)$/);
      return found.every(({ bottom }) => bottom < 200) && found;
    }, 'the marks to follow the timeline');
    expect(moved).toHaveLength(ids.length);
    expectApart(moved);
    await page.close();
  });
});

describe('captions that the player draws itself', () => {
  it('are kept with the moment: the line that stood there, all its rows', async () => {
    const page = await rep.visit(watchUrl);
    await seek(page, 23.5);
    const panel = await rep.openPanel(page);
    await until(async () => (await panel.getByTestId('place').innerText()) === '0:23', 'the moment');
    await fillNote(panel, { kind: 'Recognise', observation: 'You named it.', impact: 'She agreed.' });
    await sendNote(page, panel);
    expect((await noteAnchors(rep)).at(-1)).toMatchObject({
      kind: 'moment',
      start: 23.5,
      caption: 'At second 23 she named the price.',
    });
    await page.close();
  });

  it('are those of the earlier moment where a mark is set back', async () => {
    const page = await rep.visit(watchUrl);
    await seek(page, 33.2);
    const panel = await rep.openPanel(page);
    const place = panel.getByTestId('place');
    await until(async () => (await place.innerText()) === '0:33', 'the moment');
    await page.evaluate(() => document.querySelector('video')?.play());
    await until(async () => (await time(page)) > 34.3, 'it to play');
    await panel.getByRole('button', { name: 'Start here' }).click();
    await panel.getByRole('textbox', { name: 'What I saw or heard' }).fill('You named it.');
    await fillNote(panel, { kind: 'Recognise', observation: 'You named it.', impact: 'She agreed.' });
    await sendNote(page, panel);
    const anchor = (await noteAnchors(rep)).at(-1) as MomentAnchor;
    expect(anchor.caption).toBe(`At second ${Math.floor(anchor.start)} she named the price.`);
    await page.close();
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
  return until(async () => {
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

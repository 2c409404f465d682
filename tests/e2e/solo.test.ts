/** One person, no server: note, find again, survive. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Person } from '#testing/browser/extension.ts';
import {
  fillNote,
  paintedWords,
  selectWords,
  sendNote,
  someWords,
  startPickingField,
} from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const OBSERVATION = 'You answered the onboarding question with a map screenshot.';

let me: Person;
test.beforeAll(async ({ people }) => {
  me = await people.launch();
});

test.describe('alone, with no server', () => {
  test('knows a record, its owner and its stage', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.crm.url);
    const panel = await me.openPanel(page);
    const heading = await panel.locator('header').innerText();
    expect(heading).toContain('Route planning rollout, three depots');
    expect(heading).toContain('Record · Jonas Petersen · Proposal');
  });

  test('points at words, keeps the note, paints it, and finds it again after a reload', {
    tag: '@smoke',
  }, async ({ demo }) => {
    const page = await me.visit(demo.artifacts.doc.url);
    const words = await someWords(page);
    await selectWords(page, words);
    const panel = await me.openPanel(page);
    await expect(panel.getByTestId('place')).toContainText(words);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: OBSERVATION,
      impact: 'It showed the driver first.',
    });
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight').toEqual([words]);

    await page.reload();
    await me.openPanel(page);
    await expect
      .poll(() => paintedWords(page, 'recognition'), 'the highlight after a reload')
      .toEqual([words]);
    const sidebar = await me.openSidebar(page);
    await expect(sidebar.getByRole('article').first()).toContainText(OBSERVATION);
  });

  test('keeps and sends a note on a word that stands on the page more than once', async ({ servers }) => {
    const origin = await servers.startPages((_, response) => {
      response.end(
        '<!doctype html><title>Plan</title><h1>Why we moved our office</h1><p>The office was too small. It was.</p><p>The office was too small, we said. The office was too near.</p>',
      );
    });
    const page = await me.visit(`${origin}/plan`);
    await selectWords(page, 'office was too');
    const panel = await me.openPanel(page);
    await expect(panel.getByTestId('place')).toContainText('office was too');
    await fillNote(panel, {
      kind: 'Recognise',
      observation: 'You name the reason first.',
      impact: 'It is clear at once.',
    });
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
    await expect(panel.getByText('could not be kept')).toHaveCount(0);
    await page.close();
  });

  test('keeps a half-written text through a reload, a navigation and a killed worker', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.crm.url);
    let panel = await me.openPanel(page);
    const box = () => panel.getByRole('textbox', { name: 'What I saw or heard' });
    await box().pressSequentially('Half a thou');
    await me.killWorker();
    await box().pressSequentially('ght');
    await expect.poll(() => draftIsKept(me, 'Half a thought'), 'the draft in the database').toBe(true);
    await page.reload();
    panel = await me.openPanel(page);
    await expect(box()).toHaveValue('Half a thought');

    await page.goto(demo.artifacts.doc.url);
    panel = await me.openPanel(page);
    await expect(box()).toHaveValue('');
    await page.goto(demo.artifacts.crm.url);
    panel = await me.openPanel(page);
    await expect(box()).toHaveValue('Half a thought');
  });

  test('pauses the clip while one types and lets it go on after sending', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    await page.evaluate(async () => {
      const video = document.querySelector('video');
      if (!video) throw new Error('no video');
      video.muted = true;
      await video.play();
    });
    const panel = await me.openPanel(page);
    const paused = () => page.evaluate(() => document.querySelector('video')?.paused);
    expect(await paused()).toBe(false);
    await panel.getByRole('radio', { name: 'Recognise' }).check();
    await panel
      .getByRole('textbox', { name: 'What I saw or heard' })
      .pressSequentially('You waited two seconds.');
    await expect.poll(paused, 'the pause').toBe(true);
    const place = await panel.getByTestId('place').innerText();
    expect(place).toMatch(/^\d+:\d\d/);
    await panel.getByRole('textbox', { name: 'Why it matters' }).fill('She went on by herself.');
    await sendNote(page, panel);
    await expect.poll(paused, 'the clip to go on').toBe(false);
  });

  test('points at a field by mouse and by keyboard', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.crm.url);
    const panel = await me.openPanel(page);
    await startPickingField(panel);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const place = panel.getByTestId('place');
    await expect(place).toHaveText(/.+: .+/);
  });

  test('sends nothing that is not complete, and says what is missing', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.otherCrm.url);
    const panel = await me.openPanel(page);
    await fillNote(panel, { observation: 'Only this.' });
    const said = await sendNote(page, panel);
    expect(said.length).toBeGreaterThan(10);
    await expect(panel.getByRole('textbox', { name: 'What I saw or heard' })).toHaveValue('Only this.');
  });

  test('scores in three taps', async ({ demo }) => {
    const page = await me.visit(demo.artifacts.clip.url);
    const panel = await me.openPanel(page);
    await panel.getByText('Score it').click();
    for (const [criterion, level] of [
      ['Hook', /^2 of 3: Hook comes within 15 seconds/],
      ['Clarity', /^3 of 3/],
      ['Follow-up', 'Not applicable'],
    ] as const) {
      await panel.getByRole('group', { name: criterion }).getByRole('radio', { name: level }).check();
    }
    await sendNote(page, panel);
    const sidebar = await me.openSidebar(page);
    const card = sidebar.getByRole('article', { name: 'Scores' });
    await expect(card).toBeVisible();
    await expect(card).toContainText('Hook comes within 15 seconds');
  });

  test('writes in the sidebar where the page has nothing to point at, and keeps it with that address', async () => {
    const file = join(tmpdir(), `sideline-plan-${process.pid}.html`);
    writeFileSync(file, '<title>Quarterly plan</title><h1>Quarterly plan</h1><p>Three depots.</p>');
    const page = await me.visit(pathToFileURL(file).href);
    await me.clickToolbar(page);
    const sidebar = await me.openedSidebar();
    await expect(sidebar.getByRole('heading', { name: 'Quarterly plan' })).toBeVisible();
    await sidebar.getByRole('button', { name: 'Write a note' }).click();
    await fillNote(sidebar, {
      kind: 'Recognise',
      observation: 'You named three depots.',
      impact: 'It is short.',
    });
    expect(await sendNote(page, sidebar)).toContain('Saved on this device.');
    await sidebar.getByRole('button', { name: 'Back to the notes' }).click();
    await expect(sidebar.getByRole('article').filter({ hasText: 'You named three depots.' })).toBeVisible();
    await page.close();
    rmSync(file);
  });
});

async function draftIsKept(person: Person, text: string): Promise<boolean> {
  const options = await person.extensionPage('options.html');
  const found = await options.evaluate(
    wanted =>
      new Promise<boolean>((done, fail) => {
        const opening = indexedDB.open('sideline');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            done(
              all.result.some((row: { body: { observation: string } }) => row.body.observation === wanted),
            );
          };
        };
      }),
    text,
  );
  await options.close();
  return found;
}

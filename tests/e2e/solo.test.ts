/** One person, no server: note, find again, survive. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { setUpAlone } from '#testing/alone.ts';
import { fillNote, paintedWords, selectWords, sendNote, someWords } from '#testing/cast.ts';
import { type Person, until } from '#testing/extension.ts';

const OBSERVATION = 'You answered the onboarding question with a map screenshot.';

const alone = setUpAlone();

describe('alone, with no server', () => {
  it('knows a record, its owner and its stage', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.crm.url);
    const panel = await alone.me.openPanel(page);
    const heading = await panel.locator('header').innerText();
    expect(heading).toContain('Route planning rollout, three depots');
    expect(heading).toContain('Record · Jonas Petersen · Proposal');
    await page.close();
  });

  it('points at words, keeps the note, paints it, and finds it again after a reload', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.doc.url);
    const words = await someWords(page);
    await selectWords(page, words);
    const panel = await alone.me.openPanel(page);
    expect(await panel.getByTestId('place').innerText()).toContain(words);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: OBSERVATION,
      impact: 'It showed the driver first.',
    });
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
    await until(async () => (await paintedWords(page, 'recognition')).join() === words, 'the highlight');

    await page.reload();
    await alone.me.openPanel(page);
    await until(
      async () => (await paintedWords(page, 'recognition')).join() === words,
      'the highlight after a reload',
    );
    const sidebar = await alone.me.openSidebar(page);
    expect(await sidebar.getByRole('article').first().innerText()).toContain(OBSERVATION);
    await page.close();
  });

  it('keeps a half-written text through a reload, a navigation and a killed worker', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.crm.url);
    let panel = await alone.me.openPanel(page);
    const box = () => panel.getByRole('textbox', { name: 'What I saw or heard' });
    await box().pressSequentially('Half a thou');
    await alone.me.killWorker();
    await box().pressSequentially('ght');
    await until(() => draftIsKept(alone.me, 'Half a thought'), 'the draft in the database');
    await page.reload();
    panel = await alone.me.openPanel(page);
    await until(async () => (await box().inputValue()) === 'Half a thought', 'the draft after a reload');

    await page.goto(alone.demo.artifacts.doc.url);
    panel = await alone.me.openPanel(page);
    expect(await box().inputValue()).toBe('');
    await page.goto(alone.demo.artifacts.crm.url);
    panel = await alone.me.openPanel(page);
    await until(async () => (await box().inputValue()) === 'Half a thought', 'the draft on its own record');
    await page.close();
  });

  it('pauses the clip while one types and lets it go on after sending', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.clip.url);
    await page.evaluate(async () => {
      const video = document.querySelector('video');
      if (!video) throw new Error('no video');
      video.muted = true;
      await video.play();
    });
    const panel = await alone.me.openPanel(page);
    const paused = () => page.evaluate(() => document.querySelector('video')?.paused);
    expect(await paused()).toBe(false);
    await panel.getByRole('radio', { name: 'Recognise' }).check();
    await panel
      .getByRole('textbox', { name: 'What I saw or heard' })
      .pressSequentially('You waited two seconds.');
    await until(paused, 'the pause');
    const place = await panel.getByTestId('place').innerText();
    expect(place).toMatch(/^\d+:\d\d/);
    await panel.getByRole('textbox', { name: 'Why it matters' }).fill('She went on by herself.');
    await sendNote(page, panel);
    await until(async () => !(await paused()), 'the clip to go on');
    await page.close();
  });

  it('points at a field by mouse and by keyboard', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.crm.url);
    const panel = await alone.me.openPanel(page);
    await panel.getByRole('button', { name: 'Field' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const place = panel.getByTestId('place');
    await until(async () => /.+: .+/.test(await place.innerText()), 'a field in the panel');
    await page.close();
  });

  it('sends nothing that is not complete, and says what is missing', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.otherCrm.url);
    const panel = await alone.me.openPanel(page);
    await fillNote(panel, { observation: 'Only this.' });
    const said = await sendNote(page, panel);
    expect(said.length).toBeGreaterThan(10);
    expect(await panel.getByRole('textbox', { name: 'What I saw or heard' }).inputValue()).toBe('Only this.');
    await page.close();
  });

  it('scores in three taps', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.clip.url);
    const panel = await alone.me.openPanel(page);
    await panel.getByText('Score it').click();
    for (const [criterion, level] of [
      ['Hook', /^2 of 3: Hook comes within 15 seconds/],
      ['Clarity', /^3 of 3/],
      ['Follow-up', 'Not applicable'],
    ] as const) {
      await panel.getByRole('group', { name: criterion }).getByRole('radio', { name: level }).check();
    }
    await sendNote(page, panel);
    const sidebar = await alone.me.openSidebar(page);
    const card = sidebar.getByRole('article', { name: 'Scores' });
    await card.waitFor();
    expect(await card.innerText()).toContain('Hook comes within 15 seconds');
    await page.close();
  });

  it('writes in the sidebar where the page has nothing to point at, and keeps it with that address', async () => {
    const file = join(tmpdir(), `sideline-plan-${process.pid}.html`);
    writeFileSync(file, '<title>Quarterly plan</title><h1>Quarterly plan</h1><p>Three depots.</p>');
    const page = await alone.me.visit(pathToFileURL(file).href);
    await alone.me.clickToolbar(page);
    const sidebar = await until(alone.me.sidebar, 'the sidebar');
    await sidebar.getByRole('heading', { name: 'Quarterly plan' }).waitFor();
    await sidebar.getByRole('button', { name: 'Write a note' }).click();
    await fillNote(sidebar, {
      kind: 'Recognise',
      observation: 'You named three depots.',
      impact: 'It is short.',
    });
    expect(await sendNote(page, sidebar)).toContain('Saved on this device.');
    await sidebar.getByRole('button', { name: 'Back to the notes' }).click();
    await sidebar.getByRole('article').filter({ hasText: 'You named three depots.' }).waitFor();
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

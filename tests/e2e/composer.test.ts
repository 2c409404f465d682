/** The composer as a coach meets it: the language check, phrases, scores, all by keyboard. */
import { mkdirSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';
import { axeProblems } from '#testing/accessibility.ts';
import { fillNote, sendNote } from '#testing/cast.ts';
import { freePort, launch, type Person, until } from '#testing/extension.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

let demo: Demo;
let me: Person;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  me = await launch();
  mkdirSync('screenshots', { recursive: true });
});
afterAll(async () => {
  await me.close();
  await demo.stop();
});

/** Ines coaches Jonas in this browser, and no server is asked; earlier notes of hers are there. */
async function coachJonas(person: Person, earlier: Envelope[]): Promise<void> {
  const page = await person.extensionPage('options.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const identity: Identity = {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId: 'ines',
    name: 'Ines Duarte',
    members: [
      { id: 'ines', name: 'Ines Duarte', roles: ['coach'], coachIds: [] },
      { id: 'jonas', name: 'Jonas Petersen', roles: ['coachee'], coachIds: ['ines'] },
    ],
  };
  await page.evaluate(
    ({ identity, rows }) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('sideline');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['meta', 'records'], 'readwrite');
          writing.objectStore('meta').put({ key: 'identity', value: identity });
          for (const row of rows) writing.objectStore('records').put(row);
          writing.onerror = () => fail(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    { identity, rows: earlier.map(record => ({ ...record, sync: 'pending' })) },
  );
  await page.close();
}

/** Three corrections of one behaviour, on three days, as Ines wrote them. */
function threeNotes(): Envelope[] {
  const observations = ['Ended with “talk soon”.', 'Ended with “we will see”.', 'Ended with “I call you”.'];
  return observations.map((observation, i) =>
    createRecord(
      {
        type: 'note',
        workspaceId: 'team',
        authorId: 'ines',
        subjectId: 'jonas',
        audience: 'pair',
        body: {
          kind: 'correction',
          artifact: { kind: 'crm', site: 'page', key: `https://a.example|${i}`, url: '', title: `Deal ${i}` },
          anchor: { kind: 'whole' },
          behaviourId: 'library:next-step-aloud',
          observation,
          impact: 'Nobody knows who moves first.',
          nextAction: 'Confirm the next step aloud before you close the call.',
        },
      },
      Date.now() - (i + 2) * 86_400_000,
    ),
  );
}

async function panelOn(url: string): Promise<{ page: Page; panel: Frame }> {
  const page = await me.visit(url);
  return { page, panel: await me.openPanel(page) };
}

describe('the language check', () => {
  it('says quietly what no camera sees, and puts a better example in by key', async () => {
    const { page, panel } = await panelOn(demo.artifacts.crm.url);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Be more engaging with the customer.',
    });
    const next = panel.getByRole('textbox', { name: 'Next time' });
    const hint = panel.getByText('What would a camera see?');
    await hint.waitFor();
    await page.screenshot({ path: 'screenshots/composer-language.png' });

    const said = await sendNote(page, panel);
    expect(said).toContain('Reword one part first');
    await until(() => next.evaluate(field => field === document.activeElement), 'the caret in that part');
    await page.keyboard.press('Alt+Enter');
    expect(await next.inputValue()).toBe(
      'Confirm the next step aloud, with owner and date, before closing the call.',
    );
    await hint.waitFor({ state: 'hidden' });
    expect(await sendNote(page, panel)).toContain('Saved');
    await page.close();
  });
});

describe('phrases and templates', () => {
  it('a phrase in two keys, a template kept and used again on another record', async () => {
    const { page, panel } = await panelOn(demo.artifacts.clip.url);
    const seen = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await page.keyboard.press('Alt+Q');
    const ask = panel.getByRole('textbox', { name: 'What I would like to know' });
    await ask.focus();
    await page.keyboard.press('/');
    await panel.getByRole('listbox').waitFor();
    await page.screenshot({ path: 'screenshots/composer-phrases.png' });
    await page.keyboard.press('Enter');
    expect(await ask.inputValue()).toBe('What happened?');

    await seen.fill('At 0:21 you let her finish.');
    await panel.getByText('When, live, habit').click();
    await panel.getByRole('button', { name: 'Keep these words as a template' }).click();
    await panel.getByText('Kept. Type / in an empty field').waitFor();
    await page.close();

    const other = await panelOn(demo.artifacts.otherCrm.url);
    await other.panel.getByRole('textbox', { name: 'What I saw or heard' }).focus();
    await other.page.keyboard.type('/happened');
    await other.panel.getByRole('option', { name: 'What happened?' }).waitFor();
    // Esc gives up the list, not the panel.
    await other.page.keyboard.press('Escape');
    await other.panel.getByRole('listbox').waitFor({ state: 'hidden' });
    await other.page.keyboard.type(' ');
    await other.page.keyboard.press('Enter');
    expect(await other.panel.getByRole('textbox', { name: 'What I saw or heard' }).inputValue()).toBe(
      'At 0:21 you let her finish.',
    );
    expect(await other.panel.getByRole('textbox', { name: 'What I would like to know' }).inputValue()).toBe(
      'What happened?',
    );
    await other.page.close();
  });
});

describe('the fourth correction of one behaviour', () => {
  it('waits for a ruling, which one gives in the composer, and then goes with it', async () => {
    const ines = await launch();
    await coachJonas(ines, threeNotes());
    const page = await ines.visit(demo.artifacts.crm.url);
    const panel = await ines.openPanel(page);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Confirm the next step aloud before you close the call.',
    });
    const again = panel.getByRole('region', { name: 'The same again' });
    await again.getByText('Note number 4 on this in 30 days.').waitFor();
    expect(await again.innerText()).toContain('Ended with “talk soon”.');
    expect(await sendNote(page, panel)).toContain('Say first what lies behind it');
    await until(
      () => again.evaluate(section => section.contains(document.activeElement)),
      'the caret at the question',
    );
    await again.getByRole('radio', { name: 'The brief' }).check();
    await again
      .getByRole('textbox', { name: 'In one sentence' })
      .fill('Olive writes into the brief who closes.');
    await page.screenshot({ path: 'screenshots/composer-again.png' });
    expect(await sendNote(page, panel)).toContain('Sent. Jonas Petersen finds it here.');
    await again.waitFor({ state: 'hidden' });
    await ines.close();
  });
});

describe('a sent note', () => {
  it('is changed from the word that it was sent, and stays one note', async () => {
    const { page, panel } = await panelOn(demo.artifacts.doc.url);
    const seen = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await fillNote(panel, { kind: 'Recognise', observation: 'You named the depot.', impact: 'She nodded.' });
    await sendNote(page, panel);
    await panel.getByRole('button', { name: 'Change it' }).click();
    await panel.getByText('You are changing a note that you sent.').waitFor();
    expect(await seen.inputValue()).toBe('You named the depot.');
    await seen.fill('You named the depot first.');
    await seen.press('Control+Enter');
    await panel.getByText('You are changing a note that you sent.').waitFor({ state: 'hidden' });
    const sidebar = await me.openSidebar(page);
    const cards = sidebar.getByRole('article').filter({ hasText: 'You named the depot' });
    await cards.filter({ hasText: 'You named the depot first.' }).waitFor();
    expect(await cards.count()).toBe(1);
    await page.close();
  });
});

describe.each([
  ['de', 'ltr', 'light'],
  ['de', 'ltr', 'dark'],
  ['en', 'rtl', 'light'],
] as const)('in %s, %s, %s', (locale, dir, colorScheme) => {
  it('fits 320 px with everything open, and breaks no rule of accessibility', async () => {
    const ines = await launch({ locale, colorScheme });
    await coachJonas(ines, threeNotes());
    const page = await ines.visit(demo.artifacts.clip.url);
    const sidebar = await ines.openSidebar(page);
    await sidebar.emulateMedia({ colorScheme });
    await sidebar.setViewportSize({ width: 320, height: 1900 });
    await sidebar.evaluate(direction => {
      document.documentElement.dir = direction;
    }, dir);
    await sidebar.locator('.content .button.primary').first().click();
    const texts = sidebar.locator('textarea');
    await texts.first().waitFor();
    await sidebar.locator('select:has(> [value="jonas"])').selectOption('jonas');
    await sidebar.locator('select:has(> [value^="library:"])').selectOption('library:next-step-aloud');
    await sidebar.locator('.again').waitFor();
    await sidebar.locator('.again input').first().check();
    for (const details of await sidebar.locator('.composer details > summary').all()) await details.click();
    await texts.nth(2).fill('Be more engaging with the customer.');
    await sidebar.locator('.language-line .example').waitFor();
    await texts.nth(0).fill('/');
    await sidebar.getByRole('listbox').waitFor();
    await sidebar.screenshot({
      path: `screenshots/composer-${locale}-${dir}-${colorScheme}-320.png`,
      fullPage: true,
    });
    const overflow = await sidebar.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeProblems(sidebar)).toEqual([]);
    await ines.close();
  });
});

describe('scores', () => {
  it('three keys on the shipped rubric, and one’s own rubric with a second version', async () => {
    const { page, panel } = await panelOn(demo.artifacts.clip.url);
    await page.keyboard.press('Alt+S');
    for (const key of ['3', '2', 'n']) await page.keyboard.press(key);
    await panel.getByRole('radio', { name: 'a contrast', exact: true }).check();
    await page.screenshot({ path: 'screenshots/composer-scores.png' });
    await page.keyboard.press('Control+Enter');
    await panel.getByText('Saved on this device.').waitFor();
    await page.close();

    const settings = await me.extensionPage('options.html#rubrics');
    await settings.getByRole('article', { name: 'Hook, clarity' }).getByRole('button').click();
    await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Our openings');
    await settings.screenshot({ path: 'screenshots/rubric-form.png', fullPage: true });
    expect(await axeProblems(settings)).toEqual([]);
    await settings.getByRole('button', { name: 'Save' }).click();
    const own = settings.getByRole('article', { name: 'Our openings' });
    await own.getByText('Version 1').waitFor();
    await own.getByRole('button', { name: 'Change' }).click();
    await settings.getByRole('textbox', { name: 'Levels' }).first().fill('Nowhere\nLater\nWithin 5 seconds');
    await settings.getByRole('button', { name: 'Save' }).click();
    await own.getByText('Version 2').waitFor();
    expect(await axeProblems(settings)).toEqual([]);
    await settings.close();

    const again = await panelOn(demo.artifacts.clip.url);
    await again.page.keyboard.press('Alt+S');
    const hook = again.panel.getByRole('group', { name: 'Hook', exact: true });
    await hook.getByRole('radio', { name: '2 of 2: Within 5 seconds' }).check();
    await again.page.keyboard.press('Control+Enter');
    await again.panel.getByText('Saved on this device.').waitFor();
    const sidebar = await me.openSidebar(again.page);
    await sidebar.getByRole('article', { name: 'Scores' }).filter({ hasText: 'Within 5 seconds' }).waitFor();
    await again.page.close();
  });

  it('templates are named and taken away in the settings', async () => {
    const settings = await me.extensionPage('options.html#templates');
    const card = settings.getByRole('article').first();
    await card.getByRole('textbox', { name: 'Name' }).fill('Let her finish');
    await card.getByRole('button', { name: 'Rename' }).click();
    await settings.getByRole('heading', { name: 'Let her finish' }).waitFor();
    await settings.setViewportSize({ width: 320, height: 700 });
    await settings.screenshot({ path: 'screenshots/templates-320.png' });
    expect(await axeProblems(settings)).toEqual([]);
    await card.getByRole('button', { name: 'Take away' }).click();
    await settings.getByText('None yet.').waitFor();
    await settings.close();
  });
});

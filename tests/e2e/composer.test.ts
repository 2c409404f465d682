/** The composer as a coach meets it: the language check, phrases, scores, all by keyboard. */
import type { Frame, Page } from '@playwright/test';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';
import { axeProblems } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

let me: Person;
test.beforeAll(async ({ people }) => {
  me = await people.launch();
});

/** Ines coaches Jonas in this browser, and no server is asked; earlier notes of hers are there. */
async function coachJonas(person: Person, earlier: Envelope[]): Promise<void> {
  const page = await person.extensionPage('options.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
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

test.describe('the language check', () => {
  test('says quietly what no camera sees, and puts a better example in by key', async ({ demo }) => {
    const { page, panel } = await panelOn(demo.artifacts.crm.url);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Be more engaging with the customer.',
    });
    const next = panel.getByRole('textbox', { name: 'Next time' });
    const hint = panel.locator('.language-line').getByText('Next time:');
    await expect(hint).toBeVisible();
    await expect(hint).toBeInViewport();
    await page.screenshot({ path: 'screenshots/composer-language.png' });
    await next.focus();
    await page.keyboard.press('Alt+Enter');
    await expect(next).toHaveValue(
      'Confirm the next step aloud, with owner and date, before closing the call.',
    );
    await expect(hint).toBeHidden();
    expect(await sendNote(page, panel)).toContain('Saved');
  });

  test('asks about a wish, and one key sends it as it is', async ({ demo }) => {
    const { panel } = await panelOn(demo.artifacts.crm.url);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Be more engaging with the customer.',
    });
    const asIs = panel.getByRole('button', { name: 'Keep it as it is' });
    await expect(asIs).toBeVisible();
    await asIs.press('Enter');
    await expect(panel.getByText('Saved on this device.')).toBeVisible();
  });

  test('stops words about the person, names the field and marks the words', async ({ demo }) => {
    const { page, panel } = await panelOn(demo.artifacts.crm.url);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'You are just lazy.',
      nextAction: 'Name the next step aloud before you hang up.',
    });
    expect(await sendNote(page, panel)).toContain('Reword “Why it matters” first');
    await expect(panel.getByRole('textbox', { name: 'Why it matters' })).toBeFocused();
    await expect(panel.locator('.language-line mark')).toContainText('lazy');
  });
});

test.describe('phrases and templates', () => {
  test('a phrase in two keys, a template kept and used again on another record', async ({ demo }) => {
    const { page, panel } = await panelOn(demo.artifacts.clip.url);
    const seen = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await page.keyboard.press('Alt+Q');
    const ask = panel.getByRole('textbox', { name: 'What I would like to know' });
    await ask.focus();
    await page.keyboard.press('/');
    await expect(panel.getByRole('listbox')).toBeVisible();
    await page.screenshot({ path: 'screenshots/composer-phrases.png' });
    await page.keyboard.press('Enter');
    await expect(ask).toHaveValue('What happened?');

    await seen.fill('At 0:21 you let her finish.');
    await panel.getByText('When, live, habit').click();
    await panel.getByRole('button', { name: 'Keep these words as a template' }).click();
    await expect(panel.getByText('Kept. Type / in an empty field')).toBeVisible();
    await page.close();

    const other = await panelOn(demo.artifacts.otherCrm.url);
    await other.panel.getByRole('textbox', { name: 'What I saw or heard' }).focus();
    await other.page.keyboard.type('/happened');
    await expect(other.panel.getByRole('option', { name: 'What happened?' })).toBeVisible();
    // Esc gives up the list, not the panel.
    await other.page.keyboard.press('Escape');
    await expect(other.panel.getByRole('listbox')).toBeHidden();
    await other.page.keyboard.type(' ');
    await other.page.keyboard.press('Enter');
    await expect(other.panel.getByRole('textbox', { name: 'What I saw or heard' })).toHaveValue(
      'At 0:21 you let her finish.',
    );
    await expect(other.panel.getByRole('textbox', { name: 'What I would like to know' })).toHaveValue(
      'What happened?',
    );
    await other.page.close();
  });
});

test.describe('a phrase with blanks', () => {
  test('is filled by Tab from blank to blank, and a blank that is left stops the sending', async ({
    demo,
  }) => {
    const { page, panel } = await panelOn(demo.artifacts.crm.url);
    await fillNote(panel, {
      behaviour: 'Next step said aloud',
      observation: 'To be replaced.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Confirm the next step aloud before you close the call.',
    });
    const seen = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await seen.fill('');
    await seen.focus();
    await page.keyboard.type('/you said');
    await page.keyboard.press('Enter');
    await expect(seen).toHaveValue('At … you said “…”.');
    await page.keyboard.type('31:10');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    const open = 'Fill in what the phrase leaves open in “What I saw or heard”.';
    await expect(panel.getByText(open)).toBeVisible();
    await expect(seen).toBeFocused();
    await page.keyboard.type('talk soon');
    await expect(seen).toHaveValue('At 31:10 you said “talk soon”.');
    expect(await sendNote(page, panel)).toContain('Saved');
    await page.close();
  });
});

test.describe('the fourth correction of one behaviour', () => {
  test('waits for a ruling, which one gives in the composer, and then goes with it', async ({
    demo,
    people,
  }) => {
    const ines = await people.launch();
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
    await expect(again.getByText('Note number 4 on this in 30 days.')).toBeVisible();
    await expect(again).toContainText('Ended with “talk soon”.');
    expect(await sendNote(page, panel)).toContain('Say first what lies behind it');
    await expect
      .poll(
        () => again.evaluate(section => section.contains(document.activeElement)),
        'the caret at the question',
      )
      .toBe(true);
    await again.getByRole('radio', { name: 'The brief' }).check();
    await again
      .getByRole('textbox', { name: 'In one sentence' })
      .fill('Olive writes into the brief who closes.');
    await page.screenshot({ path: 'screenshots/composer-again.png' });
    expect(await sendNote(page, panel)).toContain('Sent. Jonas Petersen finds it here.');
    await expect(again).toBeHidden();
  });
});

test.describe('a sent note', () => {
  test('is changed from the word that it was sent, and stays one note', async ({ demo }) => {
    const { page, panel } = await panelOn(demo.artifacts.doc.url);
    const seen = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await fillNote(panel, { kind: 'Recognise', observation: 'You named the depot.', impact: 'She nodded.' });
    await sendNote(page, panel);
    await panel.getByRole('button', { name: 'Change it' }).click();
    await expect(panel.getByText('You are changing a note that you sent.')).toBeVisible();
    await expect(seen).toHaveValue('You named the depot.');
    await seen.fill('You named the depot first.');
    await seen.press('Control+Enter');
    await expect(panel.getByText('You are changing a note that you sent.')).toBeHidden();
    const sidebar = await me.openSidebar(page);
    const cards = sidebar.getByRole('article').filter({ hasText: 'You named the depot' });
    await expect(cards.filter({ hasText: 'You named the depot first.' })).toBeVisible();
    await expect(cards).toHaveCount(1);
  });
});

for (const [locale, dir, colorScheme] of [
  ['de', 'ltr', 'light'],
  ['de', 'ltr', 'dark'],
  ['en', 'rtl', 'light'],
] as const) {
  test.describe(`in ${locale}, ${dir}, ${colorScheme}`, () => {
    test('fits 320 px with everything open, and breaks no rule of accessibility', async ({
      demo,
      people,
    }) => {
      const ines = await people.launch({ locale, colorScheme });
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
      await expect(texts.first()).toBeVisible();
      await sidebar.locator('select:has(> [value="jonas"])').selectOption('jonas');
      await sidebar.locator('select:has([value^="library:"])').selectOption('library:next-step-aloud');
      await expect(sidebar.locator('.again')).toBeVisible();
      await sidebar.locator('.again input').first().check();
      for (const details of await sidebar.locator('.composer details > summary').all()) await details.click();
      await texts.nth(2).fill('Be more engaging with the customer.');
      await expect(sidebar.locator('.language-line .example')).toBeVisible();
      await texts.nth(0).fill('/');
      await expect(sidebar.getByRole('listbox')).toBeVisible();
      await sidebar.screenshot({
        path: `screenshots/composer-${locale}-${dir}-${colorScheme}-320.png`,
        fullPage: true,
      });
      const overflow = await sidebar.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await axeProblems(sidebar)).toEqual([]);
    });
  });
}

test.describe('scores', () => {
  test('three keys on the shipped rubric, and one’s own rubric with a second version', async ({ demo }) => {
    const { page, panel } = await panelOn(demo.artifacts.clip.url);
    await page.keyboard.press('Alt+S');
    for (const key of ['3', '2', 'n']) await page.keyboard.press(key);
    await panel.getByRole('radio', { name: 'a contrast', exact: true }).check();
    await page.screenshot({ path: 'screenshots/composer-scores.png' });
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByText('Saved on this device.')).toBeVisible();
    await page.close();

    const settings = await me.extensionPage('options.html#rubrics');
    await settings.getByRole('article', { name: 'Hook, clarity' }).getByRole('button').click();
    await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Our openings');
    await settings.screenshot({ path: 'screenshots/rubric-form.png', fullPage: true });
    expect(await axeProblems(settings)).toEqual([]);
    await settings.getByRole('button', { name: 'Save' }).click();
    const own = settings.getByRole('article', { name: 'Our openings' });
    await expect(own.getByText('Version 1')).toBeVisible();
    await own.getByRole('button', { name: 'Change' }).click();
    await settings.getByRole('textbox', { name: 'Levels' }).first().fill('Nowhere\nLater\nWithin 5 seconds');
    await settings.getByRole('button', { name: 'Save' }).click();
    await expect(own.getByText('Version 2')).toBeVisible();
    expect(await axeProblems(settings)).toEqual([]);
    await settings.close();

    const again = await panelOn(demo.artifacts.clip.url);
    await again.page.keyboard.press('Alt+S');
    const hook = again.panel.getByRole('group', { name: 'Hook', exact: true });
    await hook.getByRole('radio', { name: '2 of 2: Within 5 seconds' }).check();
    await again.page.keyboard.press('Control+Enter');
    await expect(again.panel.getByText('Saved on this device.')).toBeVisible();
    const sidebar = await me.openSidebar(again.page);
    await expect(
      sidebar.getByRole('article', { name: 'Scores' }).filter({ hasText: 'Within 5 seconds' }),
    ).toBeVisible();
    await again.page.close();
  });

  test('templates are named and taken away in the settings', async () => {
    const settings = await me.extensionPage('options.html#templates');
    const card = settings.getByRole('article').first();
    await card.getByRole('textbox', { name: 'Name' }).fill('Let her finish');
    await card.getByRole('button', { name: 'Rename' }).click();
    await expect(settings.getByRole('heading', { name: 'Let her finish' })).toBeVisible();
    await settings.setViewportSize({ width: 320, height: 700 });
    await settings.screenshot({ path: 'screenshots/templates-320.png' });
    expect(await axeProblems(settings)).toEqual([]);
    await card.getByRole('button', { name: 'Take away' }).click();
    await expect(settings.getByText('None yet.')).toBeVisible();
  });
});

/** A site that nobody has taught yet: one points at it, sees what is found here and on the next record, and it counts. */

import { closedRoot } from '#testing/browser/closed-root.ts';
import type { Person } from '#testing/browser/extension.ts';
import { answerAsCrm } from '#testing/pages/crm-pages.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

let crm: string;
let person: Person;
test.beforeAll(async ({ people, servers }) => {
  crm = await servers.startPages(answerAsCrm);
  person = await people.launch();
});

const NOTE = {
  behaviour: 'Next step said aloud',
  observation: 'No date was set.',
  impact: 'It drifts.',
  nextAction: 'Propose two dates.',
};

test.describe('teaching a site by mouse', () => {
  test('begins with a note on what is only a plain page yet', async () => {
    const page = await person.visit(`${crm}/deals/1042`);
    const panel = await person.openPanel(page);
    await fillNote(panel, NOTE);
    expect(await sendNote(page, panel)).toContain('Saved');
  });

  test('guesses first, points at the rest, shows what the next record gives, and saves', async () => {
    const page = await person.visit(`${crm}/deals/1041`);
    const panel = await person.openPanel(page);
    await panel.getByRole('button', { name: 'Teach it this site' }).click();
    const card = closedRoot(page);
    await card.says('dialog', 'Teach Sideline this site', '1041');
    expect(await card.property('radio', 'Record', 'checked')).toBe('true');
    // The page's only heading is the application's name: a guess that one has to correct.
    await card.says('group', 'Title', 'Nordlys Sales');
    await card.says('group', 'Stage', 'Proposal');
    await page.screenshot({ path: 'screenshots/teach-guess.png' });

    await card.click('button', 'Point at it: Title');
    await page.locator('.deal-title').hover();
    await page.screenshot({ path: 'screenshots/teach-pointing.png' });
    await page.locator('.deal-title').click();
    await card.says('group', 'Title', 'Cold storage for Aalborg');
    await card.click('button', 'Point at it: Owner');
    await page.locator('[data-field="account_manager"] .field-value').click();
    await card.says('group', 'Owner', 'Jonas Petersen');
    await card.click('button', 'Point at it: Fields');
    await page.locator('[data-field="amount"] .field-value').click();
    await card.says('group', 'Fields', 'Account manager, Stage, Amount');

    // The next record is another page altogether: the picker comes along.
    await page.getByRole('link', { name: 'Second' }).click();
    await card.says('group', 'Title', 'Forklift lease, north site');
    await card.says('group', 'Owner', 'Mira Holm');
    await page.screenshot({ path: 'screenshots/teach-next.png' });
    await card.click('button', 'Save');
    await card.says('dialog', 'Teach Sideline this site', 'Saved on this device');
    await page.screenshot({ path: 'screenshots/teach-saved.png' });
    await card.click('button', 'Done');
    await expect.poll(() => card.has('dialog', 'Teach Sideline this site'), 'the card to go').toBe(false);

    const again = await person.openPanel(page);
    await expect(again.getByRole('heading', { name: 'Forklift lease, north site' })).toBeVisible();
    await expect(again.getByText('Record · Mira Holm · Negotiation')).toBeVisible();
    // What was written here before is not lost.
    await expect(again.getByRole('button', { name: '1 here' })).toBeVisible();
    await fillNote(again, { ...NOTE, observation: 'No date was set, again.' });
    expect(await sendNote(page, again)).toContain('Saved');
  });

  test('finds the note again through another address of the same record, and a list stays a plain page', async () => {
    const page = await person.visit(`${crm}/deals/1042/history?utm_source=mail`);
    const panel = await person.openPanel(page);
    await expect(panel.getByRole('button', { name: '1 here' })).toBeVisible();
    const list = await person.visit(`${crm}/deals`);
    const other = await person.openPanel(list);
    await expect(other.getByRole('heading', { name: 'All deals' })).toBeVisible();
    await expect(other.getByText('Page', { exact: true })).toBeVisible();
  });
});

test.describe('teaching a site by keyboard, in a single-page application', () => {
  test('needs no mouse, follows the address, and says what is the same on two records', async () => {
    const page = await person.visit(`${crm}/app/deals/1041`);
    const panel = await person.openPanel(page);
    await panel.getByRole('button', { name: 'Teach it this site' }).press('Enter');
    const card = closedRoot(page);
    await card.says('group', 'Title', 'Nordlys Sales');
    await page.getByRole('link', { name: 'Second' }).evaluate(link => (link as HTMLElement).click());
    await expect
      .poll(async () => (await card.texts('status')).join(), 'the remark')
      .toContain('the same on two records');
    // Back in the card: to the title's button, and from there over the headings to the title.
    await card.focus('button', 'Point at it: Title');
    await page.keyboard.press('Enter');
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if ((await card.texts('status')).includes('Forklift lease, north site')) break;
    }
    await page.keyboard.press('Enter');
    await card.says('group', 'Title', 'Forklift lease, north site');
    await card.focus('button', 'Save');
    await page.keyboard.press('Enter');
    await card.says('dialog', 'Teach Sideline this site', 'Saved on this device');
    await page.keyboard.press('Escape');
    await expect.poll(() => card.has('dialog', 'Teach Sideline this site'), 'the card to go').toBe(false);
  });

  test('is not offered where Sideline knows the site, nor where an address names nothing to teach', async () => {
    const page = await person.visit(`${crm}/about`);
    const panel = await person.openPanel(page);
    await panel.getByRole('button', { name: 'Teach it this site' }).click();
    const card = closedRoot(page);
    await card.says('dialog', 'Teach Sideline this site', 'Open one record first');
    expect(await card.property('button', 'Save', 'disabled')).toBe(true);
    await page.keyboard.press('Escape');
  });
});

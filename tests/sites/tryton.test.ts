/** A field of a sales opportunity in Tryton, a real CRM: one page that changes its record under us. */
import type { Page } from '@playwright/test';
import { fillNote, sendNote, startPickingField } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';
import { trytonSignIn } from '../../scripts/site-software/tryton.ts';
import { answer, cardOf, chooseRep, drawnOver, pageOf, type Stage, setStage, shoot } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const FIRST = 'Route planning rollout, three depots';
const SECOND = 'Yearly service contract';
const NOTE = {
  kind: 'Improve',
  behaviour: 'Next step said aloud',
  observation: 'The amount is still the one from before the second demo.',
  impact: 'The forecast holds 20,000 that nobody promised.',
  nextAction: 'Change the amount on the day on which you hear it.',
} as const;

let stage: Stage;
test.beforeAll(async ({ people, servers }) => {
  stage = await setStage('tryton', people, servers);
});
test.afterAll(() => stage?.stop());

test.describe('on a field of a sales opportunity', () => {
  let repPage: Page;
  let coachPage: Page;

  test('the coach points at the amount with the mouse, while the worker is stopped between the steps', async () => {
    const { coach } = stage;
    coachPage = await signIn('coach');
    await coachPage.goto(pageOf(stage, 'opportunity'));
    await shows(coachPage, FIRST);
    const panel = await coach.openPanel(coachPage);
    const heading = panel.locator('header');
    await expect(heading).toContainText(FIRST);
    await expect(heading).toContainText('Record · Jonas Petersen · Lead');
    await coach.killWorker();
    await startPickingField(panel);
    await field(coachPage, 'amount').hover();
    await expect
      .poll(
        async () => (await drawnOver(coachPage)).some(({ classes }) => /outline place/.test(classes)),
        'a hint',
      )
      .toBe(true);
    await field(coachPage, 'amount').click();
    const place = panel.getByTestId('place');
    await expect(place).toHaveText('Amount: 86,000.00');
    await coach.killWorker();
    await chooseRep(panel);
    await fillNote(panel, NOTE);
    await shoot(coachPage, 'tryton-panel');
    expect(await sendNote(coachPage, panel)).toContain('Jonas Petersen');
    await outlineAround(coachPage, 'amount');
    await coach.killWorker();
  });

  test('the rep comes by the list, sees the outline and the note, is taken to the field, answers', async () => {
    const { rep, coach } = stage;
    const opportunity = pageOf(stage, 'opportunity');
    repPage = await signIn('rep');
    await repPage.goto(opportunity.replace(/\/\d+$/, ''));
    await repPage.locator('#tabs .tab-pane.active td').getByText(FIRST).dblclick();
    await shows(repPage, FIRST);
    expect(repPage.url()).not.toBe(opportunity);
    const sidebar = await rep.openSidebar(repPage);
    const card = cardOf(sidebar, NOTE.observation);
    await expect(card).toBeVisible();
    await outlineAround(repPage, 'amount');
    await shoot(repPage, 'tryton-page');
    await shoot(sidebar, 'tryton-sidebar');
    await rep.killWorker();

    await card.getByRole('button', { name: 'Amount' }).click();
    await expect.poll(() => hasFocus(repPage, 'amount'), 'the focus in the field').toBe(true);
    await answer(card, NOTE.kind, 'Changed it, and I will ask for it on the call.');
    await rep.killWorker();
    const coachSidebar = await coach.openSidebar(coachPage);
    await expect(cardOf(coachSidebar, NOTE.observation).getByText('Jonas Petersen: Accepted')).toBeVisible();
  });

  test('shows each opportunity its own notes when Tryton swaps one for the other in its form', async () => {
    const { rep } = stage;
    const sidebar = await rep.openSidebar(repPage);
    await repPage.locator('button#next:visible').click();
    await shows(repPage, SECOND);
    await expect(sidebar.getByText('No notes here yet.')).toBeVisible();
    await expect(sidebar.locator('header').getByText(SECOND)).toBeVisible();
    await expect(cardOf(sidebar, NOTE.observation)).toHaveCount(0);
    expect(await outlines(repPage)).toEqual([]);
    await shoot(sidebar, 'tryton-sidebar-second');

    // One on the second, written in the sidebar, by the rep for themself.
    await sidebar.getByRole('button', { name: 'Write a note' }).click();
    const mine = 'I moved this call three times.';
    await fillNote(sidebar, { kind: 'Recognise', observation: mine, impact: 'Today I made it.' });
    await sendNote(sidebar, sidebar);
    await sidebar.getByRole('button', { name: 'Back to the notes' }).click();
    await expect(cardOf(sidebar, mine)).toBeVisible();

    await repPage.locator('button#previous:visible').click();
    await shows(repPage, FIRST);
    await expect(cardOf(sidebar, NOTE.observation)).toBeVisible();
    await expect(cardOf(sidebar, mine)).toHaveCount(0);
    await outlineAround(repPage, 'amount');
  });

  test('the outline follows when Tryton draws its form anew', async () => {
    await repPage.locator('button#switch_:visible').click();
    await expect(repPage.locator('#tabs .tab-pane.active tbody').getByText(SECOND)).toBeVisible();
    await expect.poll(() => outlines(repPage), 'no outline over the list').toHaveLength(0);
    await repPage.locator('button#switch_:visible').click();
    await shows(repPage, FIRST);
    await outlineAround(repPage, 'amount');
  });
});

/** A tab that is signed in to Tryton; it opens no record by its address before that. */
async function signIn(who: 'coach' | 'rep'): Promise<Page> {
  const page = await stage[who].visit(new URL('/', pageOf(stage, 'opportunity')).href);
  // Its dialog takes no Enter before it has the list of databases.
  await page.waitForLoadState('networkidle');
  await page.fill('#login', trytonSignIn.login);
  await page.press('#login', 'Enter');
  await page.getByRole('textbox', { name: /password/i }).fill(trytonSignIn.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#tabs .tab-pane');
  return page;
}

const field = (page: Page, name: string) =>
  page.locator(`#tabs .tab-pane.active :is(input,select,textarea)[name="${name}"]:visible`).first();

/** Waits until Tryton's form holds the record with this description. */
async function shows(page: Page, description: string): Promise<void> {
  const input = field(page, 'description');
  await expect(input).toBeVisible();
  await expect(input).toHaveValue(description);
}

async function outlines(page: Page) {
  return (await drawnOver(page)).filter(({ classes }) => /outline correction/.test(classes));
}

async function outlineAround(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => {
      const [drawn, ...more] = await outlines(page);
      const box = await field(page, name).boundingBox();
      if (!drawn || !box || more.length > 0) return false;
      return Math.abs(drawn.left + 3 - box.x) < 2 && Math.abs(drawn.top + 3 - box.y) < 2;
    }, `one outline around ${name}`)
    .toBe(true);
}

function hasFocus(page: Page, name: string): Promise<boolean> {
  return page.evaluate(wanted => document.activeElement?.getAttribute('name') === wanted, name);
}

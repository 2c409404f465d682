/** One's own lines and the team's, in the full page of the shipped build, with records that came by a real server. */
import type { Page } from '@playwright/test';
import { addDays, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, RecordType } from '#lib/records/types.ts';
import { axeProblems, overflow } from '#testing/browser/accessibility.ts';
import { behaviour } from '#testing/records.ts';
import type { Cast } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { expect, test } from '#testing/test.ts';

const DAY = 86_400_000;
/** How often of ten, week by week: a line that rises. */
const DONE = [2, 3, 2, 3, 2, 3, 8, 9, 8, 9];

let cast: Cast;
let other: TestMember;

test.beforeAll(async ({ demo, servers }) => {
  cast = await servers.startCast();
  other = await cast.join('Anna Lang', ['coachee']);
  await cast.assign(cast.coach, other);
  const practised = make(cast.coach, cast.rep, 'behaviour', behaviour().body, { ago: 80 * DAY });
  await push(cast.coach, practised);
  await push(
    cast.rep,
    make(
      cast.rep,
      cast.coach,
      'acknowledgement',
      { answer: 'accept', sentence: 'Yes.' },
      { refs: [practised.id] },
    ),
  );
  await push(cast.rep, ...entries(practised.id));
  const { url } = demo.artifacts.crm;
  const note = make(cast.coach, cast.rep, 'note', {
    kind: 'correction',
    artifact: { kind: 'crm', site: 'sideline-demo', key: url, url, title: 'Brightwater, 40 seats' },
    anchor: { kind: 'whole' },
    behaviourId: practised.id,
    observation: 'The call ended with “talk soon”.',
    impact: 'Nobody knows who moves first.',
    nextAction: 'Say the next step and its date before you hang up.',
    checkInAt: Date.now() + 3 * DAY,
    momentAt: Date.now() - 3_600_000,
  });
  await push(cast.coach, note);
  await push(
    cast.rep,
    make(
      cast.rep,
      cast.coach,
      'acknowledgement',
      { answer: 'dispute', sentence: 'She asked me to stop there.' },
      { refs: [note.id] },
    ),
  );
});

test('Me: one’s own line by keyboard alone, and nobody else’s', async ({ people }) => {
  const rep = await people.launchAs(cast.rep, cast);
  const page = await rep.extensionPage('dashboard.html');
  await expect(page.getByRole('tab', { name: 'Team' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Week' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();
  const picture = page.getByRole('img', { name: /^Next step said aloud, week by week/ });
  await expect(picture.locator('svg')).toHaveCount(1);
  const card = page.getByRole('article', { name: 'Next step said aloud' });
  await expect(card).toContainText('improving');
  await tabTo(page, 'As a table');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('row')).toHaveCount(DONE.length + 2);
  await expect(card.getByRole('row').nth(2)).toContainText('9 of 10');
  await tabTo(page, 'Entries in four weeks');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('listitem').first()).toContainText(/done/i);
  await expect(page.getByRole('main')).toContainText('Ines Duarte sees your behaviours');
  await expect(page.getByRole('main')).not.toContainText(other.name);
  expect(await axeProblems(page)).toEqual([]);
  await looks(page, 'me');
});

test('Team: the next conversation, one’s own coaching, what stands out, then people by name', async ({
  people,
}) => {
  const coach = await people.launchAs(cast.coach, cast);
  const page = await coach.extensionPage('dashboard.html#team');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Your next conversation: Jonas Petersen',
    'My own coaching',
    'Worth a look',
    'People',
  ]);
  const talk = page.getByRole('region', { name: /^Your next conversation/ });
  await expect(talk).toContainText('She asked me to stop there.');
  await expect(page.getByRole('region', { name: 'Worth a look' })).toContainText('rising over 10 weeks');

  // A figure says how many of how many, and opens to its records.
  await tabTo(page, 'Notes within 24 hours');
  await expect(page.locator('summary:focus')).toContainText('not enough yet (1 of 5)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Open the note: The call ended/ })).toBeVisible();

  const names = page.locator('.team-people summary strong');
  await expect(names).toHaveText([other.name, cast.rep.name]);
  await tabTo(page, cast.rep.name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /^Next step said aloud, week by week/ })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await looks(page, 'team');
});

test('in German, and at 320 px', async ({ people }) => {
  const coach = await people.launchAs(cast.coach, cast, { locale: 'de' });
  const page = await coach.extensionPage('dashboard.html#team');
  await page.setViewportSize({ width: 320, height: 900 });
  await expect(page.getByRole('heading', { name: 'Dein nächstes Gespräch: Jonas Petersen' })).toBeVisible();
  await page.getByText('Jonas Petersen', { exact: true }).last().click();
  await expect(page.getByRole('img', { name: /Woche für Woche/ })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await axeProblems(page)).toEqual([]);
  await page.screenshot({ path: 'screenshots/insight-team-de-320.png', fullPage: true });
});

function entries(behaviourId: string): Envelope[] {
  const monday = weekOf(dayOf(Date.now()));
  return DONE.flatMap((done, i) => {
    const week = addDays(monday, 7 * (i - DONE.length));
    return Array.from({ length: 10 }, (_, n) => {
      const day = addDays(week, n % 5);
      const ago = Date.now() - Date.parse(`${day}T10:00:00Z`) - n * 1000;
      const result = n < done ? 'done' : 'notDone';
      return make(cast.rep, cast.rep, 'log', { behaviourId, day, result }, { refs: [behaviourId], ago });
    });
  });
}

function make<T extends RecordType>(
  by: TestMember,
  about: TestMember,
  type: T,
  body: Body<T>,
  { refs = [], ago = 0 }: { refs?: string[]; ago?: number } = {},
): Envelope {
  return createRecord(
    {
      type,
      workspaceId: cast.workspaceId,
      authorId: by.id,
      subjectId: about.id,
      audience: 'coaches',
      refs,
      body,
    },
    Date.now() - ago,
  );
}

async function push(by: TestMember, ...records: Envelope[]): Promise<void> {
  const results = await by.push(...records);
  expect(results.filter(({ status }) => status !== 'accepted')).toEqual([]);
  expect(results).toHaveLength(records.length);
}

/** Presses Tab until what can be opened under that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.locator('summary').filter({ hasText: name }).first();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

/** Pictures to look at: both schemes, narrow, right to left, forced colours. */
async function looks(page: Page, name: string): Promise<void> {
  const take = (look: string) =>
    page.screenshot({ path: `screenshots/insight-${name}-${look}.png`, fullPage: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await take(colorScheme);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await take('forced');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await take('rtl-320');
}

/** The coach's side of the loop: two browsers, a real server, and the tab with what waits and whom one coaches. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Body, isType, type RecordType } from '#lib/records/types.ts';
import type { Person } from '#testing/browser/extension.ts';
import type { Cast } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { expect, found, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A small red square. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP8z4APMOGVHbHSAEEsAROxCnMTAAAAAElFTkSuQmCC';

let cast: Cast;
/** Another device of the coach: a server tells no device of what it did itself. */
let laptop: TestMember;
let coach: Person;
let sidebar: Page;
/** The record on which the coach writes. */
let record: string;
test.beforeAll(async ({ demo, people, servers }) => {
  record = demo.artifacts.crm.url;
  cast = await servers.startCast();
  laptop = await cast.signIn(cast.coach);
  coach = await people.launchAs(cast.coach, cast);
  sidebar = await openPeople(coach);
});

test.describe('what waits for a coach', () => {
  test('proof in sight and a verdict in one tap, which can be taken back', async () => {
    const { commitment } = await promised({ size: 'One sentence, on the next two calls' });
    const proof = make(cast.rep, 'evidence', {
      to: cast.coach,
      refs: [commitment.id],
      body: {
        kind: 'beforeAfter',
        context: 'real',
        text: '“I send it by Thursday.” She said yes.',
        picture: PICTURE,
        before: 'https://crm.example/before',
        after: 'javascript:alert(1)',
      },
    });
    await push(cast.rep, proof);
    const item = sidebar.locator('[data-waiting="verdict"]').filter({ hasText: 'She said yes.' });
    await expect(item).toBeVisible();
    await expectPicture(item);
    // An address that is none is nothing that one could press.
    const links = await item.getByRole('link').evaluateAll(all => all.map(each => each.getAttribute('href')));
    expect(links).toEqual(['https://crm.example/before']);

    await item.getByRole('button', { name: 'Implemented' }).click();
    const verdict = await received(cast.rep, 'verdict', each => each.refs[0] === commitment.id);
    expect(verdict).toMatchObject({ authorId: cast.coach.id, body: { finding: 'implemented' } });
    expect(verdict.refs).toEqual([commitment.id, proof.id]);

    await expect(sidebar.getByText('Jonas Petersen: Implemented')).toBeVisible();
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await expect(item).toBeVisible();
    await item.getByRole('textbox', { name: 'One sentence, if you like' }).fill('Twice, and in time.');
    await item.getByRole('button', { name: 'Partly' }).click();
    const second = await received(
      cast.rep,
      'verdict',
      each => each.refs[0] === commitment.id && each.id !== verdict.id,
    );
    expect(second.body).toMatchObject({ finding: 'partly', sentence: 'Twice, and in time.' });
  });

  test('a dispute, answered in one sentence: the rep’s turn again', async () => {
    const note = await noted({ observation: 'You cut her off at 12:40.' }, 2 * HOUR);
    await push(
      cast.rep,
      make(cast.rep, 'acknowledgement', {
        to: cast.coach,
        refs: [note.id],
        body: { answer: 'dispute', sentence: 'She had finished.' },
      }),
    );
    const item = sidebar.locator('[data-waiting="reply"]').filter({ hasText: 'You cut her off' });
    await expect(item.getByText('She had finished.')).toBeVisible();
    await item.getByRole('button', { name: 'It stands' }).click();
    await expect(item.getByText('Answer with one sentence')).toBeVisible();
    await item.getByRole('textbox', { name: 'Your reply' }).fill('Listen from 12:35: she was in a sentence.');
    await item.getByRole('button', { name: 'It stands' }).click();
    const reply = await received(cast.rep, 'reply', each => each.refs[0] === note.id);
    expect(reply.body).toMatchObject({ outcome: 'stands' });
    await expect(item).toHaveCount(0);
  });

  test('a note that nobody answered: the prepared step, and a ruling that settles it', async () => {
    const note = await noted({ observation: 'The next-step field was empty.' }, 30 * HOUR);
    const item = sidebar.locator('[data-waiting="stall"]').filter({ hasText: 'has not answered a note' });
    await expect(item.getByText('Ask for one sentence, or talk for five minutes.')).toBeVisible();
    await item.getByRole('button', { name: 'Decide …' }).click();
    await item.getByRole('radio', { name: 'Workload' }).check();
    await expect(item.getByText('What would you have to leave to do it?')).toBeVisible();
    await item.getByRole('textbox', { name: 'One sentence' }).fill('Quarter end: we talk on Monday.');
    await item.getByRole('button', { name: 'It is settled' }).click();
    await expect(item).toHaveCount(0);
    const ruling = await received(cast.rep, 'ruling', each => each.refs.includes(note.id));
    expect(ruling.body).toMatchObject({ on: 'stall', diagnosis: 'workload', resolved: true });
  });

  test('a promise that stands still: a smaller step, proposed as a question', async () => {
    const { note } = await promised({ dueAt: Date.now() - 4 * DAY }, 8 * DAY);
    const item = sidebar.locator('[data-stall="commitment overdue"]');
    await item.getByRole('button', { name: 'Propose a smaller step …' }).click();
    await item.getByRole('button', { name: 'Send the question' }).click();
    const question = await received(cast.rep, 'note', each => each.refs.includes(note.id));
    expect(question.body).toMatchObject({ kind: 'question' });
    expect(String(question.body.nextAction)).toContain('20% easier');
    await item.getByRole('button', { name: 'Decide …' }).click();
    await item.getByRole('button', { name: 'It is settled' }).click();
    await expect(item).toHaveCount(0);
  });
});

test.describe('the same correction again', () => {
  test('asks at the third whether it is structural, and at the fourth for a ruling first', async () => {
    const behaviour = make(laptop, 'behaviour', {
      audience: 'workspace',
      body: {
        name: 'Next step said aloud',
        when: 'At the end of a call',
        looksLike: 'Say the next step, its owner and its date before the call ends.',
        soundsGood: '“You send it by Thursday, right?”',
        ifItBreaks: 'Write it within the hour.',
        howOften: 'Every call',
        standard: 'Owner, action and date are spoken.',
        byWhen: 'Within 14 days',
        state: 'active',
      },
    });
    await push(laptop, behaviour);
    const correction = (n: number) =>
      noted(
        {
          behaviourId: behaviour.id,
          observation: `Call ${n} ended without a next step.`,
          anchor: { kind: 'moment', start: 60 * n },
        },
        (5 - n) * HOUR,
      );
    await correction(1);
    await correction(2);
    await correction(3);
    const item = sidebar.locator('[data-waiting="pattern"]');
    await showAll(sidebar);
    await expect(item.getByText('Is it structural?')).toBeVisible();
    await expect(item.getByText('“Next step said aloud” with Jonas Petersen: 3 times')).toBeVisible();
    await correction(4);
    await expect(item.getByText('Decide what to change first.')).toBeVisible();
    await sidebar.screenshot({ path: 'screenshots/coach-pattern.png', fullPage: true });
    await item.getByRole('button', { name: 'Decide …' }).click();
    await item.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(item.getByText('Choose what lies behind it')).toBeVisible();
    await item.getByRole('radio', { name: 'The brief is unclear' }).check();
    await expect(item.getByRole('radio', { name: 'The brief', exact: true })).toBeChecked();
    await item.getByRole('textbox', { name: 'One sentence' }).fill('The call brief gets a closing line.');
    await item.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(item).toHaveCount(0);
    const ruling = await received(cast.rep, 'ruling', each => each.body.on === 'pattern');
    expect(ruling.body).toMatchObject({ cause: 'brief', remedy: 'brief', assigneeId: cast.coach.id });
  });
});

test.describe('a person', () => {
  test('is seen with what went well first, then what is open, then their own numbers', async () => {
    await push(
      laptop,
      make(laptop, 'note', {
        to: cast.rep,
        audience: 'coaches',
        body: { ...text(), kind: 'recognition', nextAction: '', observation: 'You let her finish.' },
      }),
    );
    await sidebar.getByRole('button', { name: /^Jonas Petersen/ }).click();
    await expect(sidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true })).toBeVisible();
    await expect(sidebar.getByText('Recognised:')).toBeVisible();
    await expect(sidebar.getByText(/^not enough yet \(\d\)/).first()).toBeVisible();
    const headings = await sidebar.getByRole('heading').allInnerTexts();
    expect(headings.indexOf('What went well')).toBeLessThan(headings.indexOf('Last notes'));
    await sidebar.screenshot({ path: 'screenshots/coach-person.png', fullPage: true });
    await sidebar.getByRole('button', { name: '‹ All people' }).click();
  });
});

test.describe('the routine', () => {
  test('is counted from what was sent, and is mine to change', async () => {
    const routine = sidebar.getByRole('region', { name: 'Today' });
    await expect(routine.getByText('Recognition').first()).toBeVisible();
    await expect(routine).toHaveText(/Recognition\s*1 of 1/);
    await routine.getByText('Change my routine').click();
    await routine.getByRole('spinbutton', { name: 'Check-ins' }).fill('1');
    await expect(routine).toHaveText(/Check-ins\s*1 of 1/);
  });
});

test.describe('by keyboard alone', () => {
  test('a verdict and a look at a person', async () => {
    const { commitment } = await promised({});
    const proof = make(cast.rep, 'evidence', {
      to: cast.coach,
      refs: [commitment.id],
      body: { kind: 'workSample', context: 'real', text: 'Call of Tuesday, 28:40.' },
    });
    await push(cast.rep, proof);
    await expect(sidebar.getByText('Call of Tuesday, 28:40.')).toBeVisible();
    await sidebar.getByRole('tab', { name: /^People/ }).focus();
    await tabTo(sidebar, 'Implemented', '[data-waiting="verdict"]:has-text("Call of Tuesday")');
    await sidebar.keyboard.press('Enter');
    const verdict = await received(cast.rep, 'verdict', each => each.refs[0] === commitment.id);
    expect(verdict.body).toMatchObject({ finding: 'implemented' });
    await tabTo(sidebar, 'All about Jonas Petersen');
    await sidebar.keyboard.press('Enter');
    const name = sidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true });
    await expect(name).toBeVisible();
    // Whoever comes by keyboard goes on from the name.
    await expect(name).toBeFocused();
    await sidebar.keyboard.press('Shift+Tab');
    await sidebar.keyboard.press('Enter');
    await expect(sidebar.getByRole('heading', { name: 'People' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test('breaks no rule of accessibility and fits 320 px', async () => {
      await sidebar.emulateMedia({ colorScheme });
      await sidebar.setViewportSize({ width: 320, height: 800 });
      await sidebar.screenshot({ path: `screenshots/coach-${colorScheme}.png`, fullPage: true });
      const width = await sidebar.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
      expect(await problems(sidebar)).toEqual([]);
      await sidebar.getByRole('button', { name: /^Jonas Petersen/ }).click();
      await expect(sidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true })).toBeVisible();
      await sidebar.screenshot({ path: `screenshots/coach-person-${colorScheme}.png`, fullPage: true });
      expect(await problems(sidebar)).toEqual([]);
      expect(await sidebar.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await sidebar.getByRole('button', { name: '‹ All people' }).click();
    });
  });
}

test('a peer writes to their pair, and to nobody else', async ({ demo, people }) => {
  const piet = await cast.join('Piet Peer', ['coachee']);
  await cast.join('Quinn Quiet', ['coachee']);
  await cast.assign(piet, cast.rep);
  const peer = await people.launchAs(piet, cast);
  const page = await peer.visit(demo.artifacts.doc.url);
  const panel = await peer.openPanel(page);
  const offered = await panel
    .getByRole('combobox', { name: 'For', exact: true })
    .locator('option')
    .allInnerTexts();
  expect(offered.slice(0, -1)).toEqual(['Jonas Petersen']);
  const coached = await openPeople(peer);
  await expect(coached.getByRole('button', { name: /^Jonas Petersen/ })).toBeVisible();
});

test('reads well in German and from right to left', async ({ people }) => {
  const other = await people.launchAs(laptop, cast, { locale: 'de' });
  const page = await other.extensionPage('sidepanel.html');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole('tab', { name: /^Personen/ }).click();
  await expect(page.getByRole('heading', { name: 'Was auf dich wartet' })).toBeVisible();
  await expect(page.getByText('Dein Befund').first()).toBeVisible();
  await page.screenshot({ path: 'screenshots/coach-de.png', fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.screenshot({ path: 'screenshots/coach-rtl.png', fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

interface Made<T extends RecordType> {
  to?: TestMember;
  refs?: string[];
  audience?: Envelope['audience'];
  /** In ms before now. */
  ago?: number;
  body: Body<T>;
}

function make<T extends RecordType>(by: TestMember, type: T, made: Made<T>): Envelope {
  return createRecord(
    {
      type,
      workspaceId: cast.workspaceId,
      authorId: by.id,
      subjectId: made.to?.id,
      audience: made.audience ?? 'coaches',
      refs: made.refs ?? [],
      body: made.body,
    },
    Date.now() - (made.ago ?? 0),
  );
}

async function push(by: TestMember, ...records: Envelope[]): Promise<void> {
  const results = await by.push(...records);
  expect(results.map(result => result.status)).toEqual(records.map(() => 'accepted'));
}

function text(): Body<'note'> {
  return {
    kind: 'correction',
    artifact: {
      kind: 'crm',
      site: 'sideline-demo',
      key: record,
      url: record,
      title: 'Brightwater, 40 seats',
    },
    anchor: { kind: 'whole' },
    observation: 'The call ended with “talk soon”.',
    impact: 'Nobody knows who moves first.',
    nextAction: 'Say the next step and its date before you hang up.',
    checkInAt: Date.now() + 7 * DAY,
  };
}

async function noted(body: Partial<Body<'note'>>, ago = HOUR): Promise<Envelope> {
  const note = make(laptop, 'note', { to: cast.rep, ago, body: { ...text(), ...body } });
  await push(laptop, note);
  return note;
}

/** A note of the coach and the rep's promise on it. */
async function promised(
  body: Partial<Body<'commitment'>>,
  ago = 2 * DAY,
): Promise<{ note: Envelope; commitment: Envelope }> {
  const note = await noted({}, ago);
  const accepted = make(cast.rep, 'acknowledgement', {
    to: cast.coach,
    refs: [note.id],
    ago: ago - HOUR,
    body: { answer: 'accept', sentence: 'Yes.' },
  });
  const commitment = make(cast.rep, 'commitment', {
    to: cast.coach,
    refs: [note.id],
    ago: ago - 2 * HOUR,
    body: {
      cue: 'When she says goodbye',
      size: 'One sentence',
      successCondition: 'She says yes to a date',
      dueAt: Date.now() + DAY,
      ...body,
    },
  });
  await push(cast.rep, accepted, commitment);
  return { note, commitment };
}

async function received(
  by: TestMember,
  type: RecordType,
  which: (record: Envelope) => boolean,
): Promise<Envelope> {
  return found(async () => {
    const { records } = await by.pull();
    return (records as Envelope[]).find(record => isType(record, type) && which(record));
  }, `a ${type} for ${by.name}`);
}

async function openPeople(person: Person): Promise<Page> {
  const page = await person.extensionPage('sidepanel.html');
  await page.getByRole('tab', { name: /^People/ }).click();
  return page;
}

async function showAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: /^Show \d+ more/ });
  if (await more.isVisible()) await more.click();
}

async function expectPicture(item: Locator): Promise<void> {
  const picture = item.getByRole('button', { name: 'Enlarge the picture' }).locator('img');
  await expect(picture).toHaveJSProperty('naturalWidth', 10);
}

/** Presses Tab until the button of that name (within `where`) has the focus. */
async function tabTo(page: Page, name: string, where = 'body'): Promise<void> {
  const button = page.locator(where).getByRole('button', { name, exact: true }).first();
  for (let presses = 0; presses < 80; presses++) {
    if (await button.evaluate(each => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${name}".`);
}

async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

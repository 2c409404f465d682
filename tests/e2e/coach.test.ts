/** The coach's side of the loop: two browsers, a real server, and the tab with what waits and whom one coaches. */
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Body, isType, type RecordType } from '#lib/records/types.ts';
import { type Cast, launchAs, startCast } from '#testing/cast.ts';
import { freePort, type Person, until } from '#testing/extension.ts';
import type { TestMember } from '#testing/team.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A small red square. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP8z4APMOGVHbHSAEEsAROxCnMTAAAAAElFTkSuQmCC';

let demo: Demo;
let cast: Cast;
/** Another device of the coach: a server tells no device of what it did itself. */
let laptop: TestMember;
let coach: Person;
let sidebar: Page;
beforeAll(async () => {
  mkdirSync('screenshots', { recursive: true });
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  laptop = await cast.signIn(cast.coach);
  coach = await launchAs(cast.coach, cast);
});
afterAll(async () => {
  await coach.close();
  await cast.stop();
  await demo.stop();
});

describe('what waits for a coach', () => {
  it('proof in sight and a verdict in one tap, which can be taken back', async () => {
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
    sidebar = await openPeople(coach);
    const item = sidebar.locator('[data-waiting="verdict"]').filter({ hasText: 'She said yes.' });
    await item.waitFor();
    await expectPicture(item);
    // An address that is none is nothing that one could press.
    const links = await item.getByRole('link').evaluateAll(all => all.map(each => each.getAttribute('href')));
    expect(links).toEqual(['https://crm.example/before']);

    await item.getByRole('button', { name: 'Implemented' }).click();
    const verdict = await received(cast.rep, 'verdict', each => each.refs[0] === commitment.id);
    expect(verdict).toMatchObject({ authorId: cast.coach.id, body: { finding: 'implemented' } });
    expect(verdict.refs).toEqual([commitment.id, proof.id]);

    await sidebar.getByText('Jonas Petersen: Implemented').waitFor();
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await item.waitFor();
    await item.getByRole('textbox', { name: 'One sentence, if you like' }).fill('Twice, and in time.');
    await item.getByRole('button', { name: 'Partly' }).click();
    const second = await received(
      cast.rep,
      'verdict',
      each => each.refs[0] === commitment.id && each.id !== verdict.id,
    );
    expect(second.body).toMatchObject({ finding: 'partly', sentence: 'Twice, and in time.' });
  });

  it('a dispute, answered in one sentence: the rep’s turn again', async () => {
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
    await item.getByText('She had finished.').waitFor();
    await item.getByRole('button', { name: 'It stands' }).click();
    await item.getByText('Answer with one sentence').waitFor();
    await item.getByRole('textbox', { name: 'Your reply' }).fill('Listen from 12:35: she was in a sentence.');
    await item.getByRole('button', { name: 'It stands' }).click();
    const reply = await received(cast.rep, 'reply', each => each.refs[0] === note.id);
    expect(reply.body).toMatchObject({ outcome: 'stands' });
    await item.waitFor({ state: 'detached' });
  });

  it('a note that nobody answered: the prepared step, and a ruling that settles it', async () => {
    const note = await noted({ observation: 'The next-step field was empty.' }, 30 * HOUR);
    const item = sidebar.locator('[data-waiting="stall"]').filter({ hasText: 'has not answered a note' });
    await item.getByText('Ask for one sentence, or talk for five minutes.').waitFor();
    await item.getByRole('button', { name: 'Decide …' }).click();
    await item.getByRole('radio', { name: 'Workload' }).check();
    await item.getByText('What would you have to leave to do it?').waitFor();
    await item.getByRole('textbox', { name: 'One sentence' }).fill('Quarter end: we talk on Monday.');
    await item.getByRole('button', { name: 'It is settled' }).click();
    await item.waitFor({ state: 'detached' });
    const ruling = await received(cast.rep, 'ruling', each => each.refs.includes(note.id));
    expect(ruling.body).toMatchObject({ on: 'stall', diagnosis: 'workload', resolved: true });
  });

  it('a promise that stands still: a smaller step, proposed as a question', async () => {
    const { note } = await promised({ dueAt: Date.now() - 4 * DAY }, 8 * DAY);
    const item = sidebar.locator('[data-stall="commitment overdue"]');
    await item.getByRole('button', { name: 'Propose a smaller step …' }).click();
    await item.getByRole('button', { name: 'Send the question' }).click();
    const question = await received(cast.rep, 'note', each => each.refs.includes(note.id));
    expect(question.body).toMatchObject({ kind: 'question' });
    expect(String(question.body.nextAction)).toContain('20% easier');
    await item.getByRole('button', { name: 'Decide …' }).click();
    await item.getByRole('button', { name: 'It is settled' }).click();
    await item.waitFor({ state: 'detached' });
  });
});

describe('the same correction again', () => {
  it('asks at the third whether it is structural, and at the fourth for a ruling first', async () => {
    const behaviour = make(laptop, 'behaviour', {
      audience: 'workspace',
      body: {
        name: 'Next step said aloud',
        when: 'At the end of a call',
        looksLike: 'Say the next step, its owner and its date.',
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
    await item.getByText('Is it structural?').waitFor();
    await item.getByText('“Next step said aloud” with Jonas Petersen: 3 times').waitFor();
    await correction(4);
    await item.getByText('Decide what to change first.').waitFor();
    await sidebar.screenshot({ path: 'screenshots/coach-pattern.png', fullPage: true });
    await item.getByRole('button', { name: 'Decide …' }).click();
    await item.getByRole('button', { name: 'Decide', exact: true }).click();
    await item.getByText('Choose what lies behind it').waitFor();
    await item.getByRole('radio', { name: 'The brief is unclear' }).check();
    expect(await item.getByRole('radio', { name: 'The brief', exact: true }).isChecked()).toBe(true);
    await item.getByRole('textbox', { name: 'One sentence' }).fill('The call brief gets a closing line.');
    await item.getByRole('button', { name: 'Decide', exact: true }).click();
    await item.waitFor({ state: 'detached' });
    const ruling = await received(cast.rep, 'ruling', each => each.body.on === 'pattern');
    expect(ruling.body).toMatchObject({ cause: 'brief', remedy: 'brief', assigneeId: cast.coach.id });
  });
});

describe('a person', () => {
  it('is seen with what went well first, then what is open, then their own numbers', async () => {
    await push(
      laptop,
      make(laptop, 'note', {
        to: cast.rep,
        audience: 'coaches',
        body: { ...text(), kind: 'recognition', nextAction: '', observation: 'You let her finish.' },
      }),
    );
    await sidebar.getByRole('button', { name: /^Jonas Petersen/ }).click();
    await sidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true }).waitFor();
    await sidebar.getByText('Recognised:').waitFor();
    await sidebar
      .getByText(/^not enough yet \(\d\)/)
      .first()
      .waitFor();
    const headings = await sidebar.getByRole('heading').allInnerTexts();
    expect(headings.indexOf('What went well')).toBeLessThan(headings.indexOf('Last notes'));
    await sidebar.screenshot({ path: 'screenshots/coach-person.png', fullPage: true });
    await sidebar.getByRole('button', { name: '‹ All people' }).click();
  });
});

describe('the routine', () => {
  it('is counted from what was sent, and is mine to change', async () => {
    const routine = sidebar.getByRole('region', { name: 'Today' });
    await routine.getByText('Recognition').first().waitFor();
    await until(
      async () => /Recognition\s*1 of 1/.test(await routine.innerText()),
      'the recognition to count',
    );
    await routine.getByText('Change my routine').click();
    await routine.getByRole('spinbutton', { name: 'Check-ins' }).fill('1');
    await until(async () => /Check-ins\s*1 of 1/.test(await routine.innerText()), 'the check-in to count');
  });
});

describe('by keyboard alone', () => {
  it('a verdict and a look at a person', async () => {
    const { commitment } = await promised({});
    const proof = make(cast.rep, 'evidence', {
      to: cast.coach,
      refs: [commitment.id],
      body: { kind: 'workSample', context: 'real', text: 'Call of Tuesday, 28:40.' },
    });
    await push(cast.rep, proof);
    await sidebar.getByText('Call of Tuesday, 28:40.').waitFor();
    await sidebar.getByRole('tab', { name: /^People/ }).focus();
    await tabTo(sidebar, 'Implemented', '[data-waiting="verdict"]:has-text("Call of Tuesday")');
    await sidebar.keyboard.press('Enter');
    const verdict = await received(cast.rep, 'verdict', each => each.refs[0] === commitment.id);
    expect(verdict.body).toMatchObject({ finding: 'implemented' });
    await tabTo(sidebar, 'All about Jonas Petersen');
    await sidebar.keyboard.press('Enter');
    const name = sidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true });
    await name.waitFor();
    // Whoever comes by keyboard goes on from the name.
    await until(
      () => name.evaluate(heading => heading === document.activeElement),
      'the name to have the focus',
    );
    await sidebar.keyboard.press('Shift+Tab');
    await sidebar.keyboard.press('Enter');
    await sidebar.getByRole('heading', { name: 'People' }).waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  it('breaks no rule of accessibility and fits 320 px', async () => {
    await sidebar.emulateMedia({ colorScheme });
    await sidebar.setViewportSize({ width: 320, height: 800 });
    await sidebar.screenshot({ path: `screenshots/coach-${colorScheme}.png`, fullPage: true });
    const width = await sidebar.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    expect(await problems(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: /^Jonas Petersen/ }).click();
    await sidebar.getByRole('heading', { name: 'Jonas Petersen', exact: true }).waitFor();
    await sidebar.screenshot({ path: `screenshots/coach-person-${colorScheme}.png`, fullPage: true });
    expect(await problems(sidebar)).toEqual([]);
    expect(await sidebar.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await sidebar.getByRole('button', { name: '‹ All people' }).click();
  });
});

it('a peer writes to their pair, and to nobody else', async () => {
  const piet = await cast.join('Piet Peer', ['coachee']);
  await cast.join('Quinn Quiet', ['coachee']);
  await cast.assign(piet, cast.rep);
  const peer = await launchAs(piet, cast);
  const page = await peer.visit(demo.artifacts.doc.url);
  const panel = await peer.openPanel(page);
  const offered = await panel
    .getByRole('combobox', { name: 'For', exact: true })
    .locator('option')
    .allInnerTexts();
  expect(offered.slice(0, -1)).toEqual(['Jonas Petersen']);
  const people = await openPeople(peer);
  await people.getByRole('button', { name: /^Jonas Petersen/ }).waitFor();
  await peer.close();
});

it('reads well in German and from right to left', async () => {
  const other = await launchAs(laptop, cast, { locale: 'de' });
  const page = await other.extensionPage('sidepanel.html');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole('tab', { name: /^Personen/ }).click();
  await page.getByRole('heading', { name: 'Was auf dich wartet' }).waitFor();
  await page.getByText('Dein Befund').first().waitFor();
  await page.screenshot({ path: 'screenshots/coach-de.png', fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.screenshot({ path: 'screenshots/coach-rtl.png', fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await other.close();
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
      key: demo.artifacts.crm.url,
      url: demo.artifacts.crm.url,
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
  return until(async () => {
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
  const width = await picture.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth);
  expect(width).toBe(10);
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

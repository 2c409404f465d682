/** The coachee's side of the loop: answer, promise, proof, the next rep; the coach's records come by the server's API. */
import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { createRecord, newId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Body, isType, type Note, type RecordOf, type RecordType } from '#lib/records/types.ts';
import { axeProblems } from '#testing/accessibility.ts';
import { type Cast, launchAs, startCast } from '#testing/cast.ts';
import { freePort, type Person, until } from '#testing/extension.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

const HOUR = 3_600_000;
const ACTION = 'Say the next step and its date before you hang up.';

let demo: Demo;
let cast: Cast;
let rep: Person;
let page: Page;
let sidebar: Page;
/** By which the sidebar knows the record that Ines writes on. */
let key: string;
beforeAll(async () => {
  mkdirSync('screenshots', { recursive: true });
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  rep = await launchAs(cast.rep, cast, { granted: [new URL(demo.url).origin] });
  page = await rep.visit(demo.artifacts.crm.url);
  key = await keyOf(page);
  sidebar = await rep.openSidebar(page);
});
afterAll(async () => {
  await rep.close();
  await cast.stop();
  await demo.stop();
});

describe('a correction, from the answer to the verdict', () => {
  it('is said back, promised in one press, proven with a picture of the tab, and closed by the verdict', async () => {
    const note = await writeNote({ observation: 'The call ended without a date.' });
    const card = await cardOf(note);
    await card.getByText('Your turn: answer').waitFor();
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card
      .getByRole('textbox', { name: 'Say it back' })
      .fill('I name the step and the day, then I hang up.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Said back: “I name the step and the day, then I hang up.”').waitFor();

    const form = card.getByRole('group', { name: 'Your commitment' });
    expect(await form.getByRole('textbox', { name: 'When', exact: true }).inputValue()).toBe(
      'Before you hang up',
    );
    expect(await form.getByRole('textbox', { name: 'I will' }).inputValue()).toBe(ACTION);
    await sidebar.screenshot({ path: 'screenshots/rep-commit.png', fullPage: true });
    await form.getByRole('button', { name: 'Commit' }).click();
    const commitment = await fromRep('commitment', note);
    expect(commitment.body.dueAt).toBeLessThanOrEqual(Date.now() + 8 * 86_400_000);

    await card.getByText('Your turn: show proof').waitFor();
    await card.getByRole('button', { name: 'Picture of this tab' }).click();
    await card.getByRole('button', { name: 'Enlarge the picture' }).waitFor();
    await sidebar.screenshot({ path: 'screenshots/rep-proof.png', fullPage: true });
    await card.getByRole('button', { name: 'Show it' }).click();
    await card.getByText('Ines Duarte’s turn: say what you found').waitFor();
    const proof = await fromRep('evidence', commitment);
    expect(proof.body.picture).toMatch(/^data:image\/webp;base64,/);

    await push(
      fromCoach('verdict', [commitment.id, proof.id], {
        finding: 'implemented',
        sentence: 'Heard it at 31:02.',
      }),
    );
    await card.getByText('Heard it at 31:02.').waitFor();
    await card.getByText('Done: seen, practised and answered.').waitFor();
    await sidebar.screenshot({ path: 'screenshots/rep-closed.png', fullPage: true });
    expect(await axeProblems(sidebar)).toEqual([]);
  });
});

describe('what else can be answered', () => {
  it('a dispute is replied to, the reply is seen, and it is my turn again', async () => {
    const note = await writeNote({ observation: 'You did not send the plan.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Dispute' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Add one sentence').waitFor();
    await card.getByRole('textbox', { name: 'One sentence back' }).fill('I sent it at noon, see the thread.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Ines Duarte’s turn: reply').waitFor();
    const dispute = await fromRep('acknowledgement', note);
    expect(dispute.body).toMatchObject({ answer: 'dispute', sentence: 'I sent it at noon, see the thread.' });
    await push(fromCoach('reply', [note.id, dispute.id], { sentence: 'I see it now.', outcome: 'changed' }));
    await card.getByText('I see it now.').waitFor();
    await card.getByText('Your turn: answer').waitFor();
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Your turn: make a commitment').waitFor();
  });

  it('a conversation can be asked for instead, with one press', async () => {
    const note = await writeNote({
      kind: 'question',
      observation: '',
      nextAction: 'What keeps you from it?',
    });
    const card = await cardOf(note);
    await card.getByRole('button', { name: 'Rather talk about it' }).click();
    await card.getByText('Asks for a conversation').waitFor();
    const { body } = await fromRep('acknowledgement', note);
    expect(body).toMatchObject({ answer: 'discuss', conversation: true });
  });

  it('what was not there yet leads to a smaller promise with the same cue', async () => {
    const note = await writeNote({ observation: 'Three calls without a next step.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByRole('button', { name: 'Commit' }).click();
    const first = await fromRep('commitment', note);
    await card.getByRole('button', { name: 'It did not happen' }).click();
    const form = card.getByRole('group', { name: 'Another rep' });
    await form.getByText('What would make this 20% easier to do?').waitFor();
    await form.getByRole('radio', { name: 'Too much at once' }).check();
    await form.getByRole('button', { name: 'Commit again' }).click();
    await form.getByText('Make it smaller than before.').waitFor();
    await form.getByRole('textbox', { name: 'I will' }).fill('Say only the date.');
    await sidebar.screenshot({ path: 'screenshots/rep-resize.png', fullPage: true });
    await form.getByRole('button', { name: 'Commit again' }).click();
    await card.getByText('A smaller commitment').waitFor();
    const second = await until(async () => {
      const all = (await cast.coach.pull()).records as Envelope[];
      return all.find(record => isType(record, 'commitment') && record.body.resizes === first.id);
    }, 'the smaller promise');
    expect(second.body).toMatchObject({ cue: first.body.cue, adjustment: 'smaller', missReason: 'process' });
  });

  it('keeps what is half-written through another view and a closed sidebar', async () => {
    const note = await writeNote({ observation: 'No agenda was sent.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Discuss' }).check();
    await card.getByRole('textbox', { name: 'One sentence back' }).fill('Half a thou');
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await sidebar.getByRole('tab', { name: 'This page' }).click();
    await sidebar.reload();
    const box = (await cardOf(note)).getByRole('textbox', { name: 'One sentence back' });
    await until(async () => (await box.inputValue()) === 'Half a thou', 'the half-written answer');
    await (await cardOf(note)).getByRole('radio', { name: 'Accept' }).check();
    await (await cardOf(note)).getByRole('button', { name: 'Answer' }).click();
    await (await cardOf(note)).getByText('Said back: “Half a thou”').waitFor();
  });
});

describe('whose turn it is', () => {
  it('is said with its day: by tomorrow for a new note, open since its day for one of the day before', async () => {
    const fresh = await cardOf(await writeNote({ observation: 'Fresh.' }));
    await fresh.getByText(/Your turn: answer, by (today|tomorrow)/).waitFor();
    const late = await cardOf(await writeNote({ observation: 'Late.' }, Date.now() - 30 * HOUR));
    await late.getByText(/Your turn: answer, open since (yesterday|today)/).waitFor();
  });

  it('turns at the twenty-fourth hour, without anybody doing anything', async () => {
    const written = Date.now() - 23 * HOUR;
    const card = await cardOf(await writeNote({ observation: 'Nearly a day ago.' }, written));
    await card.getByText(/Your turn: answer, by/).waitFor();
    await sidebar.evaluate(ahead => {
      const real = Date.now;
      Date.now = () => real() + ahead;
    }, 2 * HOUR);
    // Any news is a reason to look at the clock.
    await writeNote({ observation: 'Something else.' });
    await card.getByText(/Your turn: answer, open since/).waitFor();
    await sidebar.reload();
  });

  it('what was half done asks for another rep, smaller, after the coach has said so', async () => {
    const note = await writeNote({ observation: 'The plan came a day late.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByRole('button', { name: 'Commit' }).click();
    const promise = await fromRep('commitment', note);
    await card.getByText('The work itself, In real work').click();
    await card.getByRole('radio', { name: 'Before and after' }).check();
    await card.getByRole('textbox', { name: 'After' }).fill('javascript:alert(1)');
    await card.getByRole('button', { name: 'Show it' }).click();
    await card.getByText('A link begins with https://').waitFor();
    await card.getByRole('textbox', { name: 'After' }).fill('https://crm.example/after');
    await card.getByRole('button', { name: 'Show it' }).click();
    const proof = await fromRep('evidence', promise);
    expect(proof.body).toMatchObject({ kind: 'beforeAfter', after: 'https://crm.example/after' });
    await card.getByRole('link', { name: 'https://crm.example/after' }).waitFor();
    await push(fromCoach('verdict', [promise.id, proof.id], { finding: 'partly' }));
    const form = card.getByRole('group', { name: 'Another rep' });
    await form.getByText('When (stays as it was)').waitFor();
  });

  it('the author is told what is delivered, what was seen, and what is answered', async () => {
    await page.goto(demo.artifacts.doc.url);
    await sidebar.getByText('No notes here yet.').waitFor();
    const note = await writeNote({ observation: 'Seen by you first.' });
    const ines = await launchAs(cast.coach, cast, { granted: [new URL(demo.url).origin] });
    const hers = await ines.openSidebar(await ines.visit(demo.artifacts.crm.url));
    const card = hers.locator(`article[data-note="${note.id}"]`);
    await card.getByText('Delivered. Not seen yet.').waitFor();
    await page.goto(demo.artifacts.crm.url);
    await (await cardOf(note)).scrollIntoViewIfNeeded();
    await card.getByText(/^Seen .*Not answered yet/).waitFor();
    await (await cardOf(note)).getByRole('button', { name: 'Rather talk about it' }).click();
    await card.getByText(/^Answered /).waitFor();
    await ines.close();
  });

  it('who sees it and what happens next is one press away', async () => {
    const card = await cardOf(await writeNote({ observation: 'Open to look at.' }));
    await card.getByText('Who sees this, and what happens next').click();
    await card.getByText('Ines Duarte and You').waitFor();
    expect(await axeProblems(sidebar)).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  it('from the answer over the promise to the proof', async () => {
    const note = await writeNote({ observation: 'By keys.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Accept' }).focus();
    const press = (key: string) => sidebar.keyboard.press(key);
    await press('Space');
    await press('Tab');
    await sidebar.keyboard.type('I say the date.');
    await press('Control+Enter');
    await card.getByRole('group', { name: 'Your commitment' }).waitFor();
    await tabTo('Commit');
    await press('Enter');
    await card.getByRole('group', { name: 'Show proof' }).waitFor();
    await tabTo('What happened');
    await sidebar.keyboard.type('I said it at 12:40.');
    await press('Control+Enter');
    await card.getByText('I said it at 12:40.').waitFor();
    await card.getByText('Ines Duarte’s turn: say what you found').waitFor();
  });

  it('the tabs go by arrows, Home and End', async () => {
    await sidebar.getByRole('tab', { name: 'This page' }).focus();
    const selected = () => sidebar.getByRole('tab', { selected: true }).innerText();
    await sidebar.keyboard.press('ArrowRight');
    await until(async () => (await selected()).startsWith('Today'), 'Today');
    await sidebar.keyboard.press('ArrowRight');
    await until(async () => (await selected()) === 'This page', 'the first after the last');
    await sidebar.keyboard.press('End');
    await until(async () => (await selected()).startsWith('Today'), 'the last');
    await sidebar.keyboard.press('Home');
    await until(async () => (await selected()) === 'This page', 'the first');
  });
});

describe('today', () => {
  const [first, second] = [newId(), newId()];

  it('shows what is proposed for me, and begins with it when I agree', async () => {
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await push(behaviour(first, 'library:next-step-aloud'));
    await push(behaviour(second, 'library:ask-next-step'));
    const proposal = sidebar.getByRole('article', { name: 'Next step said aloud' });
    await proposal.getByText('From Ines Duarte. It begins when you agree.').waitFor();
    await sidebar.screenshot({ path: 'screenshots/today-proposals.png', fullPage: true });
    await proposal.getByRole('button', { name: 'Ask for a change' }).click();
    await proposal.getByText('Say what should be otherwise.').waitFor();
    await proposal.getByRole('button', { name: 'Agree' }).click();
    await logRow('Next step said aloud').waitFor();
    await sidebar
      .getByRole('article', { name: 'Asks for the next step' })
      .getByRole('button', { name: 'Agree' })
      .click();
    await logRow('Asks for the next step').waitFor();
    // Five of them fit into one view.
    const box = await logRow('Next step said aloud').boundingBox();
    expect((box?.height ?? 1000) * 5).toBeLessThan(600);
  });

  it('logs each behaviour with one tap, and takes it back', async () => {
    await logRow('Next step said aloud').getByRole('button', { name: 'Done', exact: true }).click();
    await logRow('Next step said aloud').getByRole('button', { name: 'Undo' }).waitFor();
    const log = await fromRep('log', { id: first } as Envelope);
    expect(log.body).toMatchObject({ behaviourId: first, result: 'done' });
    await sidebar.getByText('First time: Next step said aloud').waitFor();
    await logRow('Next step said aloud').getByRole('button', { name: 'Undo' }).click();
    await logRow('Next step said aloud').getByRole('button', { name: 'No chance' }).click();
    await logRow('Next step said aloud').getByText('No chance').waitFor();
    await until(async () => {
      const { records } = await cast.coach.pull();
      return (records as Envelope[]).some(({ id, deletedAt }) => id === log.id && deletedAt !== undefined);
    }, 'the entry to be taken back at the server');
  });

  it('asks after three misses in a week whether it should be smaller', async () => {
    const row = logRow('Asks for the next step');
    for (const again of [false, true, true]) {
      if (again) await row.getByRole('button', { name: 'Once more' }).click();
      await row.getByRole('button', { name: 'Not done' }).click();
      await row.getByRole('button', { name: 'Too much at once' }).click();
      await row.getByText('What would make this 20% easier to do?').waitFor();
    }
    const ask = sidebar.getByRole('region', { name: 'Make it smaller?' });
    await ask.getByText('Not done 3 times in seven days').waitFor();
    await ask.getByRole('radio', { name: 'Too much at once' }).check();
    await ask.getByRole('textbox', { name: 'I will' }).fill('Ask “when?” once, in one call.');
    await sidebar.screenshot({ path: 'screenshots/today-resize.png', fullPage: true });
    await ask.getByRole('button', { name: 'Commit again' }).click();
    await ask.waitFor({ state: 'detached' });
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['light', 480],
  ] as const)('breaks no rule in %s at %i px', async (colorScheme, width) => {
    await sidebar.emulateMedia({ colorScheme });
    await sidebar.setViewportSize({ width, height: 900 });
    await sidebar.screenshot({ path: `screenshots/today-${colorScheme}-${width}.png`, fullPage: true });
    expect(
      await sidebar.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    expect(await axeProblems(sidebar)).toEqual([]);
  });
});

describe('in other languages', () => {
  it.each([
    ['de', 'ltr', /^Heute/],
    ['en-US', 'rtl', /^Today/],
  ] as const)(
    'in %s, read %s: nothing is cut off at 320 px, and no rule is broken',
    async (locale, dir, tab) => {
      const other = await launchAs(cast.rep, cast, { locale });
      const view = await other.extensionPage('sidepanel.html');
      await view.setViewportSize({ width: 320, height: 900 });
      await view.getByRole('tab', { name: tab }).click();
      await view.getByRole('group', { name: 'Asks for the next step' }).waitFor();
      // A browser without a right-to-left language of its own is told the direction by hand.
      await view.evaluate(to => {
        document.documentElement.dir = to;
      }, dir);
      await view.screenshot({ path: `screenshots/today-${locale}-${dir}.png`, fullPage: true });
      expect(
        await view.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await axeProblems(view)).toEqual([]);
      await other.close();
    },
  );
});

/** Ines writes on the record that is open. */
async function writeNote(body: Partial<Body<'note'>> = {}, createdAt = Date.now()): Promise<Note> {
  const artifact = {
    kind: 'crm' as const,
    site: 'demo',
    key,
    url: demo.artifacts.crm.url,
    title: 'Route planning rollout, three depots',
  };
  const note = cast.coach.note(cast.rep, {
    createdAt,
    body: { artifact, nextAction: ACTION, checkInAt: Date.now() + 5 * 86_400_000, ...body },
  });
  await push(note);
  return note as Note;
}

/** The key by which the sidebar knows this page: asked of our own script in it. */
async function keyOf(at: Page): Promise<string> {
  return until(async () => {
    const worker = await rep.worker();
    return worker.evaluate(async url => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find(each => each.url === url);
      if (tab?.id === undefined) return undefined;
      const reply = await chrome.tabs.sendMessage(tab.id, { sideline: 'page.which', input: null });
      return reply?.value?.artifact?.key as string | undefined;
    }, at.url());
  }, 'the key of the page');
}

async function cardOf(note: Note): Promise<Locator> {
  const card = sidebar.locator(`article[data-note="${note.id}"]`);
  await card.waitFor();
  return card;
}

async function push(record: Envelope): Promise<void> {
  const [result] = await cast.coach.push(record);
  expect(result).toMatchObject({ status: 'accepted' });
}

function fromCoach<T extends RecordType>(type: T, refs: string[], body: Body<T>, id?: string): RecordOf<T> {
  const { workspaceId, coach, rep: jonas } = cast;
  const about = { workspaceId, authorId: coach.id, subjectId: jonas.id, audience: 'coaches' as const };
  return createRecord({ type, ...about, refs, body, ...(id === undefined ? {} : { id }) }, Date.now());
}

function behaviour(id: string, libraryId: string): RecordOf<'behaviour'> {
  const shipped = shippedBehaviour(libraryId);
  if (!shipped) throw new Error(`The library has no ${libraryId}.`);
  return fromCoach('behaviour', [], { ...shipped.body, state: 'active' }, id);
}

/** Presses Tab until what has the focus bears this name. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const focused = await sidebar.evaluate(() => {
      const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }) | null;
      return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.innerText ?? at?.innerText;
    });
    if (focused === name) return;
    await sidebar.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}

function logRow(name: string): Locator {
  return sidebar.getByRole('region', { name: 'Today’s behaviours' }).getByRole('group', { name });
}

/** What Jonas wrote on a record, as Ines gets it from the server. */
async function fromRep<T extends RecordType>(type: T, on: Envelope): Promise<RecordOf<T>> {
  return until(async () => {
    const { records } = await cast.coach.pull();
    return (records as Envelope[]).find(
      (record): record is Envelope & RecordOf<T> => isType(record, type) && record.refs[0] === on.id,
    );
  }, `a ${type} of the rep at the server`);
}

/** The coachee's side of the loop: answer, promise, proof, the next rep; the coach's records come by the server's API. */
import type { Locator, Page } from '@playwright/test';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { createRecord, newId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Body, isType, type Note, type RecordOf, type RecordType } from '#lib/records/types.ts';
import { axeProblems } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import type { Cast } from '#testing/server/cast.ts';
import { expect, found, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

const HOUR = 3_600_000;
const ACTION = 'Say the next step and its date before you hang up.';

let cast: Cast;
let rep: Person;
let page: Page;
let sidebar: Page;
/** The record that Ines writes on, and by which key the sidebar knows it. */
let url: string;
let key: string;
test.beforeAll(async ({ demo, people, servers }) => {
  cast = await servers.startCast();
  rep = await people.launchAs(cast.rep, cast, { granted: [demo.url] });
  url = demo.artifacts.crm.url;
  page = await rep.visit(url);
  key = await keyOf(page);
  sidebar = await rep.openSidebar(page);
});

test.describe('a correction, from the answer to the verdict', () => {
  test('is said back, promised in one press, proven with a picture of the tab, and closed by the verdict', async () => {
    const note = await writeNote({ observation: 'The call ended without a date.' });
    const card = await cardOf(note);
    await expect(card.getByText('Your turn: answer')).toBeVisible();
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card
      .getByRole('textbox', { name: 'Say it back' })
      .fill('I name the step and the day, then I hang up.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await expect(card.getByText('Said back: “I name the step and the day, then I hang up.”')).toBeVisible();

    const form = card.getByRole('group', { name: 'Your commitment' });
    await expect(form.getByRole('textbox', { name: 'When', exact: true })).toHaveValue('Before you hang up');
    await expect(form.getByRole('textbox', { name: 'I will' })).toHaveValue(
      'Say the next step and its date.',
    );
    await sidebar.screenshot({ path: 'screenshots/rep-commit.png', fullPage: true });
    await form.getByRole('button', { name: 'Commit' }).click();
    const commitment = await fromRep('commitment', note);
    expect(commitment.body.dueAt).toBeLessThanOrEqual(Date.now() + 8 * 86_400_000);

    await expect(card.getByText('Your turn: show proof')).toBeVisible();
    await card.getByRole('button', { name: 'Picture of this tab' }).click();
    await expect(card.getByRole('button', { name: 'Enlarge the picture' })).toBeVisible();
    await sidebar.screenshot({ path: 'screenshots/rep-proof.png', fullPage: true });
    await card.getByRole('button', { name: 'Show it' }).click();
    await expect(card.getByText('Ines Duarte’s turn: say what you found')).toBeVisible();
    const proof = await fromRep('evidence', commitment);
    expect(proof.body.picture).toMatch(/^data:image\/webp;base64,/);

    await push(
      fromCoach('verdict', [commitment.id, proof.id], {
        finding: 'implemented',
        sentence: 'Heard it at 31:02.',
      }),
    );
    await expect(card.getByText('Heard it at 31:02.')).toBeVisible();
    await expect(card.getByText('Done: seen, practised and answered.')).toBeVisible();
    await sidebar.screenshot({ path: 'screenshots/rep-closed.png', fullPage: true });
    expect(await axeProblems(sidebar)).toEqual([]);
  });
});

test.describe('what else can be answered', () => {
  test('a dispute is replied to, the reply is seen, and it is my turn again', async () => {
    const note = await writeNote({ observation: 'You did not send the plan.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Dispute' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await expect(card.getByText('Add one sentence')).toBeVisible();
    await card.getByRole('textbox', { name: 'One sentence back' }).fill('I sent it at noon, see the thread.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await expect(card.getByText('Ines Duarte’s turn: reply')).toBeVisible();
    const dispute = await fromRep('acknowledgement', note);
    expect(dispute.body).toMatchObject({ answer: 'dispute', sentence: 'I sent it at noon, see the thread.' });
    await push(fromCoach('reply', [note.id, dispute.id], { sentence: 'I see it now.', outcome: 'changed' }));
    await expect(card.getByText('I see it now.')).toBeVisible();
    await expect(card.getByText('Your turn: answer')).toBeVisible();
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await expect(card.getByText('Your turn: make a commitment')).toBeVisible();
  });

  test('a conversation can be asked for instead, with one press', async () => {
    const note = await writeNote({
      kind: 'question',
      observation: '',
      nextAction: 'What keeps you from it?',
    });
    const card = await cardOf(note);
    await card.getByRole('button', { name: 'Rather talk about it' }).click();
    await expect(card.getByText('You asked to talk about it')).toBeVisible();
    const { body } = await fromRep('acknowledgement', note);
    expect(body).toMatchObject({ answer: 'discuss', conversation: true });
  });

  test('what was not there yet leads to a smaller promise with the same cue', async () => {
    const note = await writeNote({ observation: 'Three calls without a next step.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByRole('button', { name: 'Commit' }).click();
    const first = await fromRep('commitment', note);
    await card.getByRole('button', { name: 'It did not happen' }).click();
    const form = card.getByRole('group', { name: 'Another rep' });
    await expect(form.getByText('What would make this 20% easier to do?')).toBeVisible();
    await form.getByRole('radio', { name: 'Too much at once' }).check();
    await form.getByRole('button', { name: 'Commit again' }).click();
    await expect(form.getByText('Make it smaller than before.')).toBeVisible();
    await form.getByRole('textbox', { name: 'I will' }).fill('Say only the date.');
    await form.getByRole('button', { name: 'Commit again' }).click();
    await expect(form.getByText('Is it less than before?')).toBeVisible();
    await form.getByRole('checkbox', { name: 'It is less than before' }).check();
    await sidebar.screenshot({ path: 'screenshots/rep-resize.png', fullPage: true });
    await form.getByRole('button', { name: 'Commit again' }).click();
    await expect(card.getByText('A smaller commitment')).toBeVisible();
    const second = await found(async () => {
      const all = (await cast.coach.pull()).records as Envelope[];
      return all.find(record => isType(record, 'commitment') && record.body.resizes === first.id);
    }, 'the smaller promise');
    expect(second.body).toMatchObject({ cue: first.body.cue, adjustment: 'smaller', missReason: 'process' });
  });

  test('keeps what is half-written through another view and a closed sidebar', async () => {
    const note = await writeNote({ observation: 'No agenda was sent.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Discuss' }).check();
    await card.getByRole('textbox', { name: 'One sentence back' }).fill('Half a thou');
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await sidebar.getByRole('tab', { name: 'This page' }).click();
    await sidebar.reload();
    const box = (await cardOf(note)).getByRole('textbox', { name: 'One sentence back' });
    await expect(box).toHaveValue('Half a thou');
    await (await cardOf(note)).getByRole('radio', { name: 'Accept' }).check();
    await (await cardOf(note)).getByRole('button', { name: 'Answer' }).click();
    await expect((await cardOf(note)).getByText('Said back: “Half a thou”')).toBeVisible();
  });
});

test.describe('whose turn it is', () => {
  test('is said with its day: by tomorrow for a new note, open since its day for one of the day before', async () => {
    const fresh = await cardOf(await writeNote({ observation: 'Fresh.' }));
    await expect(fresh.getByText(/Your turn: answer, by (today|tomorrow)/)).toBeVisible();
    const late = await cardOf(await writeNote({ observation: 'Late.' }, Date.now() - 30 * HOUR));
    await expect(late.getByText(/Your turn: answer, open since (yesterday|today)/)).toBeVisible();
  });

  test('turns at the twenty-fourth hour, without anybody doing anything', async () => {
    const written = Date.now() - 23 * HOUR;
    const card = await cardOf(await writeNote({ observation: 'Nearly a day ago.' }, written));
    await expect(card.getByText(/Your turn: answer, by/)).toBeVisible();
    await sidebar.evaluate(ahead => {
      const real = Date.now;
      Date.now = () => real() + ahead;
    }, 2 * HOUR);
    // Any news is a reason to look at the clock.
    await writeNote({ observation: 'Something else.' });
    await expect(card.getByText(/Your turn: answer, open since/)).toBeVisible();
    await sidebar.reload();
  });

  test('what was half done asks for another rep, smaller, after the coach has said so', async () => {
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
    await expect(card.getByText('A link begins with https://')).toBeVisible();
    await card.getByRole('textbox', { name: 'After' }).fill('https://crm.example/after');
    await card.getByRole('button', { name: 'Show it' }).click();
    const proof = await fromRep('evidence', promise);
    expect(proof.body).toMatchObject({ kind: 'beforeAfter', after: 'https://crm.example/after' });
    await expect(card.getByRole('link', { name: 'https://crm.example/after' })).toBeVisible();
    await push(fromCoach('verdict', [promise.id, proof.id], { finding: 'partly' }));
    const form = card.getByRole('group', { name: 'Another rep' });
    await expect(form.getByText('When (stays as it was)')).toBeVisible();
  });

  test('the author is told what is delivered, what was seen, and what is answered', async ({
    demo,
    people,
  }) => {
    await page.goto(demo.artifacts.doc.url);
    await expect(sidebar.getByText('No notes here yet.')).toBeVisible();
    const note = await writeNote({ observation: 'Seen by you first.' });
    const ines = await people.launchAs(cast.coach, cast, { granted: [demo.url] });
    const hers = await ines.openSidebar(await ines.visit(demo.artifacts.crm.url));
    const card = hers.locator(`article[data-note="${note.id}"]`);
    await expect(card.getByText('Delivered. Not seen yet.')).toBeVisible();
    await page.goto(demo.artifacts.crm.url);
    await (await cardOf(note)).scrollIntoViewIfNeeded();
    await expect(card.getByText(/^Seen .*Not answered yet/)).toBeVisible();
    await (await cardOf(note)).getByRole('button', { name: 'Rather talk about it' }).click();
    await expect(card.getByText(/^Answered /)).toBeVisible();
  });

  test('who sees it and what happens next is one press away', async () => {
    const card = await cardOf(await writeNote({ observation: 'Open to look at.' }));
    await card.getByText('Who sees this, and what happens next').click();
    await expect(card.getByText('Ines Duarte and You')).toBeVisible();
    expect(await axeProblems(sidebar)).toEqual([]);
  });
});

test.describe('by keyboard alone', () => {
  test('from the answer over the promise to the proof', async () => {
    const note = await writeNote({ observation: 'By keys.' });
    const card = await cardOf(note);
    await card.getByRole('radio', { name: 'Accept' }).focus();
    const press = (key: string) => sidebar.keyboard.press(key);
    await press('Space');
    await press('Tab');
    await sidebar.keyboard.type('I say the date.');
    await press('Control+Enter');
    await expect(card.getByRole('group', { name: 'Your commitment' })).toBeVisible();
    await tabTo('Commit');
    await press('Enter');
    await expect(card.getByRole('group', { name: 'Show proof' })).toBeVisible();
    await tabTo('What happened');
    await sidebar.keyboard.type('I said it at 12:40.');
    await press('Control+Enter');
    await expect(card.getByText('I said it at 12:40.')).toBeVisible();
    await expect(card.getByText('Ines Duarte’s turn: say what you found')).toBeVisible();
  });

  test('the tabs go by arrows, Home and End', async () => {
    await sidebar.getByRole('tab', { name: 'This page' }).focus();
    const selected = sidebar.getByRole('tab', { selected: true });
    await sidebar.keyboard.press('ArrowRight');
    await expect(selected).toHaveText(/^Today/);
    await sidebar.keyboard.press('ArrowRight');
    await expect(selected).toHaveText('This page');
    await sidebar.keyboard.press('End');
    await expect(selected).toHaveText(/^Today/);
    await sidebar.keyboard.press('Home');
    await expect(selected).toHaveText('This page');
  });
});

test.describe('today', () => {
  const [first, second] = [newId(), newId()];

  test('shows what is proposed for me, and begins with it when I agree', async () => {
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await push(behaviour(first, 'library:next-step-aloud'));
    await push(behaviour(second, 'library:ask-next-step'));
    const proposal = sidebar.getByRole('article', { name: 'Next step said aloud' });
    await expect(proposal.getByText('From Ines Duarte. It begins when you agree.')).toBeVisible();
    await sidebar.screenshot({ path: 'screenshots/today-proposals.png', fullPage: true });
    await proposal.getByRole('button', { name: 'Ask for a change' }).click();
    await expect(proposal.getByText('Say what should be otherwise.')).toBeVisible();
    await proposal.getByRole('button', { name: 'Agree' }).click();
    await expect(logRow('Next step said aloud')).toBeVisible();
    await sidebar
      .getByRole('article', { name: 'Asks for the next step' })
      .getByRole('button', { name: 'Agree' })
      .click();
    await expect(logRow('Asks for the next step')).toBeVisible();
    // Five of them fit into one view.
    const box = await logRow('Next step said aloud').boundingBox();
    expect((box?.height ?? 1000) * 5).toBeLessThan(600);
  });

  test('logs each behaviour with one tap, and takes it back', async () => {
    await logRow('Next step said aloud').getByRole('button', { name: 'Done', exact: true }).click();
    await expect(logRow('Next step said aloud').getByRole('button', { name: 'Undo' })).toBeVisible();
    const log = await fromRep('log', { id: first } as Envelope);
    expect(log.body).toMatchObject({ behaviourId: first, result: 'done' });
    await expect(sidebar.getByText('First time: Next step said aloud')).toBeVisible();
    await logRow('Next step said aloud').getByRole('button', { name: 'Undo' }).click();
    await logRow('Next step said aloud').getByRole('button', { name: 'No chance' }).click();
    await expect(logRow('Next step said aloud').getByText('No chance')).toBeVisible();
    const gone = expect.objectContaining({ id: log.id, deletedAt: expect.any(Number) });
    await expect
      .poll(async () => (await cast.coach.pull()).records, 'the entry to be taken back at the server')
      .toContainEqual(gone);
  });

  test('asks after three misses in a week whether it should be smaller', async () => {
    const row = logRow('Asks for the next step');
    for (const again of [false, true, true]) {
      if (again) await row.getByRole('button', { name: 'Once more' }).click();
      await row.getByRole('button', { name: 'Not done' }).click();
      await row.getByRole('button', { name: 'Too much at once' }).click();
      const easier = row.getByRole('textbox', { name: 'What would make this 20% easier to do?' });
      await easier.fill('The sentence on a card');
      await row.getByRole('button', { name: 'Keep it' }).click();
      await expect(row.getByText('Easier by: The sentence on a card')).toBeVisible();
    }
    const ask = sidebar.getByRole('region', { name: 'Make it smaller?' });
    await expect(ask.getByText('Not done 3 times in seven days')).toBeVisible();
    await expect(ask.getByRole('textbox', { name: '20% easier' })).toHaveValue('The sentence on a card');
    await ask.getByRole('radio', { name: 'Time or place' }).check();
    await ask.getByRole('checkbox', { name: 'Less of it' }).check();
    await ask.getByRole('checkbox', { name: 'Another cue' }).check();
    await ask.getByRole('textbox', { name: 'When', exact: true }).fill('Right after the price');
    await ask.getByRole('textbox', { name: 'I will' }).fill('Ask “when?” once, in one call.');
    await ask.getByRole('checkbox', { name: 'It is less than before' }).check();
    await sidebar.screenshot({ path: 'screenshots/today-resize.png', fullPage: true });
    await ask.getByRole('button', { name: 'Commit again' }).click();
    await expect(ask).toHaveCount(0);
  });

  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 320],
    ['light', 480],
  ] as const) {
    test(`breaks no rule in ${colorScheme} at ${width} px`, async () => {
      await sidebar.emulateMedia({ colorScheme });
      await sidebar.setViewportSize({ width, height: 900 });
      await sidebar.screenshot({ path: `screenshots/today-${colorScheme}-${width}.png`, fullPage: true });
      expect(
        await sidebar.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await axeProblems(sidebar)).toEqual([]);
    });
  }
});

test.describe('in other languages', () => {
  for (const [locale, dir, tab] of [
    ['de', 'ltr', /^Heute/],
    ['en-US', 'rtl', /^Today/],
  ] as const) {
    test(`in ${locale}, read ${dir}: nothing is cut off at 320 px, and no rule is broken`, async ({
      people,
    }) => {
      const other = await people.launchAs(cast.rep, cast, { locale });
      const view = await other.extensionPage('sidepanel.html');
      await view.setViewportSize({ width: 320, height: 900 });
      await view.getByRole('tab', { name: tab }).click();
      await expect(view.getByRole('group', { name: 'Asks for the next step' })).toBeVisible();
      // A browser without a right-to-left language of its own is told the direction by hand.
      await view.evaluate(to => {
        document.documentElement.dir = to;
      }, dir);
      await view.screenshot({ path: `screenshots/today-${locale}-${dir}.png`, fullPage: true });
      expect(
        await view.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await axeProblems(view)).toEqual([]);
    });
  }
});

/** Ines writes on the record that is open. */
async function writeNote(body: Partial<Body<'note'>> = {}, createdAt = Date.now()): Promise<Note> {
  const artifact = {
    kind: 'crm' as const,
    site: 'demo',
    key,
    url,
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
  return found(async () => {
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
  await expect(card).toBeVisible();
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
  return found(async () => {
    const { records } = await cast.coach.pull();
    return (records as Envelope[]).find(
      (record): record is Envelope & RecordOf<T> => isType(record, type) && record.refs[0] === on.id,
    );
  }, `a ${type} of the rep at the server`);
}

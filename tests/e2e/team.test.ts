/** Two people, two browsers, one server: the main job from the note to the answer. */
import type { Frame, Page } from '@playwright/test';
import type { Person } from '#testing/browser/extension.ts';
import {
  type Cast,
  fillNote,
  paintedWords,
  selectWords,
  sendNote,
  someWords,
  startPickingField,
} from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { expect, test } from '#testing/test.ts';

const CORRECTION = {
  kind: 'Improve',
  behaviour: 'Next step said aloud',
  observation: 'You ended the call at 14:20 without saying who sends the onboarding plan.',
  impact: 'Katharina wrote two days later to ask.',
  nextAction: 'Say the next step and its date before you hang up.',
} as const;

let cast: Cast;
let coach: Person;
let rep: Person;
let noor: TestMember;
test.beforeAll(async ({ demo, people, servers }) => {
  cast = await servers.startCast();
  // A person gets three notes a day: the last one here is for somebody who has had none.
  noor = await cast.join('Noor Haddad', ['coachee']);
  await cast.assign(cast.coach, noor);
  const granted = [demo.url];
  [coach, rep] = [
    await people.launchAs(cast.coach, cast, { granted }),
    await people.launchAs(cast.rep, cast, { granted }),
  ];
});

test.describe('a coach notes what they saw, the rep finds it there', () => {
  test('on words of a doc: sent, seen, jumped to, answered, and the answer seen', { tag: '@smoke' }, async ({
    demo,
  }) => {
    const repPage = await rep.visit(demo.artifacts.doc.url);
    const repSidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(demo.artifacts.doc.url);
    const words = await someWords(coachPage);
    await selectWords(coachPage, words);
    const panel = await coach.openPanel(coachPage);
    await chooseRep(panel);
    await fillNote(panel, CORRECTION);
    expect(await sendNote(coachPage, panel)).toContain('Jonas Petersen');

    const card = repSidebar.getByRole('article').filter({ hasText: CORRECTION.observation });
    await expect(card).toBeVisible();
    await expect.poll(() => paintedWords(repPage, 'correction'), "the rep's highlight").toContain(words);

    await repPage.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await card.getByRole('button', { name: words }).click();
    await expect.poll(() => isInView(repPage, words), 'the words in view').toBe(true);

    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('textbox', { name: 'Say it back' }).fill('I will say it aloud on Thursday’s call.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await expect(card.getByText('You accepted')).toBeVisible();

    const coachSidebar = await coach.openSidebar(coachPage);
    const answered = coachSidebar.getByRole('article').filter({ hasText: CORRECTION.observation });
    await expect(answered.getByText('Jonas Petersen accepted')).toBeVisible();
    await expect(answered).toContainText('I will say it aloud');
  });

  test('on a field of a record, which is outlined for the rep', async ({ demo }) => {
    const repPage = await rep.visit(demo.artifacts.crm.url);
    const repSidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(demo.artifacts.crm.url);
    const panel = await coach.openPanel(coachPage);
    await expect(
      panel.getByRole('combobox', { name: 'For', exact: true }).locator('option:checked'),
    ).toHaveText('Jonas Petersen');
    await startPickingField(panel);
    await coachPage
      .locator('dd, .value, span, div')
      .filter({ hasText: /^Proposal$/, visible: true })
      .last()
      .click();
    const place = 'Stage: Proposal';
    await expect(panel.getByTestId('place')).toHaveText(place);
    await fillNote(panel, { ...CORRECTION, observation: 'This field was empty on Tuesday.' });
    await sendNote(coachPage, panel);
    const card = repSidebar.getByRole('article').filter({ hasText: 'This field was empty' });
    await card.getByRole('button', { name: place }).click();
    await expect.poll(() => overlayShows(rep, repPage), 'the outline').toBe(true);
  });

  test('on a moment of a clip, where the rep is taken', async ({ demo }) => {
    const repPage = await rep.visit(demo.artifacts.clip.url);
    const repSidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(demo.artifacts.clip.url);
    await seek(coachPage, 21);
    const panel = await coach.openPanel(coachPage);
    await expect(panel.getByTestId('place')).toHaveText(/^0:21/);
    await chooseRep(panel);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: 'You let her finish.',
      impact: 'She named the budget.',
    });
    await sendNote(coachPage, panel);
    const card = repSidebar.getByRole('article').filter({ hasText: 'You let her finish.' });
    await card.getByRole('button', { name: '0:21' }).click();
    await expect
      .poll(async () => Math.abs((await time(repPage)) - 21), 'the moment to be shown')
      .toBeLessThan(0.5);
  });

  test('never shows a note of one record on the next, nor to somebody else', async ({ demo }) => {
    const page = await rep.visit(demo.artifacts.otherCrm.url);
    const sidebar = await rep.openSidebar(page);
    await expect(sidebar.getByText('No notes here yet.')).toBeVisible();
    await page.close();
    expect(
      (await cast.owner.pull()).records.filter(record => (record as { type: string }).type === 'note'),
    ).toEqual([]);
  });

  test('offline first: the note waits, says so, and goes out when the server is back', async ({
    demo,
    people,
  }) => {
    const other = await people.launchAs(noor, cast, { granted: [demo.url] });
    const otherSidebar = await other.openSidebar(await other.visit(demo.artifacts.doc.url));
    const coachPage = await coach.visit(demo.artifacts.doc.url);
    await coach.context.setOffline(true);
    await (await coach.worker()).evaluate(() => undefined);
    const panel = await coach.openPanel(coachPage);
    await panel.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: noor.name });
    await fillNote(panel, { ...CORRECTION, observation: 'Written on the train.' });
    await sendNote(coachPage, panel);
    await coach.killWorker();
    await coach.context.setOffline(false);
    const sidebar = await coach.openSidebar(coachPage);
    await expect(sidebar.getByRole('article').filter({ hasText: 'Written on the train.' })).toBeVisible();
    await expect(
      otherSidebar.getByRole('article').filter({ hasText: 'Written on the train.' }),
    ).toBeVisible();
    await expect(sidebar.getByText('All sent')).toBeVisible();
  });
});

async function chooseRep(panel: Frame): Promise<void> {
  await panel.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: 'Jonas Petersen' });
}

function isInView(page: Page, words: string): Promise<boolean> {
  return page.evaluate(wanted => {
    const selection = getSelection();
    if (!selection || selection.toString() !== wanted) return false;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }, words);
}

/** Our layer is in a closed shadow root: only the extension's own eyes see what is in it. */
async function overlayShows(_person: Person, page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return JSON.stringify(root).includes('outline correction');
}

function seek(page: Page, seconds: number): Promise<void> {
  return page.evaluate(at => {
    const video = document.querySelector('video');
    if (!video) throw new Error('no video');
    const done = new Promise<void>(ready => video.addEventListener('seeked', () => ready(), { once: true }));
    video.currentTime = at;
    return done;
  }, seconds);
}

function time(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('video')?.currentTime ?? -1);
}

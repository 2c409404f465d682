/** Two people, two browsers, one server: the main job from the note to the answer. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Cast,
  fillNote,
  launchAs,
  paintedWords,
  selectWords,
  sendNote,
  someWords,
  startCast,
} from '#testing/cast.ts';
import { freePort, type Person, until } from '#testing/extension.ts';
import type { TestMember } from '#testing/team.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

const CORRECTION = {
  kind: 'Improve',
  behaviour: 'Next step said aloud',
  observation: 'You ended the call at 14:20 without saying who sends the onboarding plan.',
  impact: 'Katharina wrote two days later to ask.',
  nextAction: 'Say the next step and its date before you hang up.',
} as const;

let demo: Demo;
let cast: Cast;
let coach: Person;
let rep: Person;
let noor: TestMember;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  // A person gets three notes a day: the last one here is for somebody who has had none.
  noor = await cast.join('Noor Haddad', ['coachee']);
  await cast.assign(cast.coach, noor);
  const granted = [new URL(demo.url).origin];
  [coach, rep] = [await launchAs(cast.coach, cast, { granted }), await launchAs(cast.rep, cast, { granted })];
});
afterAll(async () => {
  await coach.close();
  await rep.close();
  await cast.stop();
  await demo.stop();
});

describe('a coach notes what they saw, the rep finds it there', () => {
  it('on words of a doc: sent, seen, jumped to, answered, and the answer seen', async () => {
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
    await card.waitFor();
    await until(
      async () => (await paintedWords(repPage, 'correction')).includes(words),
      "the rep's highlight",
    );

    await repPage.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await card.getByRole('button', { name: words }).click();
    await until(() => isInView(repPage, words), 'the words in view');

    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('textbox', { name: 'Say it back' }).fill('I will say it aloud on Thursday’s call.');
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByText('Accepted').waitFor();

    const coachSidebar = await coach.openSidebar(coachPage);
    const answered = coachSidebar.getByRole('article').filter({ hasText: CORRECTION.observation });
    await answered.getByText('Jonas Petersen: Accepted').waitFor();
    expect(await answered.innerText()).toContain('I will say it aloud');
    await coachPage.close();
    await repPage.close();
  });

  it('on a field of a record, which is outlined for the rep', async () => {
    const repPage = await rep.visit(demo.artifacts.crm.url);
    const repSidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(demo.artifacts.crm.url);
    const panel = await coach.openPanel(coachPage);
    expect(
      await panel.getByRole('combobox', { name: 'For', exact: true }).locator('option:checked').innerText(),
    ).toBe('Jonas Petersen');
    await panel.getByRole('button', { name: 'Field' }).click();
    await coachPage
      .locator('dd, .value, span, div')
      .filter({ hasText: /^Proposal$/, visible: true })
      .last()
      .click();
    const place = await until(async () => {
      const text = await panel.getByTestId('place').innerText();
      return text === 'Stage: Proposal' && text;
    }, 'the stage field');
    await fillNote(panel, { ...CORRECTION, observation: 'This field was empty on Tuesday.' });
    await sendNote(coachPage, panel);
    const card = repSidebar.getByRole('article').filter({ hasText: 'This field was empty' });
    await card.getByRole('button', { name: place }).click();
    await until(() => overlayShows(rep, repPage), 'the outline');
    await coachPage.close();
    await repPage.close();
  });

  it('on a moment of a clip, where the rep is taken', async () => {
    const repPage = await rep.visit(demo.artifacts.clip.url);
    const repSidebar = await rep.openSidebar(repPage);
    const coachPage = await coach.visit(demo.artifacts.clip.url);
    await seek(coachPage, 21);
    const panel = await coach.openPanel(coachPage);
    await until(async () => (await panel.getByTestId('place').innerText()).startsWith('0:21'), 'the moment');
    await chooseRep(panel);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: 'You let her finish.',
      impact: 'She named the budget.',
    });
    await sendNote(coachPage, panel);
    const card = repSidebar.getByRole('article').filter({ hasText: 'You let her finish.' });
    await card.getByRole('button', { name: '0:21' }).click();
    await until(async () => Math.abs((await time(repPage)) - 21) < 0.5, 'the moment to be shown');
    await coachPage.close();
    await repPage.close();
  });

  it('never shows a note of one record on the next, nor to somebody else', async () => {
    const page = await rep.visit(demo.artifacts.otherCrm.url);
    const sidebar = await rep.openSidebar(page);
    await sidebar.getByText('No notes here yet.').waitFor();
    await page.close();
    expect(
      (await cast.owner.pull()).records.filter(record => (record as { type: string }).type === 'note'),
    ).toEqual([]);
  });

  it('offline first: the note waits, says so, and goes out when the server is back', async () => {
    const other = await launchAs(noor, cast, { granted: [new URL(demo.url).origin] });
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
    await sidebar.getByRole('article').filter({ hasText: 'Written on the train.' }).waitFor();
    await otherSidebar.getByRole('article').filter({ hasText: 'Written on the train.' }).waitFor();
    await sidebar.getByText('All sent').waitFor();
    await coachPage.close();
    await other.close();
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

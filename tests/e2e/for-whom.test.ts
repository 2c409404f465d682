/** For whom a note is: read from the page, sent by keyboard to somebody who practises nothing yet, and said on the button. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import type { TestMember } from '#tests/server/team.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';
import { freePort, type Person, until } from '../../scripts/extension.ts';
import { type Cast, fillNote, launchAs, sendNote, startCast } from './cast.ts';

let demo: Demo;
let cast: Cast;
let noor: TestMember;
let coach: Person;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
  noor = await cast.join('Noor Haddad', ['coachee']);
  await cast.assign(cast.coach, noor);
  await practised('library:ask-next-step');
  coach = await launchAs(cast.coach, cast);
});
afterAll(async () => {
  await coach.close();
  await cast.stop();
  await demo.stop();
});

/** Jonas has one active behaviour of his own. */
async function practised(libraryId: string): Promise<void> {
  const body = shippedBehaviour(libraryId)?.body ?? expect.fail('no such entry');
  const [result] = await cast.rep.push(
    createRecord(
      {
        type: 'behaviour',
        workspaceId: cast.workspaceId,
        authorId: cast.rep.id,
        subjectId: cast.rep.id,
        audience: 'coaches',
        body: { ...body, state: 'active' },
      },
      Date.now(),
    ),
  );
  expect(result?.status).toBe('accepted');
}

/** The panel on the demo record, whose page shows this as its owner. */
async function panelWithOwner(owner: string, person = coach): Promise<{ page: Page; panel: Frame }> {
  const page = await person.visit(demo.artifacts.crm.url);
  await page
    .locator('[data-field="owner"] [data-value]')
    .first()
    .evaluate((field, text) => {
      field.textContent = text;
    }, owner);
  return { page, panel: await person.openPanel(page) };
}
const whom = (panel: Frame) => panel.getByRole('combobox', { name: 'For', exact: true });
const chosen = (panel: Frame) => whom(panel).locator('option:checked').innerText();

describe('with two reps, of whom one practises a behaviour', () => {
  it('a correction to the other goes out by keyboard, about one of the library', async () => {
    const { page, panel } = await panelWithOwner('Followed by N. Haddad');
    await until(async () => (await chosen(panel)) === 'Noor Haddad', 'the person whom the page names');
    await panel.getByRole('button', { name: 'Send to Noor Haddad' }).waitFor();
    await panel.getByRole('link', { name: 'Propose one to Noor Haddad' }).waitFor();
    await fillNote(panel, {
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Confirm the next step aloud before you close the call.',
    });
    await panel.getByRole('combobox', { name: 'Behaviour' }).focus();
    await page.keyboard.type('Next step');
    expect(await sendNote(page, panel)).toContain('Sent. Noor Haddad');
    const note = await until(
      async () => ((await noor.pull()).records as Envelope[]).find(each => isType(each, 'note')),
      'the note at the server',
    );
    expect(note.body.behaviourId).toBe('library:next-step-aloud');

    // The list follows the person: Jonas has his own, and nothing else to choose from.
    await whom(panel).selectOption({ label: 'Jonas Petersen' });
    const offered = panel.getByRole('combobox', { name: 'Behaviour' }).locator('option');
    expect(await offered.allInnerTexts()).toEqual(['Choose one …', 'Asks for the next step']);
    await page.close();
  });

  it('a page that names nobody here asks, and nothing goes to oneself unsaid', async () => {
    const { page, panel } = await panelWithOwner('Sales pool');
    await fillNote(panel, { kind: 'Recognise', observation: 'You named the depot.', impact: 'She nodded.' });
    expect(await chosen(panel)).toBe('Choose whom …');
    expect(await sendNote(page, panel)).toContain('Choose first whom it is for.');
    await until(() => whom(panel).evaluate(field => field === document.activeElement), 'the caret there');
    await whom(panel).selectOption({ label: 'Myself' });
    await panel.getByRole('button', { name: 'Keep for myself' }).waitFor();
    expect(await sendNote(page, panel)).toContain('Kept for yourself.');
    await page.close();
  });
});

it('“Choose one” in Today leads to the behaviours', async () => {
  const page = await coach.visit(demo.artifacts.doc.url);
  const sidebar = await coach.openSidebar(page);
  await sidebar.getByRole('tab', { name: /^Today/ }).click();
  const link = sidebar.getByRole('link', { name: 'Choose one' });
  expect(await link.getAttribute('href')).toMatch(/\/options\.html#behaviours$/);
  await page.close();
});

it('the only coachee is chosen where the page names nobody', async () => {
  const one = await cast.join('Nia Coach', ['coach']);
  await cast.assign(one, noor);
  const nia = await launchAs(one, cast);
  const { panel } = await panelWithOwner('Sales pool', nia);
  expect(await chosen(panel)).toBe('Noor Haddad');
  await panel.getByRole('button', { name: 'Send to Noor Haddad' }).waitFor();
  await nia.close();
});

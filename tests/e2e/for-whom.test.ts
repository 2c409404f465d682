/** For whom a note is: read from the page, sent by keyboard to somebody who practises nothing yet, and said on the button. */
import type { Frame, Page } from '@playwright/test';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import type { Person } from '#testing/browser/extension.ts';
import { type Cast, fillNote, sendNote } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { expect, found, test } from '#testing/test.ts';
import type { Demo } from '../../demo/serve.ts';

test.describe.configure({ mode: 'serial' });

let cast: Cast;
let noor: TestMember;
let coach: Person;
test.beforeAll(async ({ people, servers }) => {
  cast = await servers.startCast();
  noor = await cast.join('Noor Haddad', ['coachee']);
  await cast.assign(cast.coach, noor);
  await practised('library:ask-next-step');
  coach = await people.launchAs(cast.coach, cast);
});

/** Jonas has one active behaviour of his own. */
async function practised(libraryId: string): Promise<void> {
  const body = shippedBehaviour(libraryId)?.body;
  if (!body) throw new Error(`no behaviour ${libraryId}`);
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
async function panelWithOwner(
  demo: Demo,
  owner: string,
  person = coach,
): Promise<{ page: Page; panel: Frame }> {
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
const chosen = (panel: Frame) => whom(panel).locator('option:checked');

test.describe('with two reps, of whom one practises a behaviour', () => {
  test('a correction to the other goes out by keyboard, about one of the library', async ({ demo }) => {
    const { page, panel } = await panelWithOwner(demo, 'Followed by N. Haddad');
    await expect(chosen(panel)).toHaveText('Noor Haddad');
    await expect(panel.getByRole('button', { name: 'Send to Noor Haddad' })).toBeVisible();
    await expect(panel.getByRole('link', { name: 'Propose one to Noor Haddad' })).toBeVisible();
    await fillNote(panel, {
      observation: 'The call ended at 31:10 with “talk soon”.',
      impact: 'Nobody knows who moves first.',
      nextAction: 'Confirm the next step aloud before you close the call.',
    });
    await panel.getByRole('combobox', { name: 'Behaviour' }).focus();
    await page.keyboard.type('Next step');
    expect(await sendNote(page, panel)).toContain('Sent. Noor Haddad');
    const note = await found(
      async () => ((await noor.pull()).records as Envelope[]).find(each => isType(each, 'note')),
      'the note at the server',
    );
    expect(note.body.behaviourId).toBe('library:next-step-aloud');

    // The list follows the person: Jonas has his own, and nothing else to choose from.
    await whom(panel).selectOption({ label: 'Jonas Petersen' });
    const offered = panel.getByRole('combobox', { name: 'Behaviour' }).locator('option');
    await expect(offered).toHaveText(['Choose one …', 'Asks for the next step']);
  });

  test('a page that names nobody here asks, and nothing goes to oneself unsaid', async ({ demo }) => {
    const { page, panel } = await panelWithOwner(demo, 'Sales pool');
    await fillNote(panel, { kind: 'Recognise', observation: 'You named the depot.', impact: 'She nodded.' });
    await expect(chosen(panel)).toHaveText('Choose whom …');
    expect(await sendNote(page, panel)).toContain('Choose first whom it is for.');
    await expect(whom(panel)).toBeFocused();
    await whom(panel).selectOption({ label: 'Myself' });
    await expect(panel.getByRole('button', { name: 'Keep for myself' })).toBeVisible();
    expect(await sendNote(page, panel)).toContain('Kept for yourself.');
  });
});

test('“Choose one” in Today leads to the behaviours', async ({ demo }) => {
  const page = await coach.visit(demo.artifacts.doc.url);
  const sidebar = await coach.openSidebar(page);
  await sidebar.getByRole('tab', { name: /^Today/ }).click();
  const link = sidebar.getByRole('link', { name: 'Choose one' });
  await expect(link).toHaveAttribute('href', /\/options\.html#behaviours$/);
});

test('the only coachee is chosen where the page names nobody', async ({ demo, people }) => {
  const one = await cast.join('Nia Coach', ['coach']);
  await cast.assign(one, noor);
  const nia = await people.launchAs(one, cast);
  const { panel } = await panelWithOwner(demo, 'Sales pool', nia);
  await expect(chosen(panel)).toHaveText('Noor Haddad');
  await expect(panel.getByRole('button', { name: 'Send to Noor Haddad' })).toBeVisible();
});

test('two people of one name are told apart, in the list and on the button', async ({ demo, people }) => {
  const ada = await cast.join('Ada Coach', ['coach']);
  for (const coaches of [[ada], [ada, cast.coach]]) {
    const kim = await cast.join('Kim Weber', ['coachee']);
    for (const each of coaches) await cast.assign(each, kim);
  }
  const { panel } = await panelWithOwner(demo, 'Sales pool', await people.launchAs(ada, cast));
  const list = panel.getByRole('combobox', { name: 'For', exact: true });
  for (const name of ['Kim Weber (coach: Ada Coach)', 'Kim Weber (coach: Ada Coach and Ines Duarte)']) {
    await list.selectOption({ label: name });
    await expect(panel.getByRole('button', { name: `Send to ${name}`, exact: true })).toBeVisible();
  }
});

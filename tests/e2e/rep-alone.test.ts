/** One person, no server: a note on one's own work, the promise, the proof, the verdict, and a promise to oneself. */
import { axeProblems } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const OBSERVATION = 'I ended the call at 14:20 without a date.';

let me: Person;
test.beforeAll(async ({ people }) => {
  me = await people.launch();
});

test.describe('alone, with no server', () => {
  test('goes the whole loop on my own work, and has a promise for the next seven days', {
    tag: '@smoke',
  }, async ({ demo }) => {
    const page = await me.visit(demo.artifacts.crm.url);
    const panel = await me.openPanel(page);
    await fillNote(panel, {
      kind: 'Improve',
      behaviour: 'Next step said aloud',
      observation: OBSERVATION,
      impact: 'She wrote two days later to ask.',
      nextAction: 'Say the next step and its date before you hang up.',
    });
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
    const sidebar = await me.openSidebar(page);
    const card = sidebar.getByRole('article').filter({ hasText: OBSERVATION });
    await expect(card.getByText('Your turn: make a commitment')).toBeVisible();
    await card.getByRole('button', { name: 'Commit' }).click();
    await card.getByRole('textbox', { name: 'What happened' }).fill('Said it at 12:40, she wrote it down.');
    await card.getByRole('button', { name: 'Show it' }).click();
    await card.getByRole('button', { name: 'Implemented' }).click();
    await expect(card.getByText('Done: seen, practised and answered.')).toBeVisible();

    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await expect(sidebar.getByText('Seen in your work: Next step said aloud')).toBeVisible();
    await expect(sidebar.getByText('Nothing is open.')).toBeVisible();
    await expect(sidebar.getByText('No commitment for the next 7 days.')).toBeVisible();
    expect(await axeProblems(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Set one' }).click();
    const form = sidebar.getByRole('group', { name: 'Your commitment' });
    await form.getByRole('textbox', { name: 'When', exact: true }).fill('Before lunch');
    await form.getByRole('textbox', { name: 'I will' }).fill('Write two opening lines.');
    await form.getByRole('button', { name: 'Commit' }).click();
    await sidebar.getByText('Before lunch → Write two opening lines.').click();
    await expect(sidebar.getByText('How did it go?')).toBeVisible();
    expect(await axeProblems(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(sidebar.getByText('No commitment for the next 7 days.')).toBeVisible();
    await sidebar.getByText('Who sees my practice, and what happens next').click();
    await expect(sidebar.getByText('Only you. Everything stays on this device.')).toBeVisible();
  });
});

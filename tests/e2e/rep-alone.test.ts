/** One person, no server: a note on one's own work, the promise, the proof, the verdict, and a promise to oneself. */
import { describe, expect, it } from 'vitest';
import { axeProblems } from '#testing/accessibility.ts';
import { setUpAlone } from '#testing/alone.ts';
import { fillNote, sendNote } from '#testing/cast.ts';

const OBSERVATION = 'I ended the call at 14:20 without a date.';

const alone = setUpAlone();

describe('alone, with no server', () => {
  it('goes the whole loop on my own work, and has a promise for the next seven days', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.crm.url);
    const panel = await alone.me.openPanel(page);
    await fillNote(panel, {
      kind: 'Improve',
      behaviour: 'Next step said aloud',
      observation: OBSERVATION,
      impact: 'She wrote two days later to ask.',
      nextAction: 'Say the next step and its date before you hang up.',
    });
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
    const sidebar = await alone.me.openSidebar(page);
    const card = sidebar.getByRole('article').filter({ hasText: OBSERVATION });
    await card.getByText('Your turn: make a commitment').waitFor();
    await card.getByRole('button', { name: 'Commit' }).click();
    await card.getByRole('textbox', { name: 'What happened' }).fill('Said it at 12:40, she wrote it down.');
    await card.getByRole('button', { name: 'Show it' }).click();
    await card.getByRole('button', { name: 'Implemented' }).click();
    await card.getByText('Done: seen, practised and answered.').waitFor();

    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await sidebar.getByText('Seen in your work: Next step said aloud').waitFor();
    await sidebar.getByText('Nothing is open.').waitFor();
    await sidebar.getByText('No commitment for the next 7 days.').waitFor();
    expect(await axeProblems(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Set one' }).click();
    const form = sidebar.getByRole('group', { name: 'Your commitment' });
    await form.getByRole('textbox', { name: 'When', exact: true }).fill('Before lunch');
    await form.getByRole('textbox', { name: 'I will' }).fill('Write two opening lines.');
    await form.getByRole('button', { name: 'Commit' }).click();
    await sidebar.getByText('Before lunch → Write two opening lines.').click();
    await sidebar.getByText('How did it go?').waitFor();
    expect(await axeProblems(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Done', exact: true }).click();
    await sidebar.getByText('No commitment for the next 7 days.').waitFor();
    await sidebar.getByText('Who sees my practice, and what happens next').click();
    await sidebar.getByText('Only you. Everything stays on this device.').waitFor();
    await page.close();
  });
});

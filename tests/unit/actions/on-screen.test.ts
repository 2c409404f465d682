import { expect, it } from 'vitest';
import { onScreen } from '#lib/actions/notes/on-screen.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';

const DRAFT = { kind: 'correction', checkInDays: 7, affirmation: 'Good start.', scores: {} } as ComposerDraft;

it('what a form does not ask for is not sent: of a recognition neither what went well nor a day to look again', () => {
  expect(onScreen(DRAFT)).toMatchObject({ checkInDays: 7, affirmation: 'Good start.' });
  expect(onScreen({ ...DRAFT, kind: 'question' })).toMatchObject({ checkInDays: 7 });
  const recognition = onScreen({ ...DRAFT, kind: 'recognition' });
  expect(recognition).not.toHaveProperty('checkInDays');
  expect(recognition).not.toHaveProperty('affirmation');
});

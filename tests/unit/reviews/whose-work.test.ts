/** Whose work a review on a page is about, before anybody chooses. */
import { expect, it } from 'vitest';
import { whoseWork } from '#components/reviews/whose-work.ts';
import { note } from '#testing/records.ts';

const people = [
  { id: 'ines', name: 'Ines Falk' },
  { id: 'jonas', name: 'Jonas Weber' },
  { id: 'sam', name: 'Sam Weber' },
] as const;
const [onJonas, onSam, onZoe] = ['jonas', 'sam', 'zoe'].map(about => note({}, { about, by: 'ines' }));
if (!onJonas || !onSam || !onZoe) throw new Error('There are three.');

it.each([
  ['the owner whom the page names', 'Jonas Weber', [onSam], 'jonas'],
  ['not one of two whom it may name', 'Weber', [onSam], 'sam'],
  ['that of the newest note here', undefined, [onSam, onJonas], 'sam'],
  ['nobody whose work is not mine to look back on', undefined, [onZoe, onJonas], 'jonas'],
  ['mine, where nothing says otherwise', 'Somebody Else', [], 'ines'],
])('%s', (_what, owner, notes, expected) => {
  expect(whoseWork(owner, people, notes)).toBe(expected);
});

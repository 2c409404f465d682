/** Blanks of phrases: which are still open, and which dots are their author's own. */
import { describe, expect, it } from 'vitest';
import { unfilledBlank } from '#lib/coaching/notes/blanks.ts';
import { phrasesIn } from '#lib/coaching/notes/phrases/index.ts';
import { canSend, noteProblems } from '#lib/coaching/notes/requirements.ts';
import { noteText } from '#testing/records.ts';

describe('a blank of a phrase', () => {
  it.each<[string, ReturnType<typeof unfilledBlank>]>([
    ['At … you said “…”.', [3, 4]],
    ['At 2:14 you said “…”.', [18, 19]],
    ['At … you said “we can do that”.', [3, 4]],
    ['As I told you: At … you said “yes”.', [18, 19]],
    ['The field “…” was empty on …', [11, 12]],
    ['The field “Budget” was empty on …', [32, 33]],
  ])('is open in %s', (text, where) => {
    expect(unfilledBlank(text)).toEqual(where);
  });

  it('is found after the caret, so that one can go from blank to blank', () => {
    expect(unfilledBlank('At … you said “…”.', [], 4)).toEqual([15, 16]);
    expect(unfilledBlank('At … you said “…”.', [], 16)).toBeUndefined();
  });

  it.each([
    'At 2:14 you said “we can do that”.',
    'You said “well … I am not sure” and moved on.',
    'You waited … and then she told you the number.',
    'So … what did you notice?',
    '',
  ])('is not what an author means by their own dots: %s', text => {
    expect(unfilledBlank(text)).toBeUndefined();
  });

  it('may come from one’s own template', () => {
    const templates = ['Say the name of … in the first minute.'];
    expect(unfilledBlank('Say the name of … in the first minute.', templates)).toEqual([16, 17]);
    expect(unfilledBlank('Say the name of Ana in the first minute.', templates)).toBeUndefined();
  });

  it.each(['en', 'de'])('is open in each shipped phrase that has one, in %s', locale => {
    for (const { text } of phrasesIn(locale)) {
      expect(unfilledBlank(text) !== undefined, text).toBe(text.includes('…'));
    }
  });
});

describe('a note with an open blank', () => {
  const body = { ...noteText, observation: 'At 2:14 you said “…”.' };

  it('cannot be sent, and says in which field the blank is', () => {
    expect(canSend(body)).toBe(false);
    expect(noteProblems(body)).toEqual([expect.objectContaining({ part: 'observation', code: 'blank' })]);
  });

  it('can be sent when the blank is filled', () => {
    expect(canSend({ ...body, observation: 'At 2:14 you said “we can do that”.' })).toBe(true);
  });
});

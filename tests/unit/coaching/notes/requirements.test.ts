import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#lib/coaching/language/sentences.ts';
import { EDIT_WINDOW_MS, editWindow } from '#lib/coaching/notes/edit-window.ts';
import { answersAsText } from '#lib/coaching/notes/question-set.ts';
import { canSend, noteProblems } from '#lib/coaching/notes/requirements.ts';
import { deleteRecord } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';
import { answer, CORA, MONDAY, note, noteText, ROB } from '#testing/records.ts';

const problems = (change: Partial<Body<'note'>>, now?: number) =>
  noteProblems({ ...noteText, ...change }, now).map(({ part, code }) => `${part}: ${code}`);

describe('when a note can be sent', () => {
  it.each<[string, Partial<Body<'note'>>, string[]]>([
    ['when it has all its parts', {}, []],
    ['not without what was seen', { observation: ' ' }, ['observation: missing']],
    ['not with zero-width characters for words', { impact: '\u200b\u200b.' }, ['impact: missing']],
    ['not without a next action', { nextAction: '' }, ['nextAction: missing']],
    ['not without a behaviour', { behaviourId: undefined }, ['behaviourId: missing']],
    ['not without a time to look again', { checkInAt: undefined }, ['checkInAt: missing']],
    [
      'not with two things to do',
      { nextAction: 'Pause before the headline. Then name the price.' },
      ['nextAction: more-than-one-sentence'],
    ],
    [
      'with a quoted sentence in the action',
      { nextAction: 'Say “That is the plan. Agreed?” before you hang up.' },
      [],
    ],
    ['not with an action nobody can repeat', { nextAction: 'x '.repeat(150) }, ['nextAction: too-long']],
    [
      'as recognition with what was seen and why it mattered',
      { kind: 'recognition', nextAction: '', behaviourId: undefined, checkInAt: undefined },
      [],
    ],
    [
      'not as recognition that says nothing seen',
      { kind: 'recognition', observation: '' },
      ['observation: missing'],
    ],
    [
      'as a question with the question alone',
      {
        kind: 'question',
        observation: '',
        impact: '',
        nextAction: 'What got in the way at 12:04?',
        behaviourId: undefined,
        checkInAt: undefined,
      },
      [],
    ],
  ])('a note can be sent: %s', (_name, change, expected) => {
    expect(problems(change)).toEqual(expected);
    expect(canSend({ ...noteText, ...change })).toBe(expected.length === 0);
  });

  it.each<[string, Body<'note'>['kind'], string, boolean]>([
    [
      'a set of questions, one a line',
      'question',
      'What happened?\nWhat did you notice?\nAnd next time?',
      true,
    ],
    ['but not several in one line', 'question', 'What happened? What did you notice?', false],
    ['nor a demand among them', 'question', 'What happened?\nCall her today.', false],
    ['nor a list of five', 'question', 'A?\nB?\nC?\nD?\nE?', false],
    ['and a correction stays one action', 'correction', 'What happened?\nWhat did you notice?', false],
  ])('a question can be %s', (_name, kind, nextAction, sent) => {
    expect(canSend({ ...noteText, kind, nextAction })).toBe(sent);
  });

  it('the answers to a set are one text, a line each', () => {
    expect(answersAsText(['She said no. ', 'I spoke\ntoo soon.'])).toBe(
      '1. She said no.\n2. I spoke too soon.',
    );
  });

  it('a note with a check-in in the past cannot be sent', () => {
    expect(problems({}, MONDAY)).toEqual([]);
    expect(problems({}, (noteText.checkInAt ?? 0) + 1)).toEqual(['checkInAt: in-the-past']);
  });
});

describe('counting sentences', () => {
  it.each<[string, number]>([
    ['Send the recap by 5 p.m. the same day.', 1],
    ['Send the recap by 5 p.m. Then call.', 2],
    ['Name one proof, e.g. the Brightwater case.', 1],
    ['At 2:14 you spoke for 3.5 minutes.', 1],
    ['Ask "How? When?" before the price', 1],
    ['Say "Now." Then wait.', 2],
    ['Wait... then ask', 1],
    ['- pause\n- ask', 2],
    ["Don't read the slide, say what's next.", 1],
    ['Open https://a.example/x.html before the call.', 1],
    ['Really?! Yes.', 2],
    ['', 0],
    ['  ... ', 0],
  ])('%j has %i sentences', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });
});

describe('when a sent note can be edited', () => {
  const sent = note();

  it('only its author can edit a sent note, for ten minutes', () => {
    expect(editWindow(sent, [], CORA, MONDAY + 1)).toEqual({ may: true, until: MONDAY + EDIT_WINDOW_MS });
    expect(editWindow(sent, [], CORA, MONDAY + EDIT_WINDOW_MS)).toEqual({ may: false, reason: 'too-late' });
    expect(editWindow(sent, [], ROB, MONDAY + 1)).toEqual({ may: false, reason: 'not-the-author' });
  });

  it('a sent note can be edited until it is answered, and again when the answer is taken back', () => {
    const given = answer(sent, {}, { at: MONDAY + 60_000 });
    expect(editWindow(sent, [given], CORA, MONDAY + 120_000)).toEqual({ may: false, reason: 'answered' });
    expect(editWindow(sent, [deleteRecord(given, MONDAY + 90_000)], CORA, MONDAY + 120_000).may).toBe(true);
    expect(editWindow(sent, [answer(note())], CORA, MONDAY + 120_000).may).toBe(true);
  });

  it('nobody but the person a note is about closes it by mentioning it in an answer to another note', () => {
    const others = answer(note(), { by: 'carl' });
    for (const each of [others, { ...others, authorId: 'carl', subjectId: ROB }]) {
      const mentioning = { ...each, authorId: 'carl', refs: [...each.refs, sent.id] };
      expect(editWindow(sent, [mentioning], CORA, MONDAY + 1).may).toBe(true);
      expect(editWindow(sent, [{ ...mentioning, refs: [sent.id] }], CORA, MONDAY + 1).may).toBe(true);
    }
  });
});

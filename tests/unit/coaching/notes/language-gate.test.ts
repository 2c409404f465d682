import { describe, expect, it } from 'vitest';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { languageOf } from '#lib/coaching/language/index.ts';
import { gateNote, languageOfNote, type NoteTexts } from '#lib/coaching/notes/language-gate.ts';
import { suggestionFor } from '#lib/coaching/notes/suggestion.ts';

const TEXTS: NoteTexts = {
  kind: 'correction',
  observation: 'The call ended at 31:10 with “talk soon”.',
  impact: 'Nobody knows who moves first.',
  nextAction: 'Confirm the next step aloud before you close the call.',
};
const gate = (change: Partial<NoteTexts>) => gateNote({ ...TEXTS, ...change }, 'en');
const effects = (change: Partial<NoteTexts>) =>
  gate(change).parts.map(({ part, effect }) => `${part}: ${effect}`);

describe('the language check of a note', () => {
  it.each<[string, Partial<NoteTexts>, 'yes' | 'override' | 'no', string[]]>([
    ['lets an action with a moment go', {}, 'yes', []],
    [
      'notes an action that leaves open how much',
      { nextAction: 'Ask more questions.' },
      'override',
      ['nextAction: noted'],
    ],
    ['asks about a wish', { nextAction: 'Be more engaging.' }, 'override', ['nextAction: asks']],
    ['asks about a result', { nextAction: 'Hit your quota this month.' }, 'override', ['nextAction: asks']],
    [
      'never stops a comparative without a number',
      { nextAction: 'Talk less, let them fill the silence.' },
      'override',
      ['nextAction: noted'],
    ],
    [
      'notes several requests',
      { nextAction: 'Confirm the next step aloud before you close the call. Log it the same day.' },
      'override',
      ['nextAction: noted'],
    ],
    ['never stops a quotation', { observation: 'At 2:14 he said “you are lazy”.' }, 'yes', []],
    [
      'stops words about the person wherever they stand',
      { impact: 'You are lazy.' },
      'no',
      ['impact: stops'],
    ],
    [
      'only hints at what could be seen more sharply in the observation',
      { observation: 'The opening was weak.' },
      'yes',
      ['observation: hint'],
    ],
    [
      'lets praise be warm',
      { kind: 'recognition', observation: 'A great opening.', nextAction: '' },
      'yes',
      ['observation: hint'],
    ],
    [
      'stops discipline in what went well too',
      { affirmation: 'Otherwise this will have consequences for you with HR.' },
      'no',
      ['affirmation: stops'],
    ],
  ])('the language check of a note: %s', (_name, change, send, parts) => {
    expect(gate(change).send).toBe(send);
    expect(effects(change)).toEqual(parts);
  });
});

describe('a note in another language', () => {
  it.each<[string, string, string]>([
    ['Say the hook within seven seconds.', 'en', 'en'],
    ['Say the hook within seven seconds.', 'de', 'en'],
    ['Sag den nächsten Schritt laut.', 'en', 'de'],
    ['Sag den nächsten Schritt laut.', 'de', 'de'],
    ['Dis la suite avant de raccrocher.', 'en', 'und'],
    ['Di el próximo paso antes de colgar.', 'en', 'und'],
    ['次のステップを声に出して言う。', 'en', 'und'],
    ['Send recap.', 'en', 'en'],
    ['Send recap.', 'de', 'de'],
    ['Say “nicht ohne meine Kollegen” before the price.', 'en', 'en'],
    ['Zeig zuerst das Ergebnis, dann “the plan for the rollout and the next step”.', 'en', 'de'],
    ['Der Termin endete ohne Datum.', 'en', 'de'],
  ])('%j in a browser that speaks %s is read as %s', (text, fallback, expected) => {
    expect(languageOf(text, fallback)).toBe(expected);
  });

  const german: NoteTexts = {
    kind: 'correction',
    observation: 'Der Termin endete ohne Datum.',
    impact: 'Niemand weiß, wer dran ist.',
    nextAction: 'Nenn das Datum, bevor du auflegst.',
  };
  const french = { ...german, observation: '', impact: '', nextAction: 'Dis la suite avant de raccrocher.' };

  it.each([
    ['German is judged as German', german, 'yes'],
    ['its wishes are asked about', { ...german, nextAction: 'Sei überzeugender.' }, 'override'],
    ['its blame is stopped', { ...german, impact: 'Du bist einfach faul.' }, 'no'],
    ['a language that nobody trained is left alone', french, 'yes'],
  ])('a note in another language: %s', (_name, texts, send) => {
    expect(gateNote(texts, languageOfNote(texts, 'en')).send).toBe(send);
  });

  it.each(shippedBehaviours.map(({ id, body }) => [id, body.looksLike]))(
    'English stays English: %s',
    (_id, looksLike) => {
      expect(languageOf(looksLike, 'de')).toBe('en');
    },
  );
});

describe('one better example', () => {
  const better = (change: Partial<NoteTexts>, looksLike?: string, others?: string[]) => {
    const texts = { ...TEXTS, ...change };
    const [judgement] = gateNote(texts, 'en').parts;
    if (!judgement) return 'nothing flagged';
    const text = texts[judgement.part] ?? '';
    const suggestion = suggestionFor(judgement, text, 'en', { looksLike, others });
    return (
      suggestion && text.slice(0, suggestion.replace[0]) + suggestion.text + text.slice(suggestion.replace[1])
    );
  };

  it.each<[string, Partial<NoteTexts>, string | undefined, string | null]>([
    [
      'asks instead of accusing, and leaves the rest alone',
      { observation: 'The field is empty. Why didn’t you fill it in?' },
      undefined,
      'The field is empty. What got in the way?',
    ],
    [
      'says plainly what was hedged',
      { nextAction: 'Maybe ask a few more questions.' },
      undefined,
      'Ask a few more questions.',
    ],
    [
      'offers what the behaviour looks like',
      { nextAction: 'Be more engaging.' },
      'Say the hook within seven seconds.',
      'Say the hook within seven seconds.',
    ],
    ['offers no behaviour that is itself too fuzzy', { nextAction: 'Be more engaging.' }, 'Be lively.', null],
    ['offers nothing for what only its author saw', { observation: 'You are lazy.' }, 'Say it.', null],
    [
      'says the same with an amount',
      { nextAction: 'Reply sooner.' },
      'Say the hook within seven seconds.',
      'Reply the same day.',
    ],
  ])('the suggestion %s', (_name, change, looksLike, expected) => {
    expect(better(change, looksLike)).toBe(expected);
  });

  it('the suggestion takes the example that shares most words with the field', () => {
    const others = ['Name the price before the demo.', 'Show the finished lamp in the first three seconds.'];
    expect(better({ nextAction: 'Make the lamp pop.' }, undefined, others)).toBe(others[1]);
  });
});

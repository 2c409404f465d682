import { describe, expect, it } from 'vitest';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { languageOf } from '#lib/coaching/language/index.ts';
import { gateNote, languageOfNote, type NoteTexts } from '#lib/coaching/notes/gate.ts';
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
      'notes an action without a when or how many',
      { nextAction: 'Confirm the next step.' },
      'override',
      ['nextAction: noted'],
    ],
    ['stops a wish', { nextAction: 'Be more engaging.' }, 'no', ['nextAction: stops']],
    ['stops a result', { nextAction: 'Hit your quota this month.' }, 'no', ['nextAction: stops']],
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
    ['Sag den nächsten Schritt laut.', 'en', 'und'],
    ['Sag den nächsten Schritt laut.', 'de', 'de'],
    ['Dis la suite avant de raccrocher.', 'en', 'und'],
    ['Di el próximo paso antes de colgar.', 'en', 'und'],
    ['次のステップを声に出して言う。', 'en', 'und'],
    ['Send recap.', 'en', 'en'],
    ['Send recap.', 'de', 'de'],
    ['Say “nicht ohne meine Kollegen” before the price.', 'en', 'en'],
    ['Zeig zuerst das Ergebnis, dann “the plan for the rollout and the next step”.', 'en', 'und'],
  ])('%j in a browser that speaks %s is read as %s', (text, fallback, expected) => {
    expect(languageOf(text, fallback)).toBe(expected);
  });

  it('English word lists never stop a note in another language', () => {
    const german: NoteTexts = {
      kind: 'correction',
      observation: 'Der Termin endete ohne Datum.',
      impact: 'Niemand weiß, wer dran ist.',
      nextAction: 'Sag das Datum.',
    };
    expect(gateNote(german, languageOfNote(german, 'en')).send).toBe('yes');
  });

  it.each(shippedBehaviours.map(({ id, body }) => [id, body.looksLike]))(
    'English stays English: %s',
    (_id, looksLike) => {
      expect(languageOf(looksLike, 'de')).toBe('en');
    },
  );
});

describe('one better example', () => {
  const better = (change: Partial<NoteTexts>, looksLike?: string) => {
    const texts = { ...TEXTS, ...change };
    const [judgement] = gateNote(texts, 'en').parts;
    if (!judgement) return 'nothing flagged';
    const text = texts[judgement.part] ?? '';
    const suggestion = suggestionFor(judgement, text, 'en', looksLike);
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
      { nextAction: 'Maybe pause one beat before the headline.' },
      undefined,
      'Pause one beat before the headline.',
    ],
    [
      'offers what the behaviour looks like',
      { nextAction: 'Be more engaging.' },
      'Say the hook within seven seconds.',
      'Say the hook within seven seconds.',
    ],
    ['offers no behaviour that is itself too fuzzy', { nextAction: 'Be more engaging.' }, 'Be lively.', null],
    ['offers nothing for what only its author saw', { observation: 'You are lazy.' }, 'Say it.', null],
  ])('the suggestion %s', (_name, change, looksLike, expected) => {
    expect(better(change, looksLike)).toBe(expected);
  });
});

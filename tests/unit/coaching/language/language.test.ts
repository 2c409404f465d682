import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { check, hasLanguage, learnLexicon } from '#lib/coaching/language/index.ts';
import type { Body } from '#lib/records/types.ts';

function labelled(name: string): [string, string][] {
  const file = new URL(`./sentences/${name}.tsv`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t') as [string, string]);
}

function accuracy(name: string): number {
  const lines = labelled(name);
  return lines.filter(([label, sentence]) => check(sentence, 'en').verdict === label).length / lines.length;
}

describe('the language check', () => {
  it('the language check agrees with the labels of the tuning sentences and of the held-out ones', () => {
    expect(accuracy('tune')).toBeGreaterThan(0.95);
    expect(accuracy('held-out')).toBeGreaterThan(0.9);
  });

  it('the language check finds every shipped behaviour observable', () => {
    const unclear = shippedBehaviours
      .map(({ body }) => ({ says: body.looksLike, ...check(body.looksLike, 'en') }))
      .filter(({ verdict }) => verdict !== 'observable');
    expect(unclear).toEqual([]);
  });

  it('the language check points at the words it means', () => {
    const text = 'Give a clearer summary before you close the call.';
    const [reason] = check(text, 'en').reasons;
    expect(reason?.rule).toBe('quality');
    expect(text.slice(...(reason?.span ?? [0, 0]))).toBe('clearer');
    expect(reason?.hint).toMatch(/said or shown/);
  });

  it('the language check never judges quoted text', () => {
    expect(check('Say “you are lazy with better energy” before the title.', 'en').verdict).toBe('observable');
    expect(check('At 2:14 the buyer said "why didn\'t you call?"', 'en').verdict).toBe('observable');
  });

  it('the language check always gives the same verdict for a text, with spans inside it', () => {
    const odd = [
      '',
      '   ',
      '…',
      '12',
      '\u200b',
      '😀 😀',
      'a'.repeat(5000),
      '<script>alert(1)</script>',
      'İstanbul İİ is great',
      'you',
      "n't",
      'السعر يقال مرة',
      '“',
      'by',
      'to be',
    ];
    for (const text of [...odd, ...labelled('tune').map(([, sentence]) => sentence)]) {
      const first = check(text, 'en');
      expect(check(text, 'en')).toEqual(first);
      for (const { span } of first.reasons) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeLessThanOrEqual(text.length);
        expect(span[1]).toBeGreaterThanOrEqual(span[0]);
      }
    }
  });

  it('the language check is silent in a language it does not know', () => {
    expect(hasLanguage('en-GB')).toBe(true);
    expect(hasLanguage('ja')).toBe(false);
    expect(check('もっと良くしてください', 'ja')).toEqual({ verdict: 'observable', reasons: [] });
  });
});

describe('the workspace’s own words', () => {
  const behaviour = (body: Partial<Body<'behaviour'>>): Body<'behaviour'> => ({
    name: 'Own',
    when: '',
    looksLike: '',
    soundsGood: '',
    ifItBreaks: '',
    howOften: '',
    standard: '',
    byWhen: '',
    state: 'active',
    ...body,
  });

  it('a quality word that a behaviour names becomes a thing', () => {
    const text = 'Fill the Better Fit field before you close the record.';
    expect(check(text, 'en').verdict).toBe('vague');
    const lexicon = learnLexicon([behaviour({ looksLike: 'Fill in the Better Fit field before the call.' })]);
    expect(check(text, 'en', lexicon).verdict).toBe('observable');
    expect(check('Be better.', 'en', lexicon).verdict).toBe('vague');
  });

  it('the verb that a behaviour begins with is read as a verb', () => {
    const lexicon = learnLexicon([behaviour({ looksLike: 'Slate each take before the action.' })]);
    expect(check('Slate takes.', 'en').verdict).toBe('vague');
    expect(check('Slate takes.', 'en', lexicon).verdict).toBe('needs-standard');
  });
});

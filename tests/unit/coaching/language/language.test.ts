import { describe, expect, it } from 'vitest';
import { shippedBehaviours } from '#lib/coaching/behaviours/library/index.ts';
import { check, hasLanguage, learnLexicon } from '#lib/coaching/language/index.ts';
import { languages } from '#lib/coaching/language/languages.ts';
import { exp } from '#lib/coaching/language/model.ts';
import { packed, unpacked } from '#lib/coaching/language/packing.ts';
import type { Body } from '#lib/records/types.ts';
import { nearCopies } from '../../../../training/language/overlap.ts';
import { isHeldOut, readSentences } from '../../../../training/language/sentences.ts';
import { fingerprintOf } from '../../../../training/language/train.ts';

const isSeen = (verdict: string) => verdict === 'observable' || verdict === 'needs-standard';

describe.each(['en', 'de'])('the sentences in %s', tag => {
  const sentences = readSentences(tag);
  const heldOut = sentences.filter(each => each.heldOut);

  it('on sentences it was not trained on, the check is on the right side of the gate, mostly to the verdict', () => {
    const judged = heldOut.map(({ sentence, label }) => ({ label, verdict: check(sentence, tag).verdict }));
    const share = (right: typeof judged) => right.length / judged.length;
    expect(share(judged.filter(({ label, verdict }) => isSeen(label) === isSeen(verdict)))).toBeGreaterThan(
      0.92,
    );
    expect(share(judged.filter(({ label, verdict }) => label === verdict))).toBeGreaterThan(0.86);
  });

  it('what is held out is so by a hash, and nothing is there twice', () => {
    expect(sentences.map(each => each.heldOut)).toEqual(sentences.map(isHeldOut));
    expect(heldOut.length).toBeGreaterThan(1000);
    expect(new Set(sentences.map(({ sentence }) => sentence)).size).toBe(sentences.length);
  });

  it('few held-out sentences are near-copies of others', () => {
    expect(nearCopies(sentences).length / heldOut.length).toBeLessThan(0.02);
  });

  it('the weights were trained on these sentences and these lists, and are small', () => {
    const language = languages.find(each => each.tag === tag);
    if (!language) throw new Error(`No language ${tag}.`);
    expect(language.weights.version).toBe(`${tag}-${fingerprintOf(language)}`);
    expect(language.weights.data.length).toBeLessThan(60_000);
    expect(check('Be engaging.', tag).version).toBe(language.weights.version);
  });
});

describe('the weights', () => {
  it('come out of their text as they went in', () => {
    const weights = new Map([
      [3, [1, 4, -9, 0, 0]],
      [200, [0, 0, 0, 49, 0]],
      [0xffffff, [-1, 0, 0, 0, 0]],
    ]);
    const model = { bias: [1, 0, -1, 25, 0], weights };
    expect(unpacked({ data: packed(model, 1), scale: 1 })).toEqual(model);
  });

  it('the power of e is that of Math.exp, to ten digits', () => {
    for (const x of [0, -1e-9, -0.3, -0.7, -1, -5.5, -20, -50])
      expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 10);
    expect(exp(-1000)).toBe(0);
  });
});

describe('the language check', () => {
  it('the language check finds every shipped behaviour observable', () => {
    const unclear = shippedBehaviours
      .map(({ body }) => ({ says: body.looksLike, ...check(body.looksLike, 'en') }))
      .filter(({ verdict }) => verdict !== 'observable');
    expect(unclear).toEqual([]);
  });

  it.each([
    ['en', 'Work on a more engaging style.', 'quality', 'engaging'],
    ['en', 'You are just lazy.', 'personal', 'lazy'],
    ['en', 'Get churn down.', 'outcome', 'churn'],
    ['en', 'The field is empty. Why didn’t you fill it in?', 'accusation', 'Why didn’t you'],
    ['en', 'Otherwise this is your last chance.', 'discipline', 'last chance'],
    ['de', 'Du bist einfach faul.', 'personal', 'faul'],
    ['de', 'Warum hast du das nicht eingetragen?', 'accusation', 'Warum hast du das nicht'],
    ['de', 'Noch einmal, und es gibt eine Abmahnung.', 'discipline', 'Abmahnung'],
  ])('in %s, %j is pointed at as %s', (locale, text, rule, words) => {
    const found = check(text, locale).reasons.filter(reason => reason.rule === rule);
    expect(found.map(({ span }) => text.slice(...span)).join(' ')).toContain(words);
  });

  it('the language check never judges quoted text', () => {
    expect(check('Say “you are lazy with better energy” before the title.', 'en').verdict).toBe('observable');
    expect(check('At 2:14 the buyer said "why didn\'t you call?"', 'en').verdict).toBe('observable');
    expect(check('Bei 2:14 hast du „das ist deine letzte Chance“ gesagt.', 'de').verdict).toBe('observable');
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
    const some = readSentences('en').slice(0, 300);
    for (const text of [...odd, ...some.map(({ sentence }) => sentence)]) {
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
    expect(check('もっと良くしてください', 'ja')).toEqual({
      verdict: 'observable',
      reasons: [],
      version: '',
      sure: false,
    });
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
    const text = 'Show Ownership Clarity field.';
    expect(check(text, 'en').verdict).toBe('vague');
    const lexicon = learnLexicon([
      behaviour({ looksLike: 'Fill in the Ownership Clarity field before the call.' }),
    ]);
    expect(check(text, 'en', lexicon).verdict).toBe('observable');
    expect(check('Be better.', 'en', lexicon).verdict).toBe('vague');
  });

  it('the verb that a behaviour begins with is read as a verb', () => {
    const lexicon = learnLexicon([behaviour({ looksLike: 'Slate each take before the action.' })]);
    expect(isSeen(check('Slate the takes.', 'en').verdict)).toBe(false);
    expect(isSeen(check('Slate the takes.', 'en', lexicon).verdict)).toBe(true);
  });
});

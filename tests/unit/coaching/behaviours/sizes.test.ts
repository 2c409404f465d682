import { describe, expect, it } from 'vitest';
import { compareSizes, sizesIn } from '#lib/coaching/behaviours/sizes.ts';

describe('the sizes in a step', () => {
  it.each<[string, Record<string, number>]>([
    ['A 20-minute walk right after lunch', { seconds: 1200 }],
    ['5 to 10 minutes', { seconds: 600 }],
    ['5–10 min', { seconds: 600 }],
    ['half an hour', { seconds: 1800 }],
    ['1,5 Stunden lesen', { seconds: 5400 }],
    ['Zweimal am Tag drei Sätze', { time: 2, sätz: 3 }],
    ['5x before noon', { time: 5 }],
    ['Two words, at 9:30 or 5 pm', { word: 2 }],
    ['Say it at the end', {}],
    ['Write 80 words', { word: 80 }],
    ['1,000 words', { word: 1000 }],
    ['1.000 Wörter', { wörter: 1000 }],
    ['1’000 words', { word: 1000 }],
    ['12\u202f000 steps', { step: 12000 }],
    ['1,000,000 steps', { step: 1000000 }],
    ['5 200-word mails', { word: 200 }],
    ['0.125 hours', { seconds: 450 }],
    ['1.25 hours', { seconds: 4500 }],
  ])('“%s”', (text, sizes) => {
    expect(Object.fromEntries(sizesIn(text))).toEqual(sizes);
  });
});

describe('a step compared with the one before', () => {
  it.each([
    ['20-minute walk after lunch', '7 minutes, immediately after lunch', 'smaller'],
    ['Walk for an hour: 1 hour', '45 minutes', 'smaller'],
    ['20 minutes', '20 minutes.', 'same'],
    ['20 minutes', '  20  Minutes', 'same'],
    ['20 minutes', '30 minutes', 'larger'],
    ['Once a day', 'Three times a week', 'smaller'],
    ['Once a day', 'Six times a week', 'unknown'],
    ['Twice a week', 'Twice a day', 'larger'],
    ['Zweimal pro Woche', 'Zweimal am Tag', 'larger'],
    ['10 minutes a day', '10 minutes a week', 'smaller'],
    ['Once a week', 'Three times a month', 'smaller'],
    ['Twice a day and once a week', 'Twice a week', 'unknown'],
    ['1,000 words', '500 words', 'smaller'],
    ['1.000 Wörter', '500 Wörter', 'smaller'],
    ['900 words', '1,000 words', 'larger'],
    ['Every day 10 minutes', 'Two times a week 10 minutes', 'unknown'],
    ['Call 3 customers', 'Call 3 customers in 10 minutes', 'unknown'],
    ['Jeden Tag einmal', 'Dreimal die Woche', 'smaller'],
    ['Two calls', 'One call', 'smaller'],
    ['Zwei Anrufe', 'Ein Anruf', 'smaller'],
    ['Drei Sätze', 'Zwei Sätze', 'smaller'],
    ['Twice a day', 'once a day', 'smaller'],
    ['Three times, 10 minutes each', 'Twice, 15 minutes each', 'unknown'],
    ['Three times, 10 minutes each', 'Twice, 10 minutes each', 'smaller'],
    ['20 minutes', 'One page', 'unknown'],
    ['20 minutes', 'Only the first step', 'unknown'],
    ['Confirm the next step aloud.', 'Say only the date.', 'unknown'],
    ['Confirm the next step aloud.', 'Confirm it in five sentences, to everybody.', 'unknown'],
  ] as const)('“%s” → “%s”: %s', (before, after, change) => {
    expect(compareSizes(before, after)).toBe(change);
  });
});

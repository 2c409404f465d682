/**
 * Reads the sizes in a step ("20 minutes", "twice a day", "drei Sätze") and compares two steps by them (R041). It says
 * nothing where the words give no answer: then a person has to.
 */

export type SizeChange = 'smaller' | 'same' | 'larger' | 'unknown';

/** What is counted, in a form in which two texts agree, and how many of it. Times are in seconds. */
type Sizes = ReadonlyMap<string, number>;

/** How the new step compares with the one before. */
export function compareSizes(before: string, after: string): SizeChange {
  if (plain(before) === plain(after)) return 'same';
  const [old, now] = [sizesIn(before), sizesIn(after)];
  // Another unit may make less of it or more: only a person knows.
  const sameUnits = old.size === now.size && [...old.keys()].every(unit => now.has(unit));
  const rates = ratesOf(before, after);
  if (old.size === 0 || !sameUnits || !rates) return 'unknown';
  const changes = [...now].map(([unit, amount]) => changeOf(old.get(unit) ?? 0, amount, rates));
  const [less, more] = [changes.includes('smaller'), changes.includes('larger')];
  if (changes.includes('unknown') || (less && more)) return 'unknown';
  return less ? 'smaller' : more ? 'larger' : 'same';
}

/** How often something comes round in a week, at least and at most. */
type Rate = readonly [least: number, most: number];

function changeOf(old: number, now: number, [before, after]: readonly [Rate, Rate]): SizeChange {
  if (before === after) return now < old ? 'smaller' : now > old ? 'larger' : 'same';
  if (now * after[1] < old * before[0]) return 'smaller';
  return now * after[0] > old * before[1] ? 'larger' : 'unknown';
}

const ONCE: Rate = [1, 1];

/** How often each of the two steps comes round; undefined where that can't be compared. */
function ratesOf(before: string, after: string): [Rate, Rate] | undefined {
  if (periodsIn(before) === periodsIn(after)) return [ONCE, ONCE];
  const [old, now] = [rateOf(before), rateOf(after)];
  return old && now ? [old, now] : undefined;
}

/** A day is one of five where people rest, or one of seven; a month has four weeks and a bit. */
const RATES: readonly (readonly [words: RegExp, rate: Rate])[] = [
  [/^(?:day|daily|tags?|täglich)$/, [5, 7]],
  [/^(?:week|weekly|woche|wöchentlich)$/, ONCE],
  [/^(?:month|monthly|monat|monatlich)$/, [0.22, 0.25]],
];

/** The rate of a step that names one period and no other; undefined where it names none or several. */
function rateOf(text: string): Rate | undefined {
  const words = [...plain(text).matchAll(PERIOD)].map(([word]) => word);
  const named = words.flatMap(word => RATES.filter(([period]) => period.test(word)));
  return named.length === 1 ? named[0]?.[1] : undefined;
}

/** Each unit with its amount. What is named twice is added up; of a range ("5 to 10 minutes") the higher end counts. */
export function sizesIn(text: string): Sizes {
  const sizes = new Map<string, number>();
  for (const { groups } of plain(text).matchAll(SIZE)) {
    const { amount = '', glued = '', word = '', times = '' } = groups ?? {};
    const [unit, factor] = times ? ['time', 1] : unitOf(glued || word);
    const value = (times ? TIMES[times] : numberOf(amount)) ?? Number.NaN;
    if (Number.isNaN(value) || unit === '') continue;
    sizes.set(unit, (sizes.get(unit) ?? 0) + value * factor);
  }
  return sizes;
}

/** How often a step comes round, as far as it says so. */
function periodsIn(text: string): string {
  return [...plain(text).matchAll(PERIOD)].map(([word]) => word.slice(0, 3)).join(' ');
}

const PERIOD =
  /(?<!\p{L})(?:day|daily|week|weekly|month|monthly|every|each|tag|tags|täglich|woche|wöchentlich|monat|monatlich|jede[nmrs]?)(?!\p{L})/gu;

function plain(text: string): string {
  return text.toLowerCase().replace(CLOCK, ' ').replace(GROUPING, '').replace(/\s+/g, ' ').trim();
}

/**
 * What groups the digits of thousands: "1,000", "1.000", "1’000". A space does so only where it does not break, because
 * "5 200-word mails" are five.
 */
const GROUPING =
  /(?<=(?<![\d.,])[1-9]\d{0,2}(?:[.,’'\u00a0\u202f]?\d{3})*)[.,’'\u00a0\u202f](?=\d{3}(?!\d))/gu;

/** A time of day is a cue and no size. */
const CLOCK = /\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?m\b\.?|p\.?m\b\.?|uhr\b|o[’']clock\b)|\b\d{1,2}:\d{2}\b/g;

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['half', 'halbe', 'halben', 'halbes'],
    ['one', 'a single', 'ein', 'eine', 'einen', 'einem', 'einer'],
    ['two', 'zwei'],
    ['three', 'drei'],
    ['four', 'vier'],
    ['five', 'fünf'],
    ['six', 'sechs'],
    ['seven', 'sieben'],
    ['eight', 'acht'],
    ['nine', 'neun'],
    ['ten', 'zehn'],
    ['eleven', 'elf'],
    ['twelve', 'zwölf'],
  ].flatMap((words, i) => words.map(word => [word, i === 0 ? 0.5 : i])),
);

const TIMES: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  einmal: 1,
  zweimal: 2,
  dreimal: 3,
  viermal: 4,
  fünfmal: 5,
};

const UNITS: readonly (readonly [unit: string, factor: number, words: RegExp])[] = [
  ['seconds', 1, /^(?:s|secs?|seconds?|sek|sekunden?)$/],
  ['seconds', 60, /^(?:m|mins?|minutes?|minuten?)$/],
  ['seconds', 3600, /^(?:h|hrs?|hours?|std|stunden?)$/],
  ['time', 1, /^(?:x|×|times?|mal)$/],
];

/** A number, in digits or words, and the word after it; a range counts by its end. */
const NUMBER = `\\d+(?:[.,]\\d+)?|${Object.keys(NUMBERS).join('|')}`;
const SIZE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(?:${NUMBER})(?:\\s?[–-]\\s?|\\s(?:to|or|bis|oder)\\s))?(?<amount>${NUMBER})` +
    `(?:(?<glued>x|×|s|sec|min|m|h|mal)(?![\\p{L}])|[\\s-](?:an?\\s)?(?<word>\\p{L}+|×))|(?<times>${Object.keys(TIMES).join('|')})(?!\\p{L}))`,
  'gu',
);

function numberOf(amount: string): number {
  return NUMBERS[amount] ?? Number(amount.replace(',', '.'));
}

function unitOf(word: string): [unit: string, factor: number] {
  const known = UNITS.find(([, , words]) => words.test(word));
  // Of any other word the singular and the plural have to agree, no more.
  return known ? [known[0], known[1]] : [word.replace(/(?:ies|y)$/, 'i').replace(/(?:es|en|s|n|e)$/, ''), 1];
}

/**
 * Counts in how many ways a pattern can divide a text. Matching tries all of them before it says no, so a pattern from
 * somebody else may have only few. Stricter than check-pattern.ts, which the definitions that ship have to pass.
 */
import { tokens } from './check-pattern.ts';

/** How many parts of one pattern may be there or not, be longer or shorter, or be one of several. */
const MAX_CHOICES = 8;
/** In how many ways one pattern may divide a text. Enough for one part without a limit and one that may be absent. */
const MAX_WAYS = 4096;
/** The same for all the patterns of a definition together: a page is matched with each of them. */
const MAX_WAYS_TOGETHER = 40_000;
/** No longer text is ever matched; see matchWhole. */
const LONGEST = 2048;

/** How many lengths a quantifier allows; undefined for any other token. */
function lengths(token = ''): number | undefined {
  if (/^\?/.test(token)) return 2;
  if (/^[*+]/.test(token)) return LONGEST;
  const [, from, comma, to] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (from === undefined) return undefined;
  if (!comma) return 1;
  return to ? Math.min(Number(to) - Number(from) + 1, LONGEST) : LONGEST;
}

/** The one character that a token stands for, if it stands for just one and is no letter, digit or operator. */
const literalOf = (token: string) =>
  /^\\?([^\w\\])$/.exec(/^[|?*+^$.()[\]{}]$/.test(token) ? '' : token)?.[1];

/** Whether the text alone decides where the part ends that is repeated by the quantifier at `at`. */
function endsByItself(all: readonly string[], at: number): boolean {
  const what = all[at - 1] ?? '';
  if (what === ')') return false;
  let next = at + 1;
  // A group that ends here was entered, so what follows it has to come, whether or not the group itself had to.
  while (all[next] === ')') next += /^\?/.test(all[next + 1] ?? '') ? 2 : 1;
  const after = all[next];
  if (after === undefined) return true;
  const literal = literalOf(after);
  if (literal === undefined || /^(?:[?*]|\{0)/.test(all[next + 1] ?? '')) return false;
  return !new RegExp(`^${what}$`).test(literal);
}

function waysOf(all: readonly string[]): number {
  return all.reduce((ways, token, i) => {
    if (token === '|') return ways * 2;
    const many = lengths(token) ?? 1;
    return many === 1 || endsByItself(all, i) ? ways : ways * many;
  }, 1);
}

/** Why these patterns are refused from anybody but us, each as a sentence. They must have passed `patternProblem`. */
export function choiceProblems(patterns: readonly string[]): string[] {
  let together = 0;
  const problems = patterns.flatMap(pattern => {
    const all = tokens(pattern);
    const named = `The pattern “${pattern.slice(0, 60)}”`;
    // Others could stand for a character that we do not see when we look for what ends a part.
    const odd = all.find(
      (token, i) => /^\\(?![dDwWsSbB]$)\w/.test(token) || (token === '(' && /^\?/.test(all[i + 1] ?? '')),
    );
    if (odd) return [`${named} has “${odd}” in it; write the characters themselves.`];
    const choices = all.filter(token => token === '|' || (lengths(token) ?? 1) > 1).length;
    if (choices > MAX_CHOICES) return [`${named} has more than ${MAX_CHOICES} parts that can vary.`];
    const ways = waysOf(all);
    together += ways;
    if (ways <= MAX_WAYS) return [];
    return [
      `${named} can match a text in too many ways; that can take very long. Put a fixed character between its parts.`,
    ];
  });
  if (problems.length > 0 || together <= MAX_WAYS_TOGETHER) return problems;
  return ['Its patterns together can take very long. Teach fewer pages, or describe them more closely.'];
}

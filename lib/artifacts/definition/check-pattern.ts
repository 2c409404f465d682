/**
 * Checks whether a pattern from outside is safe to run on every page. Regular expressions can take exponential time, and
 * a definition may come from another person, so only forms that cannot are let in. Not part of the page script.
 */

/** The longest pattern, in characters. */
const MAX_PATTERN = 300;
/** With more open-ended parts in one pattern, matching a long address may take long. */
const MAX_OPEN_PARTS = 8;

interface OpenPart {
  /** The repeated character or class, as written. */
  what: string;
  /** What follows it directly, as written. */
  next: string;
}

/** Splits a pattern into its elements: an escape, a class, a group's bracket, a quantifier or a character. */
export function tokens(pattern: string): string[] {
  return (
    pattern.match(
      /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<\w+>|\(\?[:=!]|\(\?<[=!]|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gs,
    ) ?? []
  );
}

/** A quantifier without an upper limit, or with one so high that it makes no difference. */
const isOpenQuantifier = (token: string) =>
  /^[*+]/.test(token) || /^\{\d+,\}/.test(token) || Number(/,(\d+)\}/.exec(token)?.[1] ?? 0) > 100;

function openParts(all: string[]): OpenPart[] {
  return all.flatMap((token, i) =>
    isOpenQuantifier(token)
      ? [{ what: all[i - 1] ?? '', next: all.slice(i + 1).find(part => !/^(\(|\)|$)/.test(part)) ?? '' }]
      : [],
  );
}

/** Whether the repeated part can also match what comes after it. Then a text can be divided in many ways. */
function isAmbiguous({ what, next }: OpenPart): boolean {
  if (!next) return false;
  const literal = /^\\?[^\w\\[.]$/.test(next) ? next.replace('\\', '') : undefined;
  if (literal === undefined) return true;
  try {
    return new RegExp(`^${what}$`).test(literal);
  } catch {
    return true;
  }
}

/** Why a pattern is refused, as the end of a sentence; undefined when it is fine. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN) return `is longer than ${MAX_PATTERN} characters`;
  try {
    new RegExp(`^(?:${pattern})$`);
  } catch (error) {
    return `is not a regular expression (${error instanceof Error ? error.message.split(': ').at(-1) : error})`;
  }
  const all = tokens(pattern);
  if (all.some(token => /^\(\?(=|!|<=|<!)/.test(token)))
    return 'looks ahead or behind; describe the whole part instead';
  if (all.some(token => /^\\([1-9]|k)/.test(token)))
    return 'refers back to an earlier group; that can take very long';
  if (all.some((token, i) => all[i - 1] === ')' && (isOpenQuantifier(token) || /^\{/.test(token)))) {
    return 'repeats a group; that can take very long. Repeat a character class instead, e.g. [a-z0-9/]+';
  }
  const open = openParts(all);
  if (open.length > MAX_OPEN_PARTS) return 'has too many open-ended parts';
  if (open.filter(isAmbiguous).length > 2) {
    return 'has several open-ended parts that can match the same text; that can take very long. Put a fixed character between them';
  }
}

/** Whether a pattern matches anything, so that every page would be this record. */
export function matchesAnything(pattern: string): boolean {
  const all = new RegExp(`^(?:${pattern})$`);
  return ['/', '/a', '/a/b?c', '/Zz9-_.~/%20/x', '/0/1/2/3/4'].every(path => all.test(path));
}

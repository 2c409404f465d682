/**
 * A newer version may have more choices where we have a list of them: a state, a reason, a kind of anchor. A record with
 * such a choice is not damaged. Devices and servers keep it and pass it on, so that nothing is lost on the way from one
 * new version to another.
 */
import type { z } from './zod.ts';

type Issue = z.core.$ZodIssue;

/** What a choice looks like: one word, as in all our lists. Anything else is damage. */
const CHOICE = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Is this problem of a body that it has a choice which we do not know? `body` is what was checked. */
export function isUnknownChoice(issue: Issue, body: unknown): boolean {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.every(each => typeof each === 'string') && isChoice(valueAt(body, issue.path));
    case 'invalid_union':
      // No member of the union has this word where it says what it is.
      return (
        issue.errors.length === 0 &&
        issue.discriminator !== undefined &&
        isChoice(valueAt(body, endOfPath(issue.path, issue.discriminator)))
      );
    case 'invalid_key':
      return isChoice(issue.path.at(-1));
    default:
      return false;
  }
}

function isChoice(value: unknown): boolean {
  return typeof value === 'string' && CHOICE.test(value);
}

/** Zod versions differ in whether the path ends at the union or at the word within it. */
function endOfPath(path: readonly PropertyKey[], discriminator: string): PropertyKey[] {
  return path.at(-1) === discriminator ? [...path] : [...path, discriminator];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** Finds the visitor's language, and writes dates and lists in it. */
import type { Context } from 'hono';
import type { Role } from '#lib/sync/protocol.ts';
import type { AppEnv } from '#server/http/env.ts';
import { de } from './de.ts';
import { type DoneKey, en, type ProblemKey, type Words } from './en.ts';

export type { DoneKey, ProblemKey, Words } from './en.ts';

const languages: readonly Words[] = [en, de];

/** The words in the first language of the browser's list that we have; English otherwise. */
export function messagesFor(c: Context<AppEnv>): Words {
  return messagesForLanguages(c.req.header('accept-language'));
}

/** The same for an `Accept-Language` header such as `de-AT,de;q=0.9,en;q=0.5`. */
export function messagesForLanguages(header: string | undefined): Words {
  for (const tag of languagesIn(header)) {
    const words = languages.find(each => each.locale === tag.split('-')[0]);
    if (words) return words;
  }
  return en;
}

/** The language tags of an `Accept-Language` header, in lower case, the most wanted first. */
export function languagesIn(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 200)
    .split(',')
    .map(part => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map(each => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(each => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(each => each.tag);
}

/** The key for a problem that a schema or the auth library names; `other` when we have no words for that one. */
export function problemKey(code: string): ProblemKey {
  return isKeyOf(en.problems, code) ? code : 'other';
}

/** The message for the `done` of a page's address. Only our own words are shown. */
export function doneMessage(w: Words, key: string | undefined): string | undefined {
  return key !== undefined && isKeyOf(w.done, key) ? w.done[key] : undefined;
}

/** The address of a page that says what was done. */
export function doneAddress(path: string, done: DoneKey): string {
  return `${path}?${new URLSearchParams({ done })}`;
}

/** Why the company's own sign-in did not let somebody in, for the code that came back. */
export function companyMessage(w: Words, code: string): string {
  return isKeyOf(w.companyProblems, code) ? w.companyProblems[code] : w.companyProblem;
}

function isKeyOf<T extends object>(words: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(words, key);
}

/** `coach and coachee` */
export function rolesLabel(w: Words, roles: readonly Role[]): string {
  const lower = w.locale === 'en';
  return listLabel(
    w,
    roles.map(role => (lower ? w.roles[role].name.toLowerCase() : w.roles[role].name)),
  );
}

export function listLabel(w: Words, items: readonly string[]): string {
  return new Intl.ListFormat(w.locale).format(items);
}

/** A day in UTC, like all dates of assignments. */
export function showDay(w: Words, at: number): string {
  return isDate(at)
    ? new Intl.DateTimeFormat(w.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
    : String(at);
}

/** An instant in UTC, because the server does not know where the visitor is. */
export function showTime(w: Words, at: number): string {
  if (!isDate(at)) return String(at);
  const format = new Intl.DateTimeFormat(w.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(at)} UTC`;
}

/** The same for a program to read. */
export function isoTime(at: number): string {
  return isDate(at) ? new Date(at).toISOString() : String(at);
}

/** The store may hold instants that no calendar has; those are shown as the numbers that they are. */
function isDate(at: number): boolean {
  return !Number.isNaN(new Date(at).getTime());
}

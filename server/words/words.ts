/** Which language the visitor reads, and how dates and lists are said in it. */
import type { Context } from 'hono';
import type { Role } from '#lib/sync/protocol.ts';
import type { AppEnv } from '#server/http/env.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

const languages: readonly Words[] = [en, de];

/** The words of the language that the browser asks for first, of those that we have; English otherwise. */
export function messagesFor(c: Context<AppEnv>): Words {
  return messagesForLanguages(c.req.header('accept-language'));
}

/** By an `Accept-Language` header: `de-AT,de;q=0.9,en;q=0.5`. */
export function messagesForLanguages(header: string | undefined): Words {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map(part => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map(each => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(each => each.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const words = languages.find(each => each.locale === language);
    if (words) return words;
  }
  return en;
}

/** By the code of a problem; what is not in the list is said in general. */
export function problemMessage(w: Words, code: string): string {
  return (Object.hasOwn(w.problems, code) ? w.problems[code] : undefined) ?? w.otherProblem;
}

/** What an address says was done: only known words are shown. */
export function doneMessage(w: Words, key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(w.done, key) ? w.done[key] : undefined;
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

/** A day, in UTC, as all dates of assignments are. */
export function showDay(w: Words, at: number): string {
  return new Intl.DateTimeFormat(w.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** An instant, in UTC: the server does not know where the visitor is. */
export function showTime(w: Words, at: number): string {
  const format = new Intl.DateTimeFormat(w.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(at)} UTC`;
}

/** What somebody taught of one kind of page, joined with what is known of the others on the same site. Pure. */
import type { PageRule, SiteDefinition } from './definition.ts';

const typeOf = ({ type }: PageRule) => JSON.stringify(type);

/**
 * `next` knows one kind of page, `before` perhaps several: pages of a type that was taught anew are replaced, the others
 * stay, and with them their keys. The version rises.
 */
export function mergeDefinition(before: SiteDefinition | undefined, next: SiteDefinition): SiteDefinition {
  if (!before) return next;
  const taught = new Set(next.pages.map(typeOf));
  const pages = next.pages.map(page => ({
    ...page,
    ...((page.kind ?? next.kind) === before.kind ? {} : { kind: page.kind ?? next.kind }),
  }));
  return {
    ...before,
    name: next.name,
    version: before.version + 1,
    pages: [...pages, ...before.pages.filter(page => !taught.has(typeOf(page)))],
    ...(next.fieldPattern && { fieldPattern: next.fieldPattern }),
    tried: next.tried,
  };
}

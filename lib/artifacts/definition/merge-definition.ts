/** Adds what somebody taught about one kind of page to what is known of the same site. Pure. */
import type { PageRule, SiteDefinition } from './definition.ts';

const typeOf = ({ type }: PageRule) => JSON.stringify(type);

/**
 * `next` knows one kind of page, `before` perhaps several. Pages of a type that was taught again are replaced; the others
 * stay, and so do their keys. The version goes up.
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

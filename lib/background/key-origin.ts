import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';

/**
 * True when a page of `origin` may send this artifact key. The key must begin with that origin, as the browser reports
 * it, or with the canonical origin in the site's own definition (`https://www.youtube.com` for `m.youtube.com`). That
 * way a page script that its page deceived cannot ask for another site's places.
 */
export function mayHaveKey(key: string, origin: string, definition: SiteDefinition | undefined): boolean {
  const named = URL.parse(key.split('|', 1)[0] ?? '')?.origin;
  if (named === undefined) return false;
  if (named === origin) return true;
  return (definition?.pages ?? []).some(rule => rule.origin !== undefined && fits(named, rule.origin));
}

/** `{group}` in a canonical origin stands for labels of a host name, such as `acme--uat.sandbox`. */
function fits(origin: string, pattern: string): boolean {
  const source = pattern
    .split(/\{\w+\}/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[a-z0-9-]+(?:\\.[a-z0-9-]+)*');
  return new RegExp(`^${source}$`).test(origin);
}

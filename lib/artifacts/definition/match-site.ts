/** Tells whether a definition covers an address, by its host and path. */
import type { SiteDefinition } from './definition.ts';

const compiled = new Map<string, RegExp>();

/** `*.example.com`, `app-*.example.com`, `crm.local:8080` as a test of `host[:port]`. */
function hostPattern(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? compileHost(pattern);
  compiled.set(pattern, known);
  return known;
}

function compileHost(pattern: string): RegExp {
  const source = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/^\*\\\./, '(?:[a-z0-9-]+\\.)+')
    .replaceAll('*', '[a-z0-9-]+');
  return new RegExp(`^${source}${/:\d+$/.test(pattern) ? '' : '(?::\\d+)?'}$`);
}

function matchesPath(pattern: string, pathname: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = pathname.split('/').filter(Boolean);
  return wanted.every((part, i) => given[i] !== undefined && (part === '*' || part === given[i]));
}

/** True if the address is http(s), on one of the definition's hosts and, if it names paths, on one of them. */
export function matchesSite({ match }: SiteDefinition, address: URL): boolean {
  return (
    /^https?:$/.test(address.protocol) &&
    match.hosts.some(host => hostPattern(host).test(address.host)) &&
    (!match.paths || match.paths.some(path => matchesPath(path, address.pathname)))
  );
}

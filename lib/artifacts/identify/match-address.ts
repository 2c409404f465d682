/** Takes an address apart with a definition's patterns. Part of the page script. */
import type { AddressPattern } from '../definition/definition.ts';
import { matchWhole } from '../read-text.ts';
import { pathWithoutSessions } from './sessions.ts';

export type Groups = Record<string, string>;

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The named groups of the first pattern that the address matches, decoded; undefined if it matches none. */
export function matchAddress(address: URL, patterns: AddressPattern[]): Groups | undefined {
  for (const pattern of patterns) {
    let url = address;
    if (pattern.nestedIn) {
      const inner = new URLSearchParams(address.hash.slice(1)).get(pattern.nestedIn);
      if (!inner || !URL.canParse(inner, address.href)) continue;
      url = new URL(inner, address.href);
      if (url.origin !== address.origin) continue;
    }
    const groups =
      matchParts(url, pathWithoutSessions(url.pathname), pattern) ?? matchParts(url, url.pathname, pattern);
    if (groups) return groups;
  }
  return undefined;
}

function matchParts(url: URL, path: string, pattern: AddressPattern): Groups | undefined {
  const inHash = new URLSearchParams(url.hash.slice(url.hash.indexOf('?') + 1 || 1));
  const parts: [string | undefined, string | null][] = [
    [pattern.host, url.hostname],
    [pattern.path, path],
    [pattern.hash, url.hash.slice(1)],
    ...Object.entries(pattern.query ?? {}).map(
      ([name, re]) => [re, url.searchParams.get(name)] as [string, string | null],
    ),
    ...Object.entries(pattern.hashQuery ?? {}).map(
      ([name, re]) => [re, inHash.get(name)] as [string, string | null],
    ),
  ];
  const groups: Groups = {};
  for (const [re, text] of parts) {
    if (re === undefined) continue;
    const match = matchWhole(re, text ?? '');
    if (!match) return undefined;
    for (const [name, value] of Object.entries(match.groups ?? {})) if (value) groups[name] = decode(value);
  }
  return groups;
}

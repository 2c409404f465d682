/**
 * A first guess at a definition for a site that nobody has taught yet, so that a person often only confirms: the id
 * from the address, the title from the heading. Pure data comes out; it is checked like any other before it is kept.
 */
import type { ArtifactKind } from '#lib/records/artifact.ts';
import type { AddressPattern, Reader, SiteDefinition } from './definition.ts';
import { findAll } from './find-all.ts';
import { webAddress } from './identify.ts';
import { isVisible } from './visible.ts';

/** What an id looks like, from the strictest, and the pattern that others of its kind match. */
const ID_SHAPES: [RegExp, string][] = [
  [/^\d{1,20}$/, '\\d{1,20}'],
  [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '[0-9a-fA-F-]{36}'],
  [/^[0-9a-f]{16,64}$/i, '[0-9a-fA-F]{16,64}'],
  [/^(?=.*\d)(?=.*[a-z])[\w-]{8,64}$/i, '[\\w-]{8,64}'],
];
const ID_PARAMETER = /^(id|uuid|guid|record|recordid|\w+_id)$/i;

const shapeOf = (text: string) => ID_SHAPES.find(([shape]) => shape.test(text))?.[1];
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const singular = (word: string) => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

interface Route {
  pattern: string;
  type: string;
  groups: string[];
}

/** `/acme/4711/deals/42/notes` → the last id-like part is the record, those before it are tenants. */
function guessRoute(route: string): Route | undefined {
  const parts = route.split('/');
  const last = parts.findLastIndex(part => shapeOf(part));
  if (last < 0) return;
  const groups: string[] = [];
  const pattern = parts.slice(0, last + 1).map((part, i) => {
    const shape = shapeOf(part);
    if (!shape) return literal(part);
    const group = i === last ? 'id' : `tenant${groups.length + 1}`;
    groups.push(group);
    return `(?<${group}>${shape})`;
  });
  const word = parts.slice(0, last).findLast(part => /^[a-z][a-z_-]{1,30}$/i.test(part));
  return {
    pattern: `${pattern.join('/')}(?:[/;?].*)?`,
    type: singular(word?.toLowerCase() ?? 'record'),
    groups,
  };
}

function guessAddress(url: URL): { address: AddressPattern; type: string; groups: string[] } | undefined {
  const hash = url.hash.slice(1).split(/[;?]/)[0] ?? '';
  const inHash = hash.includes('/') ? guessRoute(hash) : undefined;
  if (inHash) {
    const { pattern, type, groups } = inHash;
    return { address: { path: literal(url.pathname), hash: pattern }, type, groups };
  }
  const inPath = guessRoute(url.pathname);
  if (inPath) return { address: { path: inPath.pattern }, type: inPath.type, groups: inPath.groups };
  const [name, value] =
    [...url.searchParams].find(([key, text]) => ID_PARAMETER.test(key) && shapeOf(text)) ?? [];
  const shape = value && shapeOf(value);
  if (!name || !shape) return;
  const word = url.pathname
    .split('/')
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.\w+$/, '')
    .toLowerCase();
  const type = word && /^[a-z][a-z_-]{1,30}$/.test(word) ? singular(word) : 'record';
  return {
    address: { path: literal(url.pathname), query: { [name]: `(?<id>${shape})` } },
    type,
    groups: ['id'],
  };
}

/** Titles that stand alone on the page, the record's own before the site's. */
function guessTitle(document: Document): Reader[] {
  const alone = ['[itemprop="name"]', 'main h1', 'h1', '[role="heading"][aria-level="1"]', 'main h2'].filter(
    css => findAll(document, css).filter(isVisible).length === 1,
  );
  const meta = findAll(document, 'meta[property="og:title"]').length > 0;
  return [
    ...alone.slice(0, 2).map(css => ({ css })),
    ...(meta ? [{ css: 'meta[property="og:title"]', attr: 'content' }] : []),
    { css: 'title' },
  ];
}

/**
 * A definition for the page's host that knows this record and its like; undefined where the address names no record
 * (then the page itself is the artifact, as on any page). `today` is a date such as `2026-11-22`.
 */
export function guessDefinition(
  page: { url: string; document: Document },
  kind: ArtifactKind,
  today: string,
): SiteDefinition | undefined {
  const url = webAddress(page.url);
  const guess = url && guessAddress(url);
  if (!url || !guess) return;
  const { address, type, groups } = guess;
  return {
    id: `taught-${url.host.replace(/[^a-z0-9]+/g, '-')}`.slice(0, 63).replace(/-+$/, ''),
    name: url.host,
    version: 1,
    kind,
    match: { hosts: [url.host] },
    pages: [{ type, address: [address], key: ['type', ...groups], title: guessTitle(page.document) }],
    tried: { on: 'software', what: 'guessed from a page', date: today },
  };
}

/**
 * Guesses a definition for a site that nobody has taught yet, so that a person often only has to confirm it: the id comes
 * from the address, the title from the heading. The guess is plain data and is checked like any other before it is kept.
 */
import type { ArtifactKind } from '#lib/records/artifact.ts';
import type { AddressPattern, Reader, SiteDefinition } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { webAddress } from '../identify/identify.ts';
import { pathWithoutSessions, withoutSessions } from '../identify/sessions.ts';
import { findVideo } from '../media/find-video.ts';
import { readText } from '../read-text.ts';
import { isVisible } from '../visible.ts';

/** What ids look like, the strictest form first, and the pattern that matches ids of that form. */
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

/** One way in which an address may name a record. Of several, the first is the likeliest. */
export interface AddressGuess {
  address: AddressPattern;
  /** What such a record is called, from the word before its id. */
  type: string;
  /** The groups of the key, after the type. */
  groups: string[];
  /** The part of the address that names the record, and what comes before and after it. */
  shown: { before: string; id: string; after: string };
}

/** In `/acme/4711/deals/42/notes` the part at `at` names the record; parts before it that look like ids are tenants. */
function routeTo(parts: string[], at: number): Route {
  const groups: string[] = [];
  const pattern = parts.slice(0, at + 1).map((part, i) => {
    const shape = shapeOf(part) ?? (i === at ? '[^/?#]{1,200}' : undefined);
    if (!shape) return literal(part);
    const group = i === at ? 'id' : `tenant${groups.length + 1}`;
    groups.push(group);
    return `(?<${group}>${shape})`;
  });
  const word = parts.slice(0, at).findLast(part => /^[a-z][a-z_-]{1,30}$/i.test(part));
  return {
    pattern: `${pattern.join('/')}(?:[/;?].*)?`,
    type: singular(word?.toLowerCase() ?? 'record'),
    groups,
  };
}

/** Every part of a route that looks like an id, the last first; if there is none, its last part, which may be a name. */
function guessRoutes(
  route: string,
  prefix: string,
  toAddress: (pattern: string) => AddressPattern,
): AddressGuess[] {
  const parts = route.split('/');
  const indices = parts.map((_, i) => i).reverse();
  const ids = indices.filter(i => shapeOf(parts[i] ?? ''));
  const last = indices.find(
    i => i > 0 && (parts[i]?.length ?? 0) > 2 && !/^index\.\w+$/.test(parts[i] ?? ''),
  );
  const name = last !== undefined && last > 1 && ids.length === 0 ? [last] : [];
  return [...ids, ...name].map(at => {
    const { pattern, type, groups } = routeTo(parts, at);
    const before = `${prefix}${parts.slice(0, at).join('/')}${at > 0 ? '/' : ''}`;
    const after = parts
      .slice(at + 1)
      .map(part => `/${part}`)
      .join('');
    return { address: toAddress(pattern), type, groups, shown: { before, id: parts[at] ?? '', after } };
  });
}

/** Every part of an address that may name the record. Names that look like no id come last, for people to choose. */
export function guessAddresses(page: string): AddressGuess[] {
  const url = webAddress(page);
  if (!url) return [];
  const pathname = pathWithoutSessions(url.pathname);
  const path = literal(pathname);
  const hash = url.hash.slice(1).split(/[;?]/)[0] ?? '';
  const inHash = hash.includes('/')
    ? guessRoutes(hash, `${url.host}${pathname}#`, pattern => ({ path, hash: pattern }))
    : [];
  const inPath = guessRoutes(pathname, url.host, pattern => ({ path: pattern }));
  const inQuery = withoutSessions([...url.searchParams], pathname).flatMap(([name, value]) => {
    const shape = shapeOf(value);
    if (!shape || !/^[\w.-]{1,60}$/.test(name)) return [];
    const word = pathname
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w+$/, '')
      .toLowerCase();
    const type = word && /^[a-z][a-z_-]{1,30}$/.test(word) ? singular(word) : 'record';
    return [
      {
        address: { path, query: { [name]: `(?<id>${shape})` } },
        type,
        groups: ['id'],
        shown: { before: `${url.host}${pathname}?${name}=`, id: value, after: '' },
      },
    ];
  });
  const byName = (guess: AddressGuess) => (shapeOf(guess.shown.id) ? 0 : 1);
  const named = inQuery.filter(({ address }) => Object.keys(address.query ?? {}).some(isIdParameter));
  const others = inQuery.filter(guess => !named.includes(guess));
  return [...inHash, ...inPath, ...named, ...others].sort((a, b) => byName(a) - byName(b)).slice(0, 6);
}

const isIdParameter = (name: string) => ID_PARAMETER.test(name);

/** The selectors that find exactly one element, with a text short enough to be one value. */
function alone(document: Document, selectors: string[], limit: number): Reader[] {
  return selectors
    .filter(css => {
      const found = findAll(document, css).filter(isVisible);
      const text = found[0] && readText(document, [{ css }]);
      // A box that also holds its label would be read as "Stage Proposal".
      const isBox = !!found[0]?.querySelector('label, dt, th, [class*="label" i]');
      return found.length === 1 && !isBox && !!text && text.length <= limit;
    })
    .map(css => ({ css }));
}

/** Readers for the title, the record's own before the site's. */
function guessTitle(document: Document): Reader[] {
  const own = alone(document, TITLES, 300);
  const meta = findAll(document, 'meta[property="og:title"]').length > 0;
  return [
    ...own.slice(0, 2),
    ...(meta ? [{ css: 'meta[property="og:title"]', attr: 'content' }] : []),
    { css: 'title' },
  ];
}

const TITLES = [
  '[itemprop="headline"]',
  '[itemprop="name"]',
  'main h1',
  'h1',
  '[role="heading"][aria-level="1"]',
  'main h2',
];
const OWNERS = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[data-field="owner"]',
  '[data-field*="owner" i]',
  '[data-testid*="owner" i]',
  '[data-name*="owner" i]',
  '[name*="owner" i]',
  '[rel="author"]',
];
const STAGES = ['stage', 'status'].flatMap(word => [
  `[data-field="${word}"]`,
  `[data-field*="${word}" i]`,
  `[data-testid*="${word}" i]`,
  `[data-name*="${word}" i]`,
  `[name="${word}"]`,
]);

/** The value inside a named field, before the field as a whole. */
const valueIn = (css: string) => [`${css} [class*="value" i]`, `${css} dd`, css];

/** Words in an address that suggest a customer's record. */
const RECORDS =
  /\b(deals?|leads?|opportunit(y|ies)|accounts?|contacts?|compan(y|ies)|customers?|people|persons?|tickets?|cases?|orders?|quotes?|invoices?|crm|sales?)\b/i;

/** What kind of page this is, by its clip, its own words (Open Graph, schema.org) and its address. */
export function guessKind(page: { url: string; document: Document }): ArtifactKind {
  const { document } = page;
  if (findVideo(document)) return 'video';
  const address = webAddress(page.url);
  if (address && RECORDS.test(`${address.hostname} ${address.pathname} ${address.hash}`.replace(/_/g, ' '))) {
    return 'crm';
  }
  const says = readText(document, [{ css: 'meta[property="og:type"]', attr: 'content' }]);
  if (
    /^(article|website|blog)/.test(says) ||
    findAll(document, 'article, [itemprop="articleBody"]').length > 0
  )
    return 'doc';
  return findAll(document, 'dl dt, th[scope="row"], label').length >= 4 ? 'crm' : 'doc';
}

/** The id of a host's taught definition. */
export const taughtId = (host: string) =>
  `taught-${host.replace(/[^a-z0-9]+/g, '-')}`.slice(0, 63).replace(/-+$/, '');

/**
 * A definition for the page's host that knows this record and others like it. Undefined if the address names no record:
 * then the page itself is the artifact, as on any page. `today` is a date such as `2026-11-22`.
 */
export function guessDefinition(
  page: { url: string; document: Document },
  kind: ArtifactKind,
  today: string,
  guess: AddressGuess | undefined = guessAddresses(page.url).find(({ shown }) => shapeOf(shown.id)),
): SiteDefinition | undefined {
  const url = webAddress(page.url);
  if (!url || !guess) return;
  const { address, type, groups } = guess;
  const owner = alone(page.document, OWNERS.flatMap(valueIn), 80).slice(0, 2);
  const stage = kind === 'crm' ? alone(page.document, STAGES.flatMap(valueIn), 80).slice(0, 2) : [];
  return {
    id: taughtId(url.host),
    name: url.host,
    version: 1,
    kind,
    match: { hosts: [url.host] },
    pages: [
      {
        type,
        address: [address],
        key: ['type', ...groups],
        title: guessTitle(page.document),
        ...(owner.length > 0 && { owner }),
        ...(stage.length > 0 && { stage }),
      },
    ],
    tried: { on: 'software', what: 'taught on a page', date: today },
  };
}

/** Finds the record, doc or clip that an address and a page show, by a definition. Part of the page script. */
import type { Artifact } from '#lib/records/artifact.ts';
import type { PageRule, SiteDefinition } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { readText } from '../read-text.ts';
import { isVisible } from '../visible.ts';
import { escapePart, joinKey } from './join-key.ts';
import { decode, type Groups, matchAddress } from './match-address.ts';
import { normaliseId } from './normalise-id.ts';
import { plainAddress } from './page-address.ts';

/** A rule that fits an address, and what the address says by it. */
export interface PageMatch {
  rule: PageRule;
  type: string;
  key: string;
  url: string;
  groups: Groups;
  /** Whether a part of the key was read from the page and not from the address. */
  fromPage: boolean;
  /** Keys that this record had by earlier versions of the rule. */
  formerKeys: string[];
}

const fill = (template: string, groups: Groups, encode: (text: string) => string = text => text) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encode(groups[name] ?? ''));

/**
 * The first rule whose address matches and whose groups are all there. Groups that only the page can give are read from
 * `document`, if there is one. If a group is missing we do not guess, but try the next rule.
 */
export function matchPage(
  definition: SiteDefinition,
  address: URL,
  document?: Document,
): PageMatch | undefined {
  if (matchAddress(address, definition.plain ?? [])) return undefined;
  for (const rule of definition.pages) {
    const groups = matchAddress(address, rule.address);
    if (!groups) continue;
    let fromPage = false;
    for (const [name, readers] of Object.entries(rule.fromPage ?? {})) {
      if (groups[name] !== undefined || !document) continue;
      groups[name] = decode(readText(document, readers, groups));
      fromPage = true;
    }
    let type = rule.type;
    if (typeof type !== 'string') {
      const named = groups[type.group] ?? '';
      type = type.map?.[named] ?? (named || type.otherwise || '');
    }
    if (groups.id) groups.id = normaliseId(groups.id, rule.idNormalise);
    for (const name of rule.caseless ?? []) groups[name] = groups[name]?.toLowerCase() ?? '';
    groups.type = type;
    if (rule.requires?.some(name => !groups[name])) continue;
    const parts = (rule.key ?? ['type', 'id']).map(name => groups[name]);
    if (!parts.every(part => part !== undefined && part !== '')) continue;
    const origin = rule.origin ? fill(rule.origin, groups) : address.origin;
    // A pattern or a page may call the folder anything; without a slash in front it would make another origin.
    const base = groups.base?.startsWith('/') ? groups.base.replace(/\/+$/, '') : '';
    return {
      rule,
      type: type.slice(0, 64),
      key: joinKey(origin + base, parts as string[]),
      url: rule.canonical
        ? origin + fill(rule.canonical, groups, text => encodeURIComponent(text).replaceAll('%2F', '/'))
        : plainAddress(address, document),
      groups,
      fromPage,
      formerKeys: (rule.formerKeys ?? [])
        .map(template => fill(template, { ...groups, origin: address.origin }, escapePart))
        .filter(former => !/\|(\||$)/.test(former)),
    };
  }
}

/** The texts of a record: title, owner and stage. Empty if the page does not show them, or not yet. */
export function readRecord({ rule, groups }: PageMatch, document: Document) {
  const roots = (rule.root ?? []).flatMap(css => findAll(document, css));
  const root = roots.find(isVisible) ?? document;
  return {
    title: readText(root, rule.title, groups),
    owner: readText(root, rule.owner, groups).slice(0, 200),
    stage: readText(root, rule.stage, groups).slice(0, 200),
  };
}

/** The artifact that a rule matched. Its title is empty if the page shows none where the rule looks. */
export function artifactAt(definition: SiteDefinition, match: PageMatch, document: Document): Artifact {
  const { rule, type, key, url } = match;
  const { title, owner, stage } = readRecord(match, document);
  return {
    kind: rule.kind ?? definition.kind,
    site: definition.id,
    key,
    url,
    title,
    type,
    ...(owner && { owner }),
    ...(stage && { stage }),
  };
}

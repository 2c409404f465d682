/**
 * Checks a site definition that comes from a person, a file or a workspace: its shape first, then whether it can do harm.
 * Its messages are for whoever wrote the definition. Used where definitions are stored, never in the page script.
 */

import { builtInSites } from '../sites/index.ts';
import { choiceProblems } from './check-choices.ts';
import { fitsHost } from './check-host.ts';
import { matchesAnything } from './check-pattern.ts';
import type { AddressPattern, PageRule, Reader, SiteDefinition } from './definition.ts';
import { definitionShape } from './definition-shape.ts';
import { matchesSite } from './match-site.ts';

const groupsIn = (text: string) => [...text.matchAll(/\(\?<(\w+)>/g)].map(([, group]) => group ?? '');
const placeholders = (text: string) => [...text.matchAll(/\{(\w*)\}/g)].map(([, group]) => group ?? '');

/** For each address of the rule, every group that the address or the page can give. */
function groupsOf({ address: patterns, fromPage = {} }: PageRule): string[][] {
  return patterns.map(({ host, path, hash, query, hashQuery }) => [
    'type',
    ...Object.keys(fromPage),
    ...[host, path, hash, ...Object.values(query ?? {}), ...Object.values(hashQuery ?? {})].flatMap(part =>
      groupsIn(part ?? ''),
    ),
  ]);
}

function ruleProblems(rule: PageRule, site: SiteDefinition, isBuiltIn: boolean): string[] {
  const problems: string[] = [];
  const key = rule.key ?? ['type', 'id'];
  if (!key.some(group => group !== 'type') && !/^[a-z]/.test(String(rule.type)))
    problems.push('has no id in its key');
  groupsOf(rule).forEach((groups, i) => {
    const missing = [...key, ...[rule.origin, rule.canonical].flatMap(text => placeholders(text ?? ''))].find(
      group => !groups.includes(group),
    );
    if (missing) problems.push(`needs the part (?<${missing}>…) in address ${i + 1}`);
    const only = rule.address[i];
    if (
      key.includes('id') &&
      only?.path &&
      !only.query &&
      !only.hash &&
      !only.hashQuery &&
      !rule.fromPage &&
      matchesAnything(only.path)
    ) {
      problems.push(`takes every page for a record: address ${i + 1} matches any path`);
    }
  });
  if (rule.formerKeys && !isBuiltIn) problems.push('names former keys: only the sites that ship have any');
  if (!rule.origin) return problems;
  if (!isBuiltIn) {
    problems.push('sets an origin: the keys of a site that was taught always begin with the page’s own');
    return problems;
  }
  const origin = rule.origin.replace(/\{\w+\}/g, 'x');
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !origin.startsWith('https://')) {
    problems.push(`has an origin that is none: ${rule.origin}`);
  } else if (!site.match.hosts.some(pattern => fitsHost(pattern, new URL(origin).hostname))) {
    problems.push(`has an origin of another site: ${rule.origin}`);
  }
  return problems;
}

/** An address that a host pattern takes in, to see whether two patterns overlap. */
const sample = (host: string) => new URL(`https://${host.replaceAll('*', 'x')}/`);

/** The site that ships with Sideline and already covers all of this host. */
export function shippedAt(host: string): SiteDefinition | undefined {
  return builtInSites.find(
    site =>
      !site.match.paths &&
      (matchesSite(site, sample(host)) ||
        site.match.hosts.some(theirs => matchesSite({ ...site, match: { hosts: [host] } }, sample(theirs)))),
  );
}

/** What only the definitions that we ship may do: choose their id, probe the page, know a host that is shipped. */
function outsideProblems({ id, match }: SiteDefinition): string[] {
  return [
    ...(id.startsWith('taught-') ? [] : ['Its id must begin with “taught-”.']),
    ...(match.hosts.length ? [] : ['It names no host: say on which one it is, such as crm.example.com.']),
    ...(match.probe ? ['A mark in the page (probe) could be on any site: name the hosts instead.'] : []),
    ...match.hosts.flatMap(host => {
      const shipped = shippedAt(host);
      return shipped ? [`Sideline knows ${shipped.name} already: “${host}” cannot be taught anew.`] : [];
    }),
  ];
}

function siteProblems(site: SiteDefinition, isBuiltIn: boolean): string[] {
  const { hosts, probe } = site.match;
  return [
    ...(!isBuiltIn || hosts.length || probe
      ? []
      : ['It names no host and no mark in the page to be recognised by.']),
    ...(isBuiltIn ? [] : outsideProblems(site)),
    ...site.pages.flatMap((rule, i) =>
      ruleProblems(rule, site, isBuiltIn).map(problem => `Page ${i + 1} ${problem}.`),
    ),
  ];
}

const patternsOfAddress = ({ host, path, hash, query, hashQuery }: AddressPattern) =>
  [host, path, hash, ...Object.values(query ?? {}), ...Object.values(hashQuery ?? {})].flatMap(
    part => part ?? [],
  );

/** Every pattern of a definition, those for texts of the page too. */
function patternsOf({ plain = [], pages }: SiteDefinition): string[] {
  const readers: Reader[] = pages.flatMap(({ fromPage = {}, title, owner, stage }) =>
    [...Object.values(fromPage), title, owner, stage].flatMap(each => each ?? []),
  );
  return [
    ...[...plain, ...pages.flatMap(page => page.address)].flatMap(patternsOfAddress),
    ...readers.flatMap(({ pattern }) => pattern ?? []),
  ];
}

export type DefinitionCheck = { ok: true; definition: SiteDefinition } | { ok: false; problems: string[] };

/**
 * The definition, or every reason why it is refused, in sentences. `builtIn` allows what only definitions of ours may do.
 */
export function checkDefinition(input: unknown, { builtIn = false } = {}): DefinitionCheck {
  const parsed = definitionShape.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const where = path.join('.').replace(/\.(\d+)/g, (_, i: string) => ` ${Number(i) + 1}`);
      return `${where || 'The definition'}: ${message}`;
    });
    return { ok: false, problems: problems.slice(0, 20) };
  }
  const definition = parsed.data as SiteDefinition;
  // First, because the other checks match with these patterns themselves.
  const slow = builtIn ? [] : choiceProblems(patternsOf(definition));
  const problems = slow.length > 0 ? slow.slice(0, 20) : siteProblems(definition, builtIn);
  return problems.length ? { ok: false, problems } : { ok: true, definition };
}

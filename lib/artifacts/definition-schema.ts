/**
 * Checks a site definition that comes from a person, a file or a workspace: first its shape, then whether it can do
 * harm. Messages are for whoever wrote the definition. Used where definitions are stored, never in the page script.
 */
import { fitsHost, ownedPart } from './check-host.ts';
import { matchesAnything } from './check-pattern.ts';
import type { PageRule, SiteDefinition } from './definition.ts';
import { definitionShape } from './definition-shape.ts';

const groupsIn = (text: string) => [...text.matchAll(/\(\?<(\w+)>/g)].map(([, group]) => group ?? '');
const placeholders = (text: string) => [...text.matchAll(/\{(\w*)\}/g)].map(([, group]) => group ?? '');

/** Every group that an address of the rule, or its page, can give. */
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
  if (!rule.origin) return problems;
  if (!site.match.hosts.length) problems.push('cannot set an origin: its hosts are not known');
  const origin = rule.origin.replace(/\{\w+\}/g, 'x');
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !origin.startsWith('https://')) {
    problems.push(`has an origin that is none: ${rule.origin}`);
  } else if (!site.match.hosts.some(pattern => fitsHost(pattern, new URL(origin).hostname))) {
    problems.push(`has an origin of another site: ${rule.origin}`);
  } else if (
    !isBuiltIn &&
    site.match.hosts.some(host => ownedPart(host) !== ownedPart(new URL(origin).hostname))
  ) {
    problems.push(`brings hosts of different owners under one origin: ${rule.origin}`);
  }
  return problems;
}

function siteProblems(site: SiteDefinition, isBuiltIn: boolean): string[] {
  const { hosts, probe } = site.match;
  return [
    ...(hosts.length || probe ? [] : ['It names no host and no mark in the page to be recognised by.']),
    ...(isBuiltIn || site.id.startsWith('taught-') ? [] : ['Its id must begin with “taught-”.']),
    ...site.pages.flatMap((rule, i) =>
      ruleProblems(rule, site, isBuiltIn).map(problem => `Page ${i + 1} ${problem}.`),
    ),
  ];
}

export type DefinitionCheck = { ok: true; definition: SiteDefinition } | { ok: false; problems: string[] };

/**
 * The definition, or every reason why it is refused, in sentences. `builtIn` lifts what only code of ours may do: an id
 * of its own choice, one origin for hosts of different names.
 */
export function checkDefinition(input: unknown, { builtIn = false } = {}): DefinitionCheck {
  const parsed = definitionShape.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const place = path.join('.').replace(/\.(\d+)/g, (_, i: string) => ` ${Number(i) + 1}`);
      return `${place || 'The definition'}: ${message}`;
    });
    return { ok: false, problems: problems.slice(0, 20) };
  }
  const definition = parsed.data as SiteDefinition;
  const problems = siteProblems(definition, builtIn);
  return problems.length ? { ok: false, problems } : { ok: true, definition };
}

/**
 * Taught sites as a file that one device writes and another reads. A file is data from outside: it is parsed as JSON,
 * checked like any definition, and never run.
 */

import { checkDefinition } from './check-definition.ts';
import type { SiteDefinition } from './definition.ts';

/** A longer file, in UTF-16 units, is not one of ours. */
const MAX_FILE = 2_000_000;
const MAX_SITES = 500;

export type FileEntry =
  | { ok: true; definition: SiteDefinition }
  /** `name` is what the entry calls itself, or ''. */
  | { ok: false; name: string; problems: string[] };

export type SiteFile =
  | { ok: true; entries: FileEntry[] }
  | { ok: false; problem: FileProblem; detail: string };
export type FileProblem = 'not-json' | 'too-big' | 'no-sites';

export function writeSiteFile(definitions: readonly SiteDefinition[]): string {
  return `${JSON.stringify({ sideline: 'sites', sites: definitions }, null, 2)}\n`;
}

/** Every site in a file, with what is wrong with it, or why this is no such file. One bad site does not spoil the others. */
export function readSiteFile(text: string): SiteFile {
  if (text.length > MAX_FILE) return { ok: false, problem: 'too-big', detail: '' };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: 'not-json', detail: error instanceof Error ? error.message : '' };
  }
  const sites = sitesIn(content);
  if (sites.length === 0) return { ok: false, problem: 'no-sites', detail: '' };
  if (sites.length > MAX_SITES) return { ok: false, problem: 'too-big', detail: '' };
  return { ok: true, entries: sites.map(readEntry) };
}

/** Our own file, a bare list, or one definition by itself. */
function sitesIn(content: unknown): unknown[] {
  if (Array.isArray(content)) return content;
  if (typeof content !== 'object' || content === null) return [];
  if ('sites' in content) return Array.isArray(content.sites) ? content.sites : [];
  return 'match' in content || 'pages' in content ? [content] : [];
}

function readEntry(site: unknown): FileEntry {
  const checked = checkDefinition(site);
  if (checked.ok) return checked;
  const name = typeof site === 'object' && site !== null && 'name' in site ? String(site.name) : '';
  return { ok: false, name: name.slice(0, 100), problems: checked.problems };
}

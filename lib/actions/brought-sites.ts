/**
 * The sites whose definition came with a note: of a site that its author taught and nobody has shared. They identify pages
 * after those that this member taught or that are shared (sites.ts), and one's own go along with notes likewise.
 */
import { checkDefinition } from '#lib/artifacts/definition/check-definition.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { loadPolicy } from '#lib/device/policy.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { isThere } from '#lib/store/queries/records.ts';
import { ownSites } from './sites.ts';

/** The definitions that identify a page, in the order they are tried. */
export async function ownDefinitions(db: SidelineDb): Promise<SiteDefinition[]> {
  return [...definitionsOf(await ownSites(db)), ...definitionsOf(await broughtSites(db))];
}

function definitionsOf(sites: readonly { definition?: SiteDefinition }[]): SiteDefinition[] {
  return sites.flatMap(({ definition }) => definition ?? []);
}

export interface BroughtSite {
  definition: SiteDefinition;
  /** Who wrote the note that brought it. */
  authorId: string;
}

/**
 * The definitions that came with notes by others: of a site that their author taught and nobody has shared. They are tried
 * last, so that whatever an owner shares or a person teaches takes their place. Of several for one host the oldest counts
 * until it is gone, so that a later note changes nothing under people's hands. None where teaching is switched off.
 */
export async function broughtSites(db: SidelineDb): Promise<BroughtSite[]> {
  const { workspaceId, memberId } = await loadIdentity(db);
  const rows = await db.records.where('[workspaceId+brings]').equals([workspaceId, 1]).toArray();
  if (rows.length === 0 || !(await loadPolicy()).teaching) return [];
  const byHost = new Map<string, BroughtSite>();
  const byAge = rows.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  for (const row of byAge) {
    const { url, site, taught } = (row.body.artifact ?? {}) as Partial<Artifact>;
    const host = URL.parse(String(url))?.host ?? '';
    if (row.authorId === memberId || byHost.has(host) || !isThere(row)) continue;
    const definition = checkedBrought(host, String(site), taught);
    if (definition) byHost.set(host, { definition, authorId: row.authorId });
  }
  return [...byHost.values()];
}

/** A longer definition, as JSON, does not go along: the note would be mostly that. */
const MAX_ALONG = 8000;
/** What we found of definitions that were brought, by host, site and text: every page asks, and a check takes long. */
const found = new Map<string, SiteDefinition | null>();
const MAX_FOUND = 500;

/** A note brings the definition of the very host on which it was written, and of no other. */
function checkedBrought(host: string, site: string, taught: unknown): SiteDefinition | undefined {
  const text = JSON.stringify(taught) ?? '';
  if (text.length > MAX_ALONG) return undefined;
  const key = JSON.stringify([host, site, text]);
  const known = found.get(key);
  if (known !== undefined) return known ?? undefined;
  const checked = checkDefinition(taught);
  const isOfNote =
    checked.ok &&
    checked.definition.match.hosts.join(' ') === host &&
    host !== '' &&
    checked.definition.id === site;
  const definition = isOfNote ? checked.definition : null;
  const [oldest] = found.keys();
  if (found.size >= MAX_FOUND && oldest !== undefined) found.delete(oldest);
  found.set(key, definition);
  return definition ?? undefined;
}

export interface Along {
  artifact: Artifact;
  /** Somebody else's device knows the work by itself: its site ships, is shared, is only a page, or comes along. */
  isFound: boolean;
}

/**
 * The work of a note for somebody else, with the definition of its site where that is only taught and not shared. What the
 * page itself may have put there is left out.
 */
export async function withDefinition(db: SidelineDb, { taught: _, ...given }: Artifact): Promise<Along> {
  const artifact = given as Artifact;
  const isWeb = /^https?:$/.test(URL.parse(artifact.url)?.protocol ?? '');
  if (!artifact.site.startsWith('taught-')) return { artifact, isFound: isWeb };
  const sites = await ownSites(db);
  if (sites.some(({ definition, shared }) => shared && definition?.id === artifact.site)) {
    return { artifact, isFound: isWeb };
  }
  const known = [...definitionsOf(sites), ...definitionsOf(await broughtSites(db))];
  const definition = known.find(({ id }) => id === artifact.site);
  if (!definition || JSON.stringify(definition).length > MAX_ALONG) return { artifact, isFound: false };
  return { artifact: { ...artifact, taught: { ...definition } } as Artifact, isFound: isWeb };
}

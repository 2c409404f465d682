/**
 * The sites that people taught: `site` records (lib/records/kinds/site.ts), one's own and those that an owner shared with
 * the workspace. A definition is checked every time it is read, wherever it came from. One that fails is shown with
 * the reason and never used.
 */

import { checkDefinition } from '#lib/artifacts/definition/check-definition.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { mergeDefinition } from '#lib/artifacts/definition/merge-definition.ts';
import { loadPolicy } from '#lib/device/policy.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord, deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { isThere, recordsOfType } from '#lib/store/queries/records.ts';
import { type StoredRecord, toEnvelope } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';

export interface OwnSite {
  record: StoredRecord;
  /** Absent if the definition was refused. */
  definition?: SiteDefinition;
  /** Why it was refused, in sentences. */
  problems: string[];
  mine: boolean;
  shared: boolean;
}

/**
 * Every taught site this device knows, in the order they are tried. The workspace's shared sites come before one's
 * own, because otherwise a team's notes would be stored under two keys; within each, newest first.
 */
export async function ownSites(db: SidelineDb, identity?: Identity): Promise<OwnSite[]> {
  const { workspaceId, memberId } = identity ?? (await loadIdentity(db));
  const records = await recordsOfType(db, workspaceId, 'site');
  return records.flatMap(record => (isType(record, 'site') ? [toSite(record, memberId)] : [])).sort(inOrder);
}

function toSite(record: StoredRecord, memberId: string): OwnSite {
  const checked = checkDefinition(record.body.definition);
  return {
    record,
    mine: record.authorId === memberId,
    shared: record.audience === 'workspace',
    ...(checked.ok ? { definition: checked.definition, problems: [] } : { problems: checked.problems }),
  };
}

function inOrder(a: OwnSite, b: OwnSite): number {
  return (
    Number(b.shared) - Number(a.shared) ||
    b.record.updatedAt - a.record.updatedAt ||
    (a.record.id < b.record.id ? -1 : 1)
  );
}

/** The definitions that identify a page, in the order they are tried. */
export async function ownDefinitions(db: SidelineDb): Promise<SiteDefinition[]> {
  const own = (await ownSites(db)).flatMap(({ definition }) => (definition ? [definition] : []));
  return [...own, ...(await broughtSites(db)).map(({ definition }) => definition)];
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
  const definition = (await ownDefinitions(db)).find(({ id }) => id === artifact.site);
  if (!definition || JSON.stringify(definition).length > MAX_ALONG) return { artifact, isFound: false };
  return { artifact: { ...artifact, taught: { ...definition } } as Artifact, isFound: isWeb };
}

export type SavedSite = { ok: true; site: SiteDefinition } | { ok: false; problems: string[] };

/**
 * Checks a definition and saves it as one's own. With `join`, what was taught about one kind of page is added to what
 * is known about the site's other pages; without it, the whole definition is replaced. A refusal changes nothing.
 */
export async function saveSite(
  db: SidelineDb,
  input: unknown,
  now: number,
  { join = false } = {},
): Promise<SavedSite> {
  const checked = checkDefinition(input);
  if (!checked.ok) return checked;
  const identity = await loadIdentity(db);
  const same = (await ownSites(db, identity)).find(site => site.mine && idOf(site) === checked.definition.id);
  const merged = join ? mergeDefinition(same?.definition, checked.definition) : checked.definition;
  const again = checkDefinition(merged);
  if (!again.ok) return again;
  const body = { definition: { ...again.definition } };
  const record = same
    ? reviseRecord(toEnvelope(same.record), body, now)
    : createRecord(
        {
          type: 'site',
          workspaceId: identity.workspaceId,
          authorId: identity.memberId,
          audience: 'author',
          body,
        },
        now,
      );
  await saveOwn(db, record);
  return { ok: true, site: again.definition };
}

const idOf = ({ record }: OwnSite) => (record.body.definition as { id?: unknown } | undefined)?.id;

/** Removes one of one's own sites. The notes written on it keep their keys. */
export async function removeSite(db: SidelineDb, { record }: OwnSite, now: number): Promise<void> {
  await saveOwn(db, deleteRecord(toEnvelope(record), now));
}

/**
 * Shares one of one's own sites with the workspace, or makes it private again. The server accepts this from owners
 * only.
 */
export async function shareSite(
  db: SidelineDb,
  { record }: OwnSite,
  on: boolean,
  now: number,
): Promise<void> {
  const next = reviseRecord(toEnvelope(record), record.body, now);
  await saveOwn(db, { ...next, audience: on ? 'workspace' : 'author' });
}

/** Shares one's own site with this id; does nothing where there is none. */
export async function shareSaved(db: SidelineDb, id: string, now: number): Promise<void> {
  const site = (await ownSites(db)).find(each => each.mine && each.definition?.id === id);
  if (site) await shareSite(db, site, true, now);
}

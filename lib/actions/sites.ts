/**
 * The sites that people taught: `site` records (lib/records/kinds/site.ts), one's own and those that an owner shared with
 * the workspace. A definition is checked every time it is read, wherever it came from. One that fails is shown with
 * the reason and never used.
 */

import { checkDefinition } from '#lib/artifacts/definition/check-definition.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { mergeDefinition } from '#lib/artifacts/definition/merge-definition.ts';
import { createRecord, deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
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

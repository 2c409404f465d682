/**
 * The sites that people taught: `site` records (lib/records/site.ts), one's own and those that an owner shared with the
 * workspace. A definition is checked whenever it is read, wherever it came from; one that does not pass is shown with
 * its reason and used by nothing.
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
  /** Absent where the definition was refused. */
  definition?: SiteDefinition;
  /** Why it is refused, in sentences. */
  problems: string[];
  mine: boolean;
  shared: boolean;
}

/**
 * Every taught site that this device knows, in the order in which they are asked: what the workspace shares before what
 * one taught oneself, or the notes of a team would lie under two keys; then the newest.
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

/** What a page is identified by, in order. */
export async function ownDefinitions(db: SidelineDb): Promise<SiteDefinition[]> {
  return (await ownSites(db)).flatMap(({ definition }) => (definition ? [definition] : []));
}

export type SavedSite = { ok: true; site: SiteDefinition } | { ok: false; problems: string[] };

/**
 * Keeps a definition, checked, as one's own. `join` adds what was taught of one kind of page to what is known of the
 * same site's others; without it the whole definition is replaced. Nothing changes when it is refused.
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

/** Takes a site of one's own away; its records keep their notes under their keys. */
export async function removeSite(db: SidelineDb, { record }: OwnSite, now: number): Promise<void> {
  await saveOwn(db, deleteRecord(toEnvelope(record), now));
}

/** Shares a site of one's own with the workspace, or takes it back to oneself. The server lets only owners. */
export async function shareSite(
  db: SidelineDb,
  { record }: OwnSite,
  on: boolean,
  now: number,
): Promise<void> {
  const next = reviseRecord(toEnvelope(record), record.body, now);
  await saveOwn(db, { ...next, audience: on ? 'workspace' : 'author' });
}

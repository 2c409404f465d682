/** Reads records for figures: whole ones only, of a form that this version knows, and none that its author keeps private. */
import { type Kysely, sql } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import { judgeStored } from '#lib/records/parse.ts';
import { settingsIn } from '#lib/records/settings-in.ts';
import type { Body, RecordType } from '#lib/records/types.ts';
import { anyOf } from '#server/store/insert-rows.ts';
import type { MemberRow } from '#server/store/members.ts';
import { readStored } from '#server/store/mend.ts';
import type { Tables } from '#server/store/schema.ts';

interface Which {
  types: readonly RecordType[];
  /** Only those about these members; absent: about anybody, and about nobody. */
  about?: Iterable<string>;
  /** Only those made since then, in ms since 1970. */
  since?: number;
}

/**
 * Without tombstones. A damaged row counts in no figure, nor does what a newer version wrote: what that means, this one
 * cannot know.
 */
export async function readRecords(
  db: Kysely<Tables>,
  workspaceId: string,
  { types, about, since }: Which,
): Promise<Envelope[]> {
  const rows = await db
    .selectFrom('records')
    .select(['id', 'record'])
    .where('workspace_id', '=', workspaceId)
    .where('type', 'in', types)
    .where('deleted', '=', 0)
    .where('audience', '!=', 'author')
    .$if(about !== undefined, query =>
      query.where(sql<boolean>`subject_id ${anyOf(db, new Set(about ?? []))}`),
    )
    .$if(since !== undefined, query => query.where('created_at', '>=', since ?? 0))
    .execute();
  return rows.flatMap(({ id, record }) => {
    const read = readStored(record);
    if (read?.id !== id) return [];
    const { problem, newer } = judgeStored(read);
    return problem === undefined && !newer ? [read] : [];
  });
}

/** What the owner has set for everybody, if anything. */
export async function sharedSettingsOf(
  db: Kysely<Tables>,
  workspaceId: string,
  members: readonly Pick<MemberRow, 'id' | 'roles'>[],
): Promise<Body<'settings'> | undefined> {
  const owners = new Set(members.filter(({ roles }) => roles.includes('owner')).map(({ id }) => id));
  return settingsIn(await readRecords(db, workspaceId, { types: ['settings'] }), owners)?.body;
}

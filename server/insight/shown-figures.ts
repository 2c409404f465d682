/**
 * Shows figures about groups and keeps what was shown, apart for each metric. Asking and keeping is one transaction on the
 * workspace's row, so that two who ask at once cannot be shown two figures whose difference is one person.
 */
import type { Kysely } from 'kysely';
import type { Cell } from '#lib/coaching/privacy/release.ts';
import { type GroupFigure, releaseOnce } from '#lib/coaching/privacy/release-once.ts';
import { z } from '#lib/records/zod.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';

export interface Metric<T> {
  name: string;
  /** What a figure of it looks like. */
  value: z.ZodType<T>;
}

const cells = z.array(z.object({ personId: z.string(), period: z.string() })).readonly();

/** The figures that may be shown, by id. `minimum` is what the workspace has set. */
export async function showFigures<T>(
  db: Kysely<Tables>,
  workspaceId: string,
  metric: Metric<T>,
  figures: readonly GroupFigure<T>[],
  { minimum, now }: { minimum: number | undefined; now: number },
): Promise<Map<string, T>> {
  const { result } = await changeWorkspace(db, workspaceId, now, async ({ trx }) => {
    const before = await shownBefore(trx, workspaceId, metric);
    const kept = releaseOnce(figures, minimum, before);
    const known = new Set(before.map(({ id }) => id));
    const fresh = kept.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) {
      await trx
        .insertInto('shown_figures')
        .values(
          fresh.map(figure => ({
            workspace_id: workspaceId,
            metric: metric.name,
            id: figure.id,
            cells: JSON.stringify(figure.cells),
            value: JSON.stringify(figure.value),
          })),
        )
        .execute();
    }
    return new Map(kept.map(({ id, value }) => [id, value]));
  });
  return result;
}

/** A row that cannot be read ends the call: without it, more might be shown than should be. */
async function shownBefore<T>(
  db: Kysely<Tables>,
  workspaceId: string,
  { name, value }: Metric<T>,
): Promise<GroupFigure<T>[]> {
  const rows = await db
    .selectFrom('shown_figures')
    .select(['id', 'cells', 'value'])
    .where('workspace_id', '=', workspaceId)
    .where('metric', '=', name)
    .execute();
  return rows.map(row => ({
    id: row.id,
    cells: cells.parse(JSON.parse(row.cells)) satisfies readonly Cell[],
    value: value.parse(JSON.parse(row.value)),
  }));
}

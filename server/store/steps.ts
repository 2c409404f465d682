/** Walks all records of a workspace in steps, so that nobody else waits until the last one is read. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** The ids after `after`, up to and including `last`. */
export interface Step {
  after: string;
  last: string;
}

/** Between two steps all other requests have their turn: SQLite answers at once, so nothing else here would wait. */
export async function* stepsOf(db: Kysely<Tables>, workspaceId: string, size: number): AsyncGenerator<Step> {
  for (let after = ''; ; ) {
    const step = await db
      .selectFrom(
        db
          .selectFrom('records')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('id', '>', after)
          .orderBy('id')
          .limit(size)
          .as('step'),
      )
      .select(eb => eb.fn.max('id').as('last'))
      .executeTakeFirst();
    const last = step?.last;
    if (!last) return;
    yield { after, last };
    after = last;
    await nextTurn();
  }
}

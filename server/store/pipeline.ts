/**
 * Sends several statements of one transaction without waiting for each answer: PostgreSQL works on the first while the
 * others travel, so that we wait once instead of once a statement. SQLite runs in this process, one after the other.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CompiledQuery, QueryExecutor, Transaction } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** The rows of each statement, in the order of the statements. */
export type RowsOf<Q extends readonly CompiledQuery[]> = {
  [K in keyof Q]: Q[K] extends CompiledQuery<infer Row> ? Row[] : never;
};

/** Rejects with the error of the first statement that fails. The transaction is over then. */
export function pipeline<const Q extends readonly CompiledQuery[]>(
  trx: Transaction<Tables>,
  queries: Q,
): Promise<RowsOf<Q>> {
  const executor: QueryExecutor = trx.getExecutor();
  return executor.provideConnection(async connection => {
    // The transaction's own executor makes each statement wait for the one before, so we go around it.
    const atOnce = executor.withConnectionProvider({ provideConnection: use => use(connection) });
    const results = await Promise.all(queries.map(query => atOnce.executeQuery(query)));
    return results.map(result => result.rows) as RowsOf<Q>;
  });
}

/**
 * Sends the last statements of a transaction, group by group: we build the next group while the database works on the
 * one before. On PostgreSQL the commit can follow at once, before their answers are there. If a statement failed, that
 * commit rolls everything back and fails too; `done` then says why. Resolves when all statements have been sent.
 */
export async function pipelineAndCommit(
  trx: Transaction<Tables>,
  groups: readonly (() => readonly CompiledQuery[])[],
): Promise<{ done: Promise<unknown> }> {
  if (kindOf(trx) !== 'postgres') {
    for (const group of groups) await pipeline(trx, group());
    return { done: Promise.resolve() };
  }
  const { promise: sent, resolve, reject } = Promise.withResolvers<void>();
  const done = trx.getExecutor().provideConnection(async connection => {
    const results: Promise<unknown>[] = [];
    for (const group of groups) {
      // Give the group before a chance to leave first.
      if (results.length > 0) await nextTurn();
      for (const query of group()) {
        const answer = connection.executeQuery(query);
        // `Promise.all` below reports it; without this, node would see an unhandled rejection until then.
        answer.catch(() => undefined);
        results.push(answer);
      }
    }
    // The connection has all of them now, so the commit cannot overtake one.
    resolve();
    await Promise.all(results);
  });
  done.catch(reject);
  await sent;
  return { done };
}

/**
 * Several statements of one transaction at once. PostgreSQL then works on the first while the others are on their way:
 * one wait instead of one each. SQLite, which is in this process, does them one after the other.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CompiledQuery, QueryExecutor, Transaction } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** What each statement gives, in their order. */
export type RowsOf<Q extends readonly CompiledQuery[]> = {
  [K in keyof Q]: Q[K] extends CompiledQuery<infer Row> ? Row[] : never;
};

/** Rejects with what the first of them that could not be done says; the transaction is then over. */
export function pipeline<const Q extends readonly CompiledQuery[]>(
  trx: Transaction<Tables>,
  queries: Q,
): Promise<RowsOf<Q>> {
  const executor: QueryExecutor = trx.getExecutor();
  return executor.provideConnection(async connection => {
    // Asked by itself, the transaction's executor has each statement wait for the one before.
    const atOnce = executor.withConnectionProvider({ provideConnection: use => use(connection) });
    const results = await Promise.all(queries.map(query => atOnce.executeQuery(query)));
    return results.map(result => result.rows) as RowsOf<Q>;
  });
}

/**
 * The last statements of a transaction, group by group: the next is made while the database is at work on the one
 * before. On PostgreSQL its commit is sent right behind them, without waiting for what they say. A commit behind a
 * statement that could not be done takes everything back and fails; `done` then says why. Resolves when all are on their
 * way.
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
      // What was handed to the connection before is on its way by then.
      if (results.length > 0) await nextTurn();
      for (const query of group()) {
        const answer = connection.executeQuery(query);
        // Whoever waits for all of them hears of it; until then nobody does.
        answer.catch(() => undefined);
        results.push(answer);
      }
    }
    // All were handed to the connection before this: so the commit cannot overtake one.
    resolve();
    await Promise.all(results);
  });
  done.catch(reject);
  await sent;
  return { done };
}

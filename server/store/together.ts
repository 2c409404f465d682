/**
 * Several statements of one transaction at once. PostgreSQL then works on the first while the others are on their way:
 * one wait instead of one each. SQLite, which is in this process, does them one after the other.
 */
import type { CompiledQuery, QueryExecutor, Transaction } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** What each statement gives, in their order. */
export type RowsOf<Q extends readonly CompiledQuery[]> = {
  [K in keyof Q]: Q[K] extends CompiledQuery<infer Row> ? Row[] : never;
};

/** Rejects with what the first of them that could not be done says; the transaction is then over. */
export function together<const Q extends readonly CompiledQuery[]>(
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
 * The last statements of a transaction: on PostgreSQL its commit is sent right behind them, without waiting for what
 * they say. A commit behind a statement that could not be done takes everything back and fails; `done` then says why.
 * Resolves when all are on their way.
 */
export async function lastTogether(
  trx: Transaction<Tables>,
  queries: readonly CompiledQuery[],
): Promise<{ done: Promise<unknown> }> {
  if (kindOf(trx) !== 'postgres') return { done: Promise.resolve(await together(trx, queries)) };
  const { promise: sent, resolve, reject } = Promise.withResolvers<void>();
  const done = trx.getExecutor().provideConnection(async connection => {
    // Each is handed to the connection before the next line: so the commit cannot overtake one.
    const results = queries.map(query => connection.executeQuery(query));
    resolve();
    await Promise.all(results);
  });
  done.catch(reject);
  await sent;
  return { done };
}

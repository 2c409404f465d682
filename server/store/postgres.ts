/** PostgreSQL through `pg`, for our tables and the auth library's. Any number of instances can share it. */
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { sessionsOf, setPlans } from './postgres-session.ts';
import type { Tables } from './schema.ts';

export interface PostgresInput {
  /** `postgres://user:password@host/database?sslmode=…` */
  url: string;
  /** How many connections this instance opens at most; at least 2. */
  poolSize: number;
}

/** How long a statement may take, in ms. A longer one is a mistake and must not block a connection for ever. */
const STATEMENT_TIMEOUT = 30_000;
/** How long a request waits for a free connection or for a new one, in ms. */
const CONNECT_TIMEOUT = 5000;
/** The number of the advisory lock for `alone`. Any number will do, as long as it never changes. */
const ALONE = 7_352_614_001;

const INT8 = 20;
const NUMERIC = 1700;

export function openPostgres({ url, poolSize }: PostgresInput, onLost: (error: unknown) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: Math.max(2, poolSize),
    application_name: 'sideline',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT,
    keepAlive: true,
    // Send a statement right away, even when the one before has no answer yet.
    pipeline: true,
    types: { getTypeParser },
  });
  // Without listeners, any connection that the database closes would end the process.
  pool.on('connect', client => {
    client.on('error', onLost);
    void setPlans(client);
  });
  pool.on('error', () => {});
  const dialect = new PostgresDialect({ pool: sessionsOf(pool) });
  return {
    kind: 'postgres',
    db: new Kysely<Tables>({ dialect, plugins: [datesAsTexts] }),
    authDb: new Kysely<Tables>({ dialect }),
    async alone(work) {
      const client = await pool.connect();
      try {
        await client.query('set statement_timeout = 0');
        await client.query('select pg_advisory_lock($1)', [ALONE]);
        return await work();
      } finally {
        // Ending the session releases the lock and drops the setting.
        client.release(true);
      }
    },
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}

/** Reads bigints as numbers: our sequence numbers, counts and instants are far below 2^53. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (id, format) =>
  id === INT8 || id === NUMERIC ? Number : pg.types.getTypeParser(id, format);

/** On SQLite the library's instants are ISO texts. `db` gives the same here, so that readers need not care. */
const datesAsTexts: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    for (const row of result.rows) {
      for (const key in row) {
        const value = row[key];
        if (value instanceof Date) row[key] = value.toISOString();
      }
    }
    return result;
  },
};

/** PostgreSQL through `pg`: for our tables and the auth library's alike, shared by any number of instances. */
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

/** A statement that takes longer is a mistake: it must not hold a connection for ever. In ms. */
const STATEMENT_TIMEOUT = 30_000;
/** How long a request waits for a free connection, or for a new one to be opened, in ms. */
const CONNECT_TIMEOUT = 5000;
/** The advisory lock behind `alone`: any number, as long as it is always the same. */
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
    // A statement is sent when it is asked, whether or not the one before has been answered.
    pipeline: true,
    types: { getTypeParser },
  });
  // Without listeners, a connection that the database closes, in use or not, would end the process.
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
        // Ending the session lets go of the lock and of the setting.
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

/** Sequence numbers, counts and instants are far below 2^53. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (id, format) =>
  id === INT8 || id === NUMERIC ? Number : pg.types.getTypeParser(id, format);

/** The library's instants are ISO texts on SQLite: so are they here, for whoever reads them through `db`. */
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

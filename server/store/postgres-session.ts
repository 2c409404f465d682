/**
 * A PostgreSQL connection for Kysely that waits less: `begin` is sent together with the first query of its transaction,
 * and frequent statements stay prepared, so that the database parses them only once.
 */
import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A statement is prepared at its third use, and only so many are: each one takes memory in every connection. */
const USES = 3;
const MAX_KEPT = 100;
/** How many different statements are counted at a time. */
const MAX_COUNTED = 1000;
/** In characters. A longer statement was made for a certain number of rows and seldom comes again. */
const MAX_LENGTH = 9000;

/**
 * Errors that only a prepared statement can have: a pooler gave us another session (26000 unknown, 42P05 known
 * already), or another instance has changed a table.
 */
const LOST = ['26000', '42P05'];
const CHANGED = /cached plan must not change result type/;

/** Names the statements that are worth keeping prepared. */
interface Names {
  nameOf(sql: string): string | undefined;
  /** Prepares no more statements: something between us and the database does not allow it. */
  stop(): void;
}

function createNames(): Names {
  const names = new Map<string, string>();
  let uses = new Map<string, number>();
  let stopped = false;
  return {
    nameOf(sql) {
      const known = names.get(sql);
      if (stopped || known !== undefined) return stopped ? undefined : known;
      // What `*` stands for changes with the table, and a prepared statement does not survive that.
      if (names.size >= MAX_KEPT || sql.length > MAX_LENGTH || sql.includes('*')) return undefined;
      const count = (uses.get(sql) ?? 0) + 1;
      if (uses.size >= MAX_COUNTED) uses = new Map();
      uses.set(sql, count);
      if (count < USES) return undefined;
      uses.delete(sql);
      const name = `sideline_${names.size}`;
      names.set(sql, name);
      return name;
    },
    stop() {
      stopped = true;
    },
  };
}

/**
 * Prepared statements get a new plan each time they run. Otherwise a plan made for a nearly empty table would stay
 * until the table is analyzed. Writing rows does not have this problem, so from the first write to the end of its
 * transaction the plans are kept as well.
 */
const PLAN_ANEW = 'set plan_cache_mode = force_custom_plan';
const PLAN_ONCE = 'set local plan_cache_mode = force_generic_plan';

/** Connections that know these settings. Other engines plan in their own way. */
const planning = new WeakSet<pg.ClientBase>();

/** Prepares a new connection of the pool. Never throws. */
export async function setPlans(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(PLAN_ANEW);
    planning.add(client);
  } catch {
    // If something is wrong with the connection, the next one to use it gets the error.
  }
}

/** The pool in the shape that Kysely expects. Create it with `pipeline: true`. */
export function sessionsOf(pool: pg.Pool): PostgresPool {
  const sessions = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const names = createNames();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const session = sessions.get(client) ?? createSession(client, names);
      sessions.set(client, session);
      return session;
    },
  };
}

type Answer = pg.QueryResult;

function createSession(client: pg.PoolClient, names: Names): PostgresPoolClient {
  const gather = gatherOn(client);
  /** A `begin` that has been sent and has no answer yet. */
  let begun: Promise<unknown> | undefined;
  /** A statement is waiting for that answer. */
  let held = false;
  /** We are in a transaction; and in one that keeps its plans. */
  let within: 'no' | 'yes' | 'planned' = 'no';
  /** Nobody else may get this connection any more. */
  let spoilt = false;

  /**
   * Uses a callback, because queries made with the library's own promises stay in memory until the next full garbage
   * collection, and moving them around until then takes several times as long as collecting everything else.
   */
  function ask(config: pg.QueryConfig): Promise<Answer> {
    return new Promise((resolve, reject) => {
      client.query(config, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
  }

  function send(text: string, values: unknown[]): Promise<Answer> {
    gather();
    const name = values.length === 0 ? undefined : names.nameOf(text);
    if (name !== undefined && within === 'yes' && text.startsWith('insert ') && planning.has(client)) {
      within = 'planned';
      ask({ text: PLAN_ONCE }).catch(() => {
        // If it fails, the statements after it fail as well and report it.
      });
    }
    const answer = ask(name === undefined ? { text, values } : { name, text, values });
    if (name === undefined) return answer;
    return answer.catch(error => {
      if (LOST.includes(error?.code)) names.stop();
      if (LOST.includes(error?.code) || CHANGED.test(error?.message)) spoilt = true;
      throw error;
    });
  }

  function begin(text: string): Promise<Answer> {
    gather();
    within = 'yes';
    const mine = ask({ text });
    begun = mine;
    mine.then(
      () => {
        if (begun === mine) begun = undefined;
        held = false;
      },
      () => {
        // The next statement reports it.
      },
    );
    return Promise.resolve({ command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] });
  }

  function query(text: unknown, values: readonly unknown[] = []): Promise<Answer> {
    if (typeof text !== 'string') {
      throw new TypeError('There are no cursors on a connection that does not wait.');
    }
    if (/^(begin|start transaction)/.test(text)) return begin(text);
    if (/^(commit|rollback)$/.test(text)) within = 'no';
    const before = begun;
    if (before === undefined) return send(text, [...values]);
    // A write waits for `begin`, and so does everything after it: it must not run if the transaction could not begin.
    held ||= !text.startsWith('select ');
    if (held) return before.then(() => send(text, [...values]));
    const answer = send(text, [...values]);
    answer.catch(() => {
      // Whoever waits for it gets the error, or the error of `before` if that came first.
    });
    return before.then(() => answer);
  }

  return {
    query: query as unknown as PostgresPoolClient['query'],
    release(destroy) {
      within = 'no';
      client.release(destroy === true || spoilt || begun !== undefined);
    },
  };
}

/** Sends statements that are made in one go as one piece, which is faster than one system call for each. */
function gatherOn(client: pg.PoolClient): () => void {
  // The client's types do not include the socket.
  const { stream } = (client as unknown as { connection?: { stream: Writable } }).connection ?? {};
  let gathering = false;
  return () => {
    if (gathering || stream === undefined) return;
    gathering = true;
    stream.cork();
    process.nextTick(() => {
      gathering = false;
      stream.uncork();
    });
  };
}

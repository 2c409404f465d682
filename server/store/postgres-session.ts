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
 * What a kept statement can fail of, and only it: a pooler that gives us another session each time (26000 unknown,
 * 42P05 known already), or a table that another instance has changed.
 */
const LOST = ['26000', '42P05'];
const CHANGED = /cached plan must not change result type/;

/** Names the statements that are worth keeping prepared. */
interface Names {
  nameOf(sql: string): string | undefined;
  /** From here on none: whatever is between us and the database does not let statements be kept. */
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
 * A kept statement is planned anew each time it is carried out, as a plan that was made while a table was nearly empty
 * would otherwise be kept until somebody counts the table. Rows that are written need no such care: from the first of
 * them on to the end of its transaction the plan is kept as well.
 */
const PLAN_ANEW = 'set plan_cache_mode = force_custom_plan';
const PLAN_ONCE = 'set local plan_cache_mode = force_generic_plan';

/** Connections that know these settings; an engine that does not has plans of its own. */
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

/** The pool in the shape that Kysely asks for. It must have been made with `pipeline: true`. */
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
  /** A `begin` that was sent and not yet answered. */
  let begun: Promise<unknown> | undefined;
  /** A statement waits for that answer. */
  let held = false;
  /** Within a transaction; and one in which plans are kept. */
  let within: 'no' | 'yes' | 'planned' = 'no';
  /** Nobody else is to get this connection. */
  let spoilt = false;

  /**
   * By a callback: what was asked by the library's own promises is kept until the next full collection of garbage, and
   * moving it about until then takes several times as long as collecting all the rest.
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
        // Then what follows it fails as well, and says so.
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
        // Heard by whoever asks next.
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
    // What changes something waits, and all behind it: it must not be done where the transaction could not begin.
    held ||= !text.startsWith('select ');
    if (held) return before.then(() => send(text, [...values]));
    const answer = send(text, [...values]);
    answer.catch(() => {
      // Heard by whoever waits for it, unless `before` was told to them first.
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

/** All that is asked in one go leaves as one piece: handing it to the system statement by statement takes longer. */
function gatherOn(client: pg.PoolClient): () => void {
  // The way to the socket is not among the client's types.
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

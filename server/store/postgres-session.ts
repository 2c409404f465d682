/**
 * A connection to PostgreSQL as Kysely uses it, with less to wait for: a transaction's `begin` travels with the first
 * look that follows it, and statements that come again and again are kept prepared, so that they are read once.
 */
import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** How often a statement is asked before it is kept, and how many are: each takes memory in every connection. */
const USES = 3;
const MAX_KEPT = 100;
/** Different statements that are counted at once. */
const MAX_COUNTED = 1000;
/** Characters: a longer one is made for the number of its rows, and seldom comes again. */
const MAX_LENGTH = 9000;

/**
 * What a kept statement can fail of, and only it: a pooler that gives us another session each time (26000 unknown, 42P05
 * known already), or a table that another instance has changed.
 */
const LOST = ['26000', '42P05'];
const CHANGED = /cached plan must not change result type/;

/** Gives names to the statements that are worth keeping. */
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
      // What `*` stands for changes with the table, which a kept statement does not survive.
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
  /** Nobody else is to get this connection. */
  let spoilt = false;

  function send(text: string, values: unknown[]): Promise<Answer> {
    gather();
    const name = values.length === 0 ? undefined : names.nameOf(text);
    const answer = client.query(name === undefined ? { text, values } : { name, text, values });
    if (name === undefined) return answer;
    return answer.catch(error => {
      if (LOST.includes(error?.code)) names.stop();
      if (LOST.includes(error?.code) || CHANGED.test(error?.message)) spoilt = true;
      throw error;
    });
  }

  function begin(text: string): Promise<Answer> {
    gather();
    const mine = client.query(text);
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

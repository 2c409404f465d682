/** Recognises errors that mean the database cannot work just now. The request was fine; trying again later helps. */

/** `away`: it cannot be reached or is too busy; `full`: the disk is full. */
export type Unavailable = 'away' | 'full';

/**
 * PostgreSQL's own codes (Appendix A): a full disk; then lost connections, too many, shutting down, timed out, a database
 * that can only be read, and a statement that was kept and is no longer good (postgres-session.ts).
 */
const FULL = new Set(['53100']);
const AWAY = /^(08...|53[02-4]00|57P0[1-5]|57014|25006|25P03|40001|40P01|26000|42P05)$/;
/** What the operating system says about a connection. */
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/**
 * SQLite’s result codes: busy, locked, read-only (a disk that the system took back), input/output error, cannot open;
 * full.
 */
const SQLITE_AWAY = [5, 6, 8, 10, 14];
const SQLITE_FULL = 13;
/** Errors for which `pg` and Kysely give no code. */
const SAID =
  /timeout exceeded when trying to connect|Connection terminated|connection is closed|Client has encountered a connection error|not queryable|Query read timeout|cached plan must not change result type/;

/** Undefined for every other error: those are mistakes of ours. */
export function unavailable(error: unknown): Unavailable | undefined {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    const code = 'code' in each ? each.code : undefined;
    if (code === 'ERR_SQLITE_ERROR' && 'errcode' in each && typeof each.errcode === 'number') {
      // The low byte is the kind of error; the other bits are the details.
      const kind = each.errcode & 0xff;
      if (kind === SQLITE_FULL) return 'full';
      if (SQLITE_AWAY.includes(kind)) return 'away';
    }
    if (typeof code === 'string') {
      if (FULL.has(code)) return 'full';
      if (AWAY.test(code) || SYSTEM.has(code)) return 'away';
      // If the socket file is missing, the server is not running.
      if (code === 'ENOENT' && 'syscall' in each && each.syscall === 'connect') return 'away';
    }
    if (SAID.test(each.message)) return 'away';
  }
  return undefined;
}

/**
 * PostgreSQL's codes for a value that it cannot store: NUL in a text, broken UTF-8, a number out of range, a key that is
 * too long for an index.
 */
const ODD = new Set(['22021', '22P05', '22003', '22P02', '22007', '22008', '22001', '54000']);

/**
 * Does the error mean that a value of the request cannot be stored here? Our own checks refuse such values before; this
 * is for one that they miss, which is the request's fault and not the server's.
 */
export function isOddValue(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    if ('code' in each && typeof each.code === 'string' && ODD.has(each.code)) return true;
  }
  return false;
}

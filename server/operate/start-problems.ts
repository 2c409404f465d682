/** Why the server or a command could not begin, in one sentence, with an exit code that a script can tell apart. */

import { isAbsolute, relative, resolve } from 'node:path';
import { ConfigError, type ServerConfig } from '#server/config.ts';
import { BackupProblem } from '#server/exchange/backup-file.ts';
import { DataDirInUse } from '#server/store/sqlite.ts';
import { unavailable } from '#server/store/unavailable.ts';

export interface StartProblem {
  sentence: string;
  exitCode: number;
}

/** What somebody has to change: the settings or the command; the port; the database; the folder; the data. */
const EXIT = { settings: 1, port: 3, away: 4, folder: 5, damaged: 6 } as const;

type Where = Partial<Pick<ServerConfig, 'host' | 'port' | 'dataDir' | 'databaseUrl'>>;

/** Undefined for everything that we did not expect: that is a mistake of ours, and its stack is worth printing. */
export function startProblem(error: unknown, where: Where): StartProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ConfigError || error instanceof DataDirInUse || error instanceof BackupProblem) {
    return { sentence: error.message, exitCode: EXIT.settings };
  }
  return portProblem(error, where) ?? postgresProblem(error, where) ?? folderProblem(error, where);
}

function portProblem(error: Error, { host, port }: Where): StartProblem | undefined {
  if (!('syscall' in error) || error.syscall !== 'listen') return undefined;
  const why: Record<string, string> = {
    EADDRINUSE: 'another program has it. Stop that, or set PORT to another one',
    EACCES: 'this user may not use it. Set PORT to one above 1023',
    EADDRNOTAVAIL: 'this machine does not have that address. Set HOST to one of its own',
    ENOTFOUND: 'nobody knows that name. Set HOST to an address of this machine',
  };
  const reason = why[codeOf(error)] ?? codeOf(error);
  return { sentence: `The server cannot listen on ${host}, port ${port}: ${reason}.`, exitCode: EXIT.port };
}

function postgresProblem(error: Error, { databaseUrl }: Where): StartProblem | undefined {
  if (databaseUrl === undefined) return undefined;
  const code = codeOf(error);
  const name = nameOf(databaseUrl);
  const said = (why: string) => ({ sentence: `The database ${name} ${why}.`, exitCode: EXIT.away });
  if (code === '3D000') return said('does not exist: create it, or look at DATABASE_URL');
  if (code.startsWith('28')) return said('refuses the user or password in DATABASE_URL');
  if (code === '42501') return said('does not let this user make tables');
  const reason = unavailable(error);
  if (reason === 'full') return said('has no room left on its disk');
  return reason && said(`cannot be reached (${code || error.message}): is it running?`);
}

/** Without the password. */
function nameOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${pathname.slice(1)} at ${host || 'this machine'}`;
  } catch {
    // It is no address; the driver says so in its own words.
    return 'of DATABASE_URL';
  }
}

/** The result codes of SQLite that say something about the file or its folder. */
const SQLITE: Readonly<Record<number, { why: string; exitCode: number }>> = {
  3: { why: 'this user may not use it', exitCode: EXIT.folder },
  8: { why: 'it can only be read', exitCode: EXIT.folder },
  10: { why: 'its disk does not work', exitCode: EXIT.folder },
  11: { why: 'the database in it is damaged: restore a backup', exitCode: EXIT.damaged },
  13: { why: 'its disk is full', exitCode: EXIT.folder },
  14: { why: 'the database in it cannot be opened', exitCode: EXIT.folder },
  26: {
    why: 'what should be the database in it is none: restore a backup',
    exitCode: EXIT.damaged,
  },
};
const SYSTEM: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file and no directory',
  ENOTDIR: 'it, or something on the way to it, is a file and no directory',
  EISDIR: 'there is a directory in the place of a file',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
};

function folderProblem(error: Error, { dataDir }: Where): StartProblem | undefined {
  const said = ({ why, exitCode }: { why: string; exitCode: number }) => ({
    sentence: `The data directory ${dataDir} cannot be used: ${why}.`,
    exitCode,
  });
  if (codeOf(error) === 'ERR_SQLITE_ERROR' && 'errcode' in error && typeof error.errcode === 'number') {
    const known = SQLITE[error.errcode & 0xff];
    return known && said(known);
  }
  const why = isAtFault(error, dataDir) ? SYSTEM[codeOf(error)] : undefined;
  return why === undefined ? undefined : said({ why, exitCode: EXIT.folder });
}

/** Does the system complain about the data directory, something in it, or something on the way to it? */
function isAtFault(error: Error, dataDir: string | undefined): boolean {
  if (!('path' in error) || typeof error.path !== 'string' || dataDir === undefined) return false;
  const [path, folder] = [resolve(error.path), resolve(dataDir)];
  return isWithin(path, folder) || isWithin(folder, path);
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(/[/\\]/)[0] !== '..';
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

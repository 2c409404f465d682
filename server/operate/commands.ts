/**
 * The commands of `npm run server -- COMMAND`. Each says what it did and returns the exit code: 0 for all of it, 1 for
 * nothing, 2 for not everything.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAll } from '#server/audit/verify.ts';
import { type AuthInput, createAuth, migrateAuth } from '#server/auth/auth.ts';
import { ConfigError, loadSecret, type ServerConfig } from '#server/config.ts';
import { exportWorkspace, importWorkspace } from '#server/exchange/workspace-file/workspace-file.ts';
import { type Database, openDatabase, openDatabaseToRead, openPreviousDb } from '#server/store/database.ts';
import { migrate } from '#server/store/migrations.ts';
import { DATABASE_FILE, DataDirInUse, openSqlite } from '#server/store/sqlite.ts';
import { backup } from './backup.ts';
import { carryOver, type PreviousState, readPreviousDb } from './carry-over.ts';
import { restore } from './restore.ts';

export interface CommandInput {
  config: ServerConfig;
  /** What came after the command's name. */
  args: readonly string[];
  say(line: string): void;
  now: number;
}

type Command = (input: CommandInput) => Promise<number>;

export const commands: Readonly<Record<string, { usage: string; run: Command }>> = {
  backup: { usage: 'backup FILE          a copy of all there is, while the server runs', run: runBackup },
  restore: {
    usage: `restore FILE         a backup into an empty database; the server is stopped
                                       --bring-back: with what was deleted since`,
    run: runRestore,
  },
  'export-workspace': {
    usage: 'export-workspace ID OWNER-EMAIL FILE    a whole workspace, to take to another server',
    run: runExport,
  },
  'import-workspace': {
    usage: 'import-workspace FILE OWNER-EMAIL       makes a workspace of it; the server is stopped',
    run: runImport,
  },
  'verify-audit': { usage: 'verify-audit         is the audit log whole?', run: runVerify },
};

export const usage = `npm run server                        serves
${Object.values(commands)
  .map(({ usage: line }) => `npm run server -- ${line}`)
  .join('\n')}`;

async function runBackup({ config, args, say, now }: CommandInput): Promise<number> {
  const file = fileOf(args, 'backup');
  return using(openDatabaseToRead(config), async ({ db }) => {
    const rows = await backup(db, file, config.backupKey, now);
    say(`${rows} rows are in ${file}.`);
    if (config.backupKey === undefined) {
      say('It is not encrypted, and holds what people wrote about each other: set BACKUP_KEY to have it so.');
    }
    return 0;
  });
}

async function runRestore({ config, args, say, now }: CommandInput): Promise<number> {
  const bringBack = args.includes('--bring-back');
  const file = fileOf(
    args.filter(arg => arg !== '--bring-back'),
    'restore',
  );
  const aside = config.databaseUrl === undefined ? await setAside(config.dataDir) : undefined;
  const before = aside ?? config.previousDatabaseUrl;
  try {
    const previous = before === undefined ? [] : await askPreviousDb(before, aside === undefined, say);
    const { restored, carried } = await using(
      openDatabase(config, () => {}),
      async database => ({
        restored: await restore(database.db, {
          file,
          key: config.backupKey,
          now,
          onOdd: say,
          migrateAuth: () => migrateAuth(authInputOf(config, database)),
        }),
        carried: await carryOver(
          database.db,
          previous.map(each => (bringBack ? { ...each, gone: [] } : each)),
          now,
        ),
      }),
    );
    say(
      `${restored.rows} rows are back. Start the server: devices will notice and offer what the backup does not have.`,
    );
    if (carried.devices > 0) say(`Devices that were signed out since, and stay so: ${carried.devices}.`);
    if (carried.records > 0) {
      say(
        `Records that were deleted or erased since, and stay so: ${carried.records}. To have them back, restore with --bring-back.`,
      );
    }
    if (before === undefined) {
      say(
        'What was deleted, and which devices were signed out since, nobody could say: FORMER_DATABASE_URL names a database that knows.',
      );
    }
    if (aside !== undefined) say(`What was there before is kept as ${aside}.`);
    return sayLeftOut(say, restored.leftOut, 'rows');
  } catch (error) {
    if (aside !== undefined) putBack(config.dataDir, aside);
    throw error;
  }
}

/** Reads the database that the backup replaces. Empty when it cannot be read any more. */
async function askPreviousDb(
  where: string,
  isFormer: boolean,
  say: CommandInput['say'],
): Promise<PreviousState[]> {
  try {
    return await using(openPreviousDb(where), ({ db }) => readPreviousDb(db));
  } catch (error) {
    const why = reasonOf(error);
    const what = isFormer ? 'The database of FORMER_DATABASE_URL' : 'What was there before';
    say(`${what} cannot be read (${why}): sign out and erase again what was since the backup.`);
    return [];
  }
}

/** A name that stands for several addresses fails with an error that has only a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

/** Renames the existing database file, damaged or not, and returns its new name; undefined when there is none. */
async function setAside(dataDir: string): Promise<string | undefined> {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) return undefined;
  try {
    // Opening it proves that no server is using it; closing it moves everything into the one file.
    await openSqlite(dataDir).close();
  } catch (error) {
    if (error instanceof DataDirInUse) throw error;
  }
  const aside = `${file}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const part of PARTS) if (existsSync(file + part)) renameSync(file + part, aside + part);
  return aside;
}

const PARTS = ['', '-wal', '-shm'];

function putBack(dataDir: string, aside: string): void {
  const file = join(dataDir, DATABASE_FILE);
  for (const part of PARTS) {
    rmSync(file + part, { force: true });
    if (existsSync(aside + part)) renameSync(aside + part, file + part);
  }
}

async function runExport({ config, args, say, now }: CommandInput): Promise<number> {
  const [workspaceId, owner, file] = args;
  if (workspaceId === undefined || owner === undefined || file === undefined) {
    throw new ConfigError('Say three things: npm run server -- export-workspace ID OWNER-EMAIL FILE');
  }
  return using(
    openDatabase(config, () => {}),
    async ({ db }) => {
      const input = { workspaceId, owner, file, key: config.backupKey, now };
      say(`${await exportWorkspace(db, input)} records are in ${file}.`);
      return 0;
    },
  );
}

async function runImport({ config, args, say, now }: CommandInput): Promise<number> {
  const [file, owner] = args;
  if (file === undefined || owner === undefined) {
    throw new ConfigError('Say two things: npm run server -- import-workspace FILE OWNER-EMAIL');
  }
  return using(
    openDatabase(config, () => {}),
    async database => {
      const authInput = authInputOf(config, database);
      await database.alone(async () => {
        await migrate(database.db);
        await migrateAuth(authInput);
      });
      const authWithin = (trx: AuthInput['db']) => createAuth({ ...authInput, db: trx, within: true });
      const input = { file, owner, key: config.backupKey, now, onOdd: say };
      const made = await importWorkspace(database.db, authWithin, input);
      say(`${made.records} records are in the new workspace ${made.workspaceId}.`);
      return sayLeftOut(say, made.leftOut, 'records or assignments');
    },
  );
}

/** The exit code of a command that did its work, but could not take in everything: neither done nor undone. */
const NOT_ALL = 2;

function sayLeftOut(say: CommandInput['say'], count: number, what: string): number {
  if (count === 0) return 0;
  say(`NOT all of it is in: ${count} ${what} were left out, each is named above. Keep the file.`);
  return NOT_ALL;
}

function authInputOf(config: ServerConfig, database: Database): AuthInput {
  return {
    db: database.authDb,
    kind: database.kind,
    publicUrl: config.publicUrl ?? 'http://127.0.0.1',
    secret: loadSecret(config),
    onSignIn: async () => {},
  };
}

async function runVerify({ config, say }: CommandInput): Promise<number> {
  return using(openDatabaseToRead(config), async ({ db }) => {
    let bad = 0;
    for await (const found of verifyAll(db)) {
      if (found.ok) {
        say(`${found.workspaceId}: ${found.head.count} entries, whole. Last: ${found.head.hash}`);
        continue;
      }
      bad += 1;
      say(`${found.workspaceId}: NOT whole. Entry ${found.at} ${findingLabel[found.reason]}.`);
    }
    return bad === 0 ? 0 : 1;
  });
}

const findingLabel = {
  changed: 'is not as it was written',
  missing: 'is missing',
  'unknown-end': 'is not what the log ended with',
} as const;

function fileOf(args: readonly string[], command: string): string {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0)
    throw new ConfigError(`Say one file: npm run server -- ${command} FILE`);
  return file;
}

async function using<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

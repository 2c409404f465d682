/**
 * The file format of backups and workspace exports: JSON lines, packed with gzip, and encrypted if there is a key. A
 * file can be restored into either kind of database. Encryption is AES-256-GCM with a key that scrypt derives from
 * `BACKUP_KEY`.
 */
import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes, scryptSync } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Something is wrong with the file or its key. The message tells whoever runs the server what it is. */
export class BackupProblem extends Error {
  override name = 'BackupProblem';
}

const MAGIC = Buffer.from('SLBK1');
const SALT = 16;
const IV = 12;
const TAG = 16;

/** Writes the lines to `file`, which must not exist yet. The file only appears once it is complete and on the disk. */
export async function writeBackupFile(
  file: string,
  key: string | undefined,
  lines: AsyncIterable<unknown>,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await openNew(unfinished);
  try {
    const text = Readable.from(
      (async function* () {
        for await (const line of lines) yield `${JSON.stringify(line)}\n`;
      })(),
    );
    const out = createWriteStream('', { fd: handle.fd, autoClose: false });
    if (key === undefined) await pipeline(text, createGzip(), out);
    else {
      const salt = randomBytes(SALT);
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', deriveKey(key, salt), iv);
      await handle.write(Buffer.concat([MAGIC, salt, iv]));
      await pipeline(
        text,
        createGzip(),
        cipher,
        async function* (chunks: AsyncIterable<Buffer>) {
          yield* chunks;
          yield cipher.getAuthTag();
        },
        out,
      );
    }
    await handle.sync();
    await handle.close();
    await refuseExisting(file);
    await rename(unfinished, file);
  } catch (error) {
    await handle.close().catch(() => {
      // It may be closed already.
    });
    await rm(unfinished, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw cannotWrite(file, error);
    throw error;
  }
}

async function openNew(file: string) {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): BackupProblem {
  return new BackupProblem(`${file} cannot be written: ${errorMessage(error)}`);
}

async function refuseExisting(file: string): Promise<void> {
  const there = await open(file, 'r').catch(() => undefined);
  if (!there) return;
  await there.close();
  throw new BackupProblem(`${file} is there already. Give the backup a name of its own.`);
}

/**
 * The lines of a backup. If it is encrypted, only the end proves that they are genuine. Until then, do nothing with
 * them that you could not undo.
 * @throws BackupProblem when the file is no backup, is cut off or was changed, and when the key is wrong or missing.
 */
export async function* readBackupFile(file: string, key: string | undefined): AsyncGenerator<unknown> {
  const bytes = await openContent(file, key);
  const unpacked = new PassThrough();
  let broken: unknown;
  const feeding = pipeline([...bytes, createGunzip(), unpacked]).catch(error => {
    broken = error;
    unpacked.destroy();
  });
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield JSON.parse(line);
    }
  } catch (error) {
    // We only read and parse here, so any error is an error of the file.
    broken = error;
  } finally {
    unpacked.destroy();
    await feeding;
  }
  if (broken !== undefined) {
    const reason = key === undefined ? '' : ', or BACKUP_KEY is not the one that it was made with';
    throw new BackupProblem(`${file} is damaged${reason}.`);
  }
}

/** The streams that give the packed text, to be connected in this order. */
async function openContent(file: string, key: string | undefined): Promise<(Readable | DecipherGCM)[]> {
  const handle = await open(file, 'r').catch(error => {
    throw new BackupProblem(`${file} cannot be read: ${errorMessage(error)}`);
  });
  const { size } = await handle.stat();
  const head = Buffer.alloc(MAGIC.length + SALT + IV);
  try {
    await handle.read(head, 0, head.length, 0);
  } catch (error) {
    // A directory can be opened like a file, and only reading it fails.
    await handle.close();
    throw new BackupProblem(`${file} cannot be read: ${errorMessage(error)}`);
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) {
    await handle.close();
    if (head[0] !== 0x1f || head[1] !== 0x8b) throw new BackupProblem(`${file} is not a backup.`);
    return [createReadStream(file)];
  }
  const tag = Buffer.alloc(TAG);
  await handle.read(tag, 0, TAG, Math.max(head.length, size - TAG));
  await handle.close();
  if (key === undefined) throw new BackupProblem(`${file} is encrypted: set BACKUP_KEY.`);
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT);
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, salt), head.subarray(-IV));
  decipher.setAuthTag(tag);
  const encrypted = createReadStream(file, {
    start: head.length,
    end: Math.max(head.length, size - TAG - 1),
  });
  return [encrypted, decipher];
}

function deriveKey(key: string, salt: Buffer): Buffer {
  return scryptSync(key, salt, 32, { N: 2 ** 15, maxmem: 64 * 1024 * 1024 });
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

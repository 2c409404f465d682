import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { unavailable } from '#server/store/unavailable.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It worked.');
}

it('a database file that became read-only or is missing counts as away; a mistake of ours does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'notes.db');
  const file = new DatabaseSync(path);
  file.exec('create table notes (id text primary key)');
  expect(unavailable(errorOf(() => file.exec('insert into nothing values (1)')))).toBeUndefined();
  file.close();

  const closed = new DatabaseSync(path, { readOnly: true });
  expect(unavailable(errorOf(() => closed.exec("insert into notes values ('1')")))).toBe('away');
  closed.close();
  expect(unavailable(errorOf(() => new DatabaseSync(join(folder, 'gone', 'notes.db'))))).toBe('away');
});

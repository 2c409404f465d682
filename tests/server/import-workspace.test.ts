/**
 * A workspace is imported as a whole or not at all where its file is not whole. A record that cannot be kept is named, and
 * all others come in.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAuth } from '#server/auth/auth.ts';
import { writeBackupFile } from '#server/exchange/backup-file.ts';
import { importWorkspace } from '#server/exchange/workspace-file/workspace-file.ts';
import { type RunningServer, startServer } from '#server/start.ts';
import { emptyStore } from '#testing/server/empty-store.ts';

const OWNER = 'olive@team.example';
const WORKSPACE = 'w'.repeat(32);
const OLIVE = 'o'.repeat(32);
const RAVI = 'r'.repeat(32);
const HEAD = {
  sideline: 'workspace',
  version: 1,
  made: new Date(0).toISOString(),
  workspace: { id: WORKSPACE, name: 'Team', retentionMonths: 24 },
  members: [
    { id: OLIVE, name: 'Olive', email: OWNER, roles: ['owner'] },
    { id: RAVI, name: 'Ravi', email: 'ravi@team.example', roles: ['coachee'] },
  ],
  assignments: [{ coachId: OLIVE, coacheeId: RAVI, from: 0, to: null }],
};
const record = (id: string, changes: object = {}) => ({
  record: {
    id,
    type: 'hologram',
    workspaceId: WORKSPACE,
    authorId: OLIVE,
    subjectId: RAVI,
    audience: 'pair',
    refs: [],
    rev: 1,
    createdAt: 1,
    updatedAt: 1,
    schema: 1,
    body: {},
    ...changes,
  },
});
const TABLES = [
  'workspaces',
  'organization',
  'member',
  'user',
  'records',
  'audit',
  'commits',
  'assignments',
] as const;

let folder: string;
let server: RunningServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-import-'));
  server = await startServer({ port: 0, log: null, ...(await emptyStore()) });
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function importLines(lines: readonly object[], onOdd: (line: string) => void = () => {}) {
  const file = join(folder, 'workspace');
  rmSync(file, { force: true });
  await writeBackupFile(
    file,
    undefined,
    (async function* () {
      yield* lines;
    })(),
  );
  const { database, config } = server.context;
  const { publicUrl, secret } = config;
  const authWithin: Parameters<typeof importWorkspace>[1] = db =>
    createAuth({ db, kind: database.kind, publicUrl, secret, onSignIn: async () => {}, within: true });
  return importWorkspace(database.db, authWithin, { file, key: undefined, owner: OWNER, now: 5, onOdd });
}

async function counts() {
  const { db } = server.context.database;
  const all: Record<string, number> = {};
  for (const table of TABLES) all[table] = (await db.selectFrom(table).selectAll().execute()).length;
  return all;
}

it.each([
  ['is cut off', [HEAD, record('a')], /cut off/],
  ['has fewer records than it says', [HEAD, record('a'), { end: true, records: 2 }], /cut off/],
  ['has a line that is none', [HEAD, record('a'), 7 as unknown as object, { end: true, records: 1 }], /./],
])('an import leaves nothing behind when the file %s, and can be tried again', async (_, lines, says) => {
  const before = await counts();
  await expect(importLines(lines)).rejects.toThrow(says);
  expect(await counts()).toEqual(before);

  const made = await importLines([HEAD, record('a'), record('b'), { end: true, records: 2 }]);
  expect(made.records).toBe(2);
  const { db } = server.context.database;
  const workspace = await db
    .selectFrom('workspaces')
    .selectAll()
    .where('id', '=', made.workspaceId)
    .executeTakeFirst();
  expect(workspace).toMatchObject({ retention_months: 24 });
  expect(await counts()).toMatchObject({
    workspaces: 1,
    organization: 1,
    member: 2,
    user: 2,
    records: 2,
    assignments: 1,
  });
});

it('an import names what it cannot keep, and goes on', async () => {
  const odd = [
    record('b', { rev: 'x' }),
    record('c', { rev: 2 ** 31 }),
    record('d', { createdAt: 8.64e15 + 1 }),
    record('e', { body: { text: 'a\u0000b' } }),
    record('f', { body: { text: '\ud83d' } }),
    record('a'),
    { damaged: { id: 'g', stored: '{' } },
    { record: 7 },
  ];
  const head = {
    ...HEAD,
    members: HEAD.members.map(member => ({ ...member, name: `${member.name}\u0000` })),
    assignments: [...HEAD.assignments, { coachId: OLIVE, coacheeId: RAVI, from: 1e300, to: null }],
  };
  const said: string[] = [];
  const all = [head, record('a'), ...odd, record('z'), { end: true, records: odd.length + 2 }];
  const made = await importLines(all, line => said.push(line));
  expect(made.records).toBe(2);
  const ids = await server.context.database.db.selectFrom('records').select('id').orderBy('id').execute();
  expect(ids.map(row => row.id)).toEqual(['a', 'z']);
  for (const id of ['b', 'c', 'd', 'e', 'f', 'a', 'g']) {
    expect([id, said.filter(line => line.includes(`(${id}) is left out`)).length]).toEqual([id, 1]);
  }
  expect(said.filter(line => line.startsWith('Member'))).toHaveLength(2);
  expect(said.filter(line => line.startsWith('Assignment 2'))).toHaveLength(1);
  expect(await counts()).toMatchObject({ member: 2, user: 2, assignments: 1 });
});

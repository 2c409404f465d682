/**
 * Exports a whole workspace to a file, and makes a new workspace from such a file on another server. Only the person
 * who runs the server can do it, by a command and on behalf of an owner, because an owner cannot read others' notes
 * over the network. The file contains no password, device or session. Records keep their ids; the workspace and its
 * members get new ones, and sequence numbers start again.
 */
import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { instant, oddValueIn, withoutOddText } from '#lib/records/bounds.ts';
import { type Envelope, envelopeSchema, storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { z } from '#lib/records/zod.ts';
import { roles } from '#lib/sync/protocol.ts';
import { logEntry } from '#server/audit/log.ts';
import type { Auth } from '#server/auth/auth.ts';
import { addMember, foundWorkspace } from '#server/auth/people.ts';
import { settleAssignments } from '#server/store/assignments.ts';
import { openBatch } from '#server/store/batch.ts';
import { listMembers, workspaceName } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { findViewers } from '#server/sync/viewers.ts';
import { BackupProblem, readBackupFile, writeBackupFile } from '../backup-file.ts';
import { retentionOf, setRetention } from '../erasure/retention.ts';
import { MAX_MONTHS } from '../protocol.ts';

const head = z.object({
  sideline: z.literal('workspace'),
  version: z.literal(1),
  made: z.string(),
  workspace: z.object({
    id: z.string(),
    name: z.string(),
    retentionMonths: z.int().min(1).max(MAX_MONTHS).nullable(),
  }),
  members: z.array(
    z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(z.enum(roles)) }),
  ),
  assignments: z.array(
    z.object({
      coachId: z.string(),
      coacheeId: z.string(),
      from: z.number(),
      to: z.number().nullable(),
    }),
  ),
});
/** `damaged`: a row that is not JSON. */
const line = z.union([
  z.object({ record: z.unknown() }),
  z.object({ damaged: z.object({ id: z.string(), stored: z.string() }) }),
]);
const end = z.object({ end: z.literal(true), records: z.int() });

/** How many records to read or write at once. */
const PAGE = 500;

export interface ExportInput {
  workspaceId: string;
  /** The address of the owner who wants it. */
  owner: string;
  file: string;
  key: string | undefined;
  now: number;
}

/**
 * Returns how many records were written. @throws BackupProblem for an address that is no owner's, and for an existing
 * file.
 */
export async function exportWorkspace(db: Kysely<Tables>, input: ExportInput): Promise<number> {
  const { workspaceId, now } = input;
  const members = await listMembers(db, workspaceId);
  const owner = members.find(one => one.email === input.owner.toLowerCase() && one.roles.includes('owner'));
  if (!owner) throw new BackupProblem(`${input.owner} is not an owner of workspace ${workspaceId}.`);
  // Write the log entry before the file, so that nothing leaves without a trace.
  await logEntry(db, workspaceId, now, {
    kind: 'export',
    actorId: owner.id,
    type: 'workspace',
    targetId: workspaceId,
  });
  let records = 0;
  async function* lines(): AsyncGenerator<unknown> {
    yield {
      sideline: 'workspace',
      version: 1,
      made: new Date(now).toISOString(),
      workspace: {
        id: workspaceId,
        name: await workspaceName(db, workspaceId),
        retentionMonths: await retentionOf(db, workspaceId),
      },
      members: members.map(({ id, name, email, roles: held }) => ({ id, name, email, roles: held })),
      assignments: await db
        .selectFrom('assignments')
        .select(['coach_id as coachId', 'coachee_id as coacheeId', 'from_at as from', 'to_at as to'])
        .where('workspace_id', '=', workspaceId)
        .where('state', '!=', 'ended')
        .execute(),
    } satisfies z.infer<typeof head>;
    for (let after = 0; ; ) {
      const rows = await db
        .selectFrom('records')
        .select(['id', 'seq', 'record'])
        .where('workspace_id', '=', workspaceId)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(PAGE)
        .execute();
      const last = rows.at(-1);
      if (!last) break;
      after = last.seq;
      for (const row of rows) {
        records += 1;
        yield lineOf(row);
      }
    }
    yield { end: true, records } satisfies z.infer<typeof end>;
  }
  await writeBackupFile(input.file, input.key, lines());
  return records;
}

/** A damaged row goes into the file as it lies there, so that whoever repairs it has all there is. */
function lineOf({ id, record }: { id: string; record: string }): z.infer<typeof line> {
  try {
    return { record: JSON.parse(record) };
  } catch {
    return { damaged: { id, stored: record } };
  }
}

export interface ImportInput {
  file: string;
  key: string | undefined;
  /** The address of an owner in the file, who becomes the owner here. */
  owner: string;
  now: number;
  /** Called for each value that cannot be kept as it is: where it is, and what happened to it. */
  onOdd?(line: string): void;
}

export interface Imported {
  workspaceId: string;
  records: number;
  /** How many records and assignments of the file could not be kept. */
  leftOut: number;
}

/**
 * Makes the workspace with everything in the file that can be kept, or does nothing. People who have an account with the same
 * address here become its members; for the others we create an account without a password.
 * `authWithin` gives the auth library on a transaction. @throws BackupProblem.
 */
export function importWorkspace(
  db: Kysely<Tables>,
  authWithin: (trx: Kysely<Tables>) => Auth,
  input: ImportInput,
): Promise<Imported> {
  // The library needs dates the way the driver gives them, so it gets the transaction without our plugins.
  return db
    .transaction()
    .execute(trx => importWithin({ db: trx, auth: authWithin(trx.withoutPlugins()) }, input));
}

async function importWithin(
  people: { auth: Auth; db: Kysely<Tables> },
  input: ImportInput,
): Promise<Imported> {
  const { db } = people;
  const lines = readBackupFile(input.file, input.key);
  const read = head.safeParse((await lines.next()).value);
  if (!read.success) throw new BackupProblem(`${input.file} is not the export of a workspace.`);
  const onOdd = input.onOdd ?? (() => {});
  const { workspace, members, assignments } = plainHead(read.data, onOdd);
  const owner = members.find(one => one.email === input.owner.toLowerCase() && one.roles.includes('owner'));
  if (!owner) throw new BackupProblem(`${input.owner} is not an owner in this file.`);

  const userIds = new Map<string, string>();
  for (const member of members) userIds.set(member.id, await accountOf(people, member));
  const workspaceId = await foundWorkspace(people, userIds.get(owner.id) ?? '', workspace.name, input.now);
  const [founder] = await listMembers(db, workspaceId);
  const newIds = new Map([
    [workspace.id, workspaceId],
    [owner.id, founder?.id ?? ''],
  ]);
  for (const member of members) {
    if (member === owner) continue;
    const userId = userIds.get(member.id) ?? '';
    newIds.set(member.id, await addMember(people, { workspaceId, userId, roles: member.roles }));
  }
  const renamed = (id: string) => newIds.get(id) ?? id;

  const { result } = await changeWorkspace(db, workspaceId, input.now, async tx => {
    for (const { coachId, coacheeId, from, to } of assignments) {
      const ids = { coach_id: renamed(coachId), coachee_id: renamed(coacheeId) };
      await tx.trx
        .insertInto('assignments')
        .values({
          workspace_id: workspaceId,
          id: uuidv7(),
          ...ids,
          from_at: from,
          to_at: to,
          state: 'waiting',
        })
        .execute();
    }
    await settleAssignments(tx);
    const viewersOf = findViewers(tx);
    let count = 0;
    let lineCount = 0;
    let ended = false;
    const taken = new Set<string>();
    let some: Envelope[] = [];
    const write = async () => {
      const batch = await openBatch(
        tx,
        some.map(record => record.id),
      );
      for (const record of some) batch.save(record, tx.take(), await viewersOf(record));
      await batch.flush();
      some = [];
    };
    for await (const each of lines) {
      const last = end.safeParse(each);
      if (last.success) {
        ended = last.data.records === lineCount;
        break;
      }
      lineCount += 1;
      const found = readLine(each, newIds);
      if ('odd' in found) {
        onOdd(`Record ${lineCount} (${found.id}) is left out: ${found.odd}`);
        continue;
      }
      if (taken.has(found.record.id)) {
        onOdd(`Record ${lineCount} (${found.record.id}) is left out: there is one with this id already.`);
        continue;
      }
      taken.add(found.record.id);
      some.push(found.record);
      count += 1;
      if (some.length >= PAGE) await write();
    }
    await write();
    if (!ended) throw new BackupProblem(`${input.file} is cut off.`);
    const detail = { from: workspace.id, records: count };
    tx.log({ kind: 'import', actorId: founder?.id, type: 'workspace', targetId: workspaceId, detail });
    return { count, leftOut: lineCount - count };
  });
  if (workspace.retentionMonths !== null && founder) {
    const months = workspace.retentionMonths;
    await setRetention(db, { workspaceId, by: founder.id, months, now: input.now });
  }
  const lostAssignments = read.data.assignments.length - assignments.length;
  return { workspaceId, records: result.count, leftOut: result.leftOut + lostAssignments };
}

/** The user with this address, or a new one who has to prove the address before signing in. */
async function accountOf(
  { auth, db }: { auth: Auth; db: Kysely<Tables> },
  { email, name }: { email: string; name: string },
): Promise<string> {
  const known = await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst();
  if (known) return known.id;
  // We do not use the library's sign-up, because nobody signs up here and there is no request that it could check.
  const { adapter } = await auth.$context;
  const now = new Date();
  const data = { email, name, emailVerified: false, createdAt: now, updatedAt: now };
  const made = await adapter.create<typeof data, { id: string }>({ model: 'user', data });
  return made.id;
}

/** The names without what cannot be stored, and only assignments with instants that there are. */
function plainHead(read: z.infer<typeof head>, onOdd: (line: string) => void): z.infer<typeof head> {
  for (const [place, value] of [['The workspace', read.workspace] as const, ...nameEach(read.members)]) {
    if (oddValueIn(value) !== undefined) onOdd(`${place}: a character that cannot be kept is left out.`);
  }
  const assignments = read.assignments.filter(({ from, to }, at) => {
    const fine = instant.safeParse(from).success && (to === null || instant.safeParse(to).success);
    if (!fine) onOdd(`Assignment ${at + 1} is left out: it begins or ends at no instant that there is.`);
    return fine;
  });
  const { workspace, members } = withoutOddText({ workspace: read.workspace, members: read.members });
  return { ...read, workspace, members, assignments };
}

function nameEach(members: z.infer<typeof head>['members']) {
  return members.map((member, at) => [`Member ${at + 1}`, member] as const);
}

/** The record of a line under its new ids, or what keeps it from being stored. */
function readLine(
  each: unknown,
  newIds: ReadonlyMap<string, string>,
): { record: Envelope } | { id: string; odd: string } {
  const read = line.safeParse(each);
  if (!read.success) return { id: '?', odd: 'It is not a record.' };
  if ('damaged' in read.data) return { id: read.data.damaged.id.slice(0, 128), odd: 'It is damaged.' };
  const { record } = read.data;
  const parsed = envelopeSchema.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { id: idOf(record), odd: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  const odd = oddValueIn(record);
  if (odd !== undefined) return { id: idOf(record), odd };
  return { record: rename(parsed.data, newIds) };
}

function idOf(record: unknown): string {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
  return typeof id === 'string' ? id.slice(0, 128) : '?';
}

/** Replaces each old id that is a string of its own with the new one. */
function rename(record: Envelope, newIds: ReadonlyMap<string, string>): Envelope {
  const text = JSON.stringify(record).replaceAll(/"([A-Za-z0-9]{16,64})"/g, (whole, id: string) => {
    const next = newIds.get(id);
    return next === undefined ? whole : JSON.stringify(next);
  });
  return storedEnvelopeSchema.parse(JSON.parse(text));
}

/**
 * Everything by or about a person that they may see, row by row, whatever the rows hold: one that is damaged, or dates
 * from a time with wider limits, must not end the export of all the others.
 */
import { type Kysely, sql } from 'kysely';
import { audiences, type Envelope, envelopeSchema, storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { maySee, type Viewer } from '#lib/records/visibility.ts';
import type { Log } from '#server/http/log.ts';
import { coacheesOf } from '#server/store/assignments.ts';
import type { RecordRow, Tables } from '#server/store/schema.ts';
import { stepsOf } from '#server/store/steps.ts';

export interface OwnDataInput {
  workspaceId: string;
  memberId: string;
  /** ms since 1970. */
  now: number;
}

type Stored = Pick<RecordRow, 'id' | 'type' | 'author_id' | 'subject_id' | 'audience' | 'record'>;

/** A row that cannot be read as a record. What is stored is exported as it lies there. */
export interface DamagedRow {
  id: string;
  type: string;
  /** What is wrong with it, in English, without any of its words. */
  problem: string;
  stored: string;
}

/** `problem`: it can be read, but not all of its values are within the limits. */
export type OwnRow =
  | { row: Stored; record: Envelope; problem?: string }
  | { row: Stored; damaged: DamagedRow };

/** How many records we look at in one step. Only those by or about the person are read whole. */
const STEP = 200;

/** In the order of their ids, which is the order in which they were written. */
export async function* ownRows(
  db: Kysely<Tables>,
  { workspaceId, memberId }: OwnDataInput,
): AsyncGenerator<OwnRow> {
  const viewer = { memberId, coachees: await coacheesOf(db, workspaceId, memberId) };
  for await (const { after, last } of stepsOf(db, workspaceId, STEP)) {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'type', 'author_id', 'subject_id', 'audience', 'record'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '>', after)
      .where('id', '<=', last)
      // With `coalesce` no database takes the index of authors or subjects, which would read all of a person's rows in
      // every step.
      .where(sql<boolean>`(coalesce(author_id, '') = ${memberId} or coalesce(subject_id, '') = ${memberId})`)
      .orderBy('id')
      .execute();
    for (const row of rows) {
      const read = readRow(row);
      if (maySeeRow(read, viewer)) yield read;
    }
  }
}

function readRow(row: Stored): OwnRow {
  let value: unknown;
  try {
    value = JSON.parse(row.record);
  } catch {
    // The parser's own message would quote what is stored.
    return damagedRow(row, 'It is not JSON.');
  }
  const within = envelopeSchema.safeParse(value);
  if (within.success && within.data.id === row.id) return { row, record: within.data };
  const stored = storedEnvelopeSchema.safeParse(value);
  if (!stored.success) return damagedRow(row, fieldsIn(stored.error));
  if (stored.data.id !== row.id) return damagedRow(row, 'It is another record than its row says.');
  return { row, record: stored.data, problem: within.success ? '' : fieldsIn(within.error) };
}

function fieldsIn({ issues }: { issues: { path: PropertyKey[]; message: string }[] }): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`)
    .join('; ');
}

export function damagedRow(row: Stored, problem: string): OwnRow & { damaged: DamagedRow } {
  return { row, damaged: { id: row.id, type: row.type, problem, stored: row.record } };
}

/** Of a damaged row only its columns can say who may see it. */
function maySeeRow(read: OwnRow, viewer: Viewer): boolean {
  if ('record' in read) return maySee(read.record, viewer);
  const { type, author_id: authorId, subject_id: subjectId } = read.row;
  const audience = audiences.find(each => each === read.row.audience) ?? 'author';
  return maySee({ type, authorId, ...(subjectId === null ? {} : { subjectId }), audience }, viewer);
}

/**
 * Writes each row by `whole`, or by `damaged` where it cannot be read or `whole` cannot write it. Everything that is
 * wrong is logged, by its id.
 */
export async function* writeRows<T>(
  rows: AsyncIterable<OwnRow>,
  write: { whole(record: Envelope, problem: string | undefined): T; damaged(row: DamagedRow): T },
  log: (row: { id: string; problem: string }) => void,
): AsyncGenerator<T> {
  for await (const read of rows) {
    let broken = 'damaged' in read ? read.damaged : undefined;
    if ('record' in read) {
      try {
        const text = write.whole(read.record, read.problem);
        if (read.problem !== undefined) log({ id: read.row.id, problem: read.problem });
        yield text;
        continue;
      } catch (error) {
        // A value that passes every schema and still cannot be written, such as one that is nested without end.
        const name = error instanceof Error ? error.name : typeof error;
        broken = damagedRow(read.row, `It cannot be written (${name}).`).damaged;
      }
    }
    if (!broken) continue;
    log(broken);
    yield write.damaged(broken);
  }
}

/** Logs the ids of damaged rows, and never a word of them. */
export function logDamaged(log: Log, { workspaceId }: OwnDataInput) {
  return ({ id, problem }: { id: string; problem: string }) =>
    log({ level: 'error', event: 'damaged-record', workspace: workspaceId, record: id, problem });
}

/**
 * What a person has a right to see: everything by or about them that they may see, who coaches them, their devices, and
 * what the log says about them, including who exported it. As JSON or NDJSON, the records alone as CSV; html.ts makes a
 * page of it for reading.
 */
import { stringify } from 'csv-stringify/sync';
import { type Kysely, sql } from 'kysely';
import { type Envelope, storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { maySee } from '#lib/records/visibility.ts';
import { logEntry } from '#server/audit/log.ts';
import { coacheesOf } from '#server/store/assignments.ts';
import { findMember, listMembers, workspaceName } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';

export interface OwnDataInput {
  workspaceId: string;
  memberId: string;
  /** ms since 1970. */
  now: number;
}

/** Records read at once. */
const PAGE = 500;

/** Who the person is, and what is known about them besides records. Every format begins with it. */
export type OwnHead = Awaited<ReturnType<typeof readHead>>;

/** The JSON document, piece by piece because it may be long. */
export async function* ownDataAsJson(db: Kysely<Tables>, input: OwnDataInput): AsyncGenerator<string> {
  await logExport(db, input, 'json');
  const head = await readHead(db, input);
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`;
  let first = true;
  for await (const record of ownRecords(db, input)) {
    yield `${first ? '' : ','}${JSON.stringify(record)}`;
    first = false;
  }
  yield ']}';
}

/** One JSON document on each line: the person, each record, and finally their number, which reveals a cut-off file. */
export async function* ownDataAsNdjson(db: Kysely<Tables>, input: OwnDataInput): AsyncGenerator<string> {
  await logExport(db, input, 'ndjson');
  yield `${JSON.stringify(await readHead(db, input))}\n`;
  let records = 0;
  for await (const record of ownRecords(db, input)) {
    records += 1;
    yield `${JSON.stringify({ record })}\n`;
  }
  yield `${JSON.stringify({ end: true, records })}\n`;
}

export async function readHead(db: Kysely<Tables>, { workspaceId, memberId, now }: OwnDataInput) {
  const member = await findMember(db, workspaceId, memberId);
  return {
    sideline: 'own-data',
    version: 1,
    made: new Date(now).toISOString(),
    workspace: { id: workspaceId, name: await workspaceName(db, workspaceId) },
    member: member && { id: member.id, name: member.name, email: member.email, roles: member.roles },
    names: await namesOf(db, workspaceId),
    assignments: await db
      .selectFrom('assignments')
      .select(['coach_id as coachId', 'coachee_id as coacheeId', 'from_at as from', 'to_at as to', 'state'])
      .where('workspace_id', '=', workspaceId)
      .where(eb => eb.or([eb('coach_id', '=', memberId), eb('coachee_id', '=', memberId)]))
      .orderBy('from_at')
      .execute(),
    devices: await db
      .selectFrom('devices')
      .select(['id', 'name', 'created_at as createdAt', 'seen_at as seenAt'])
      .where('workspace_id', '=', workspaceId)
      .where('member_id', '=', memberId)
      .execute(),
    log: await db
      .selectFrom('audit')
      .select([
        'n',
        'at',
        'kind',
        'actor_id as actorId',
        'subject_id as subjectId',
        'type',
        'target_id as id',
      ])
      .where('workspace_id', '=', workspaceId)
      // An export of the whole workspace is about everybody.
      .where(eb =>
        eb.or([
          eb('actor_id', '=', memberId),
          eb('subject_id', '=', memberId),
          eb.and([eb('kind', '=', 'export'), eb('type', '=', 'workspace')]),
        ]),
      )
      // Leave out what somebody wrote about this person for their own eyes: not even its existence may show.
      .where(eb =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('records')
              .select('records.id')
              .whereRef('records.workspace_id', '=', 'audit.workspace_id')
              .whereRef('records.id', '=', 'audit.target_id')
              .where('records.audience', '=', 'author')
              .where('records.author_id', '!=', memberId),
          ),
        ),
      )
      .orderBy('n')
      .execute(),
  };
}

const COLUMNS = [
  'id',
  'type',
  'created',
  'changed',
  'deleted',
  'author',
  'subject',
  'audience',
  'page',
  'address',
  'words',
  'body',
] as const;

/** The records as CSV (RFC 4180, with a byte order mark for Excel); no cell can be read as a formula. */
export async function* ownDataAsCsv(db: Kysely<Tables>, input: OwnDataInput): AsyncGenerator<string> {
  await logExport(db, input, 'csv');
  const names = await namesOf(db, input.workspaceId);
  yield `\uFEFF${toLine([...COLUMNS])}`;
  for await (const record of ownRecords(db, input)) yield toLine(toCells(record, names));
}

function toLine(cells: readonly string[]): string {
  return stringify([[...cells]], { escape_formulas: true, record_delimiter: 'windows' });
}

function toCells(record: Envelope, names: Readonly<Record<string, string>>): string[] {
  const { body } = record;
  const artifact = typeof body.artifact === 'object' && body.artifact !== null ? body.artifact : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const day = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
  const name = (id: string | undefined) => (id === undefined ? '' : (names[id] ?? id));
  return [
    record.id,
    record.type,
    day(record.createdAt),
    day(record.updatedAt),
    day(record.deletedAt),
    name(record.authorId),
    name(record.subjectId),
    record.audience,
    text('title' in artifact ? artifact.title : ''),
    text('url' in artifact ? artifact.url : ''),
    Object.values(body)
      .filter(value => typeof value === 'string')
      .join('\n'),
    JSON.stringify(body),
  ];
}

/** Everything by or about them that they may see, the oldest first. */
export async function* ownRecords(
  db: Kysely<Tables>,
  { workspaceId, memberId }: OwnDataInput,
): AsyncGenerator<Envelope> {
  const viewer = { memberId, coachees: await coacheesOf(db, workspaceId, memberId) };
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'record'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '>', after)
      .where(sql<boolean>`(author_id = ${memberId} or subject_id = ${memberId})`)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    for (const row of rows) {
      const record = storedEnvelopeSchema.parse(JSON.parse(row.record));
      if (maySee(record, viewer)) yield record;
    }
  }
}

async function namesOf(db: Kysely<Tables>, workspaceId: string): Promise<Record<string, string>> {
  const members = await listMembers(db, workspaceId);
  return Object.fromEntries(members.map(member => [member.id, member.name]));
}

export function logExport(db: Kysely<Tables>, input: OwnDataInput, format: string): Promise<void> {
  const { workspaceId, memberId, now } = input;
  return logEntry(db, workspaceId, now, {
    kind: 'export',
    actorId: memberId,
    subjectId: memberId,
    type: 'member',
    targetId: memberId,
    detail: { format },
  });
}

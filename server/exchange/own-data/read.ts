/**
 * What a person has a right to see: everything by or about them that they may see, who coaches them, their devices, and
 * what the log says about them, including who exported it. As JSON or NDJSON; csv.ts makes a table of the records, and
 * html.ts a page for reading. All of them make their text piece by piece, because there may be very much of it.
 */
import type { Kysely, Selectable } from 'kysely';
import type { AuditRow } from '#server/audit/chain.ts';
import { logEntry } from '#server/audit/log.ts';
import type { Log } from '#server/http/log.ts';
import { findMember, listMembers, workspaceName } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import type { Words } from '#server/words/choose-language.ts';
import { logDamaged, type OwnDataInput, ownRows, writeRows } from './rows.ts';
import type { Separator } from './separator.ts';

/** What somebody asks for, and how they will read it. */
export interface OwnDataRequest extends OwnDataInput {
  w: Words;
  /** Between the columns of a CSV file. */
  separator: Separator;
  /** Damaged records are named there. */
  log: Log;
}

/** How many entries of the log we look at in one step. */
const STEP = 500;

export async function* ownDataAsJson(db: Kysely<Tables>, request: OwnDataRequest): AsyncGenerator<string> {
  yield* headAsJson(db, request);
  yield ',"records":[';
  // What cannot be read waits for the end; it is the exception, and bounded by what is damaged.
  const damaged: string[] = [];
  let first = true;
  for await (const row of jsonRows(db, request)) {
    if ('damaged' in row) damaged.push(row.damaged);
    else {
      yield `${first ? '' : ','}${row.record}`;
      first = false;
    }
  }
  yield `],"damaged":[${damaged.join(',')}]}`;
}

/**
 * One JSON document on each line: the person, each record (`record`) or damaged row (`damaged`), and finally their
 * numbers, which reveal a cut-off file.
 */
export async function* ownDataAsNdjson(db: Kysely<Tables>, request: OwnDataRequest): AsyncGenerator<string> {
  yield* headAsJson(db, request);
  yield '}\n';
  const counts = { records: 0, damaged: 0 };
  for await (const row of jsonRows(db, request)) {
    counts['damaged' in row ? 'damaged' : 'records'] += 1;
    yield 'damaged' in row ? `{"damaged":${row.damaged}}\n` : `{"record":${row.record}}\n`;
  }
  const { records, damaged } = counts;
  yield `${JSON.stringify({ end: true, records, ...(damaged === 0 ? {} : { damaged }) })}\n`;
}

function jsonRows(db: Kysely<Tables>, request: OwnDataRequest) {
  return writeRows<{ record: string } | { damaged: string }>(
    ownRows(db, request),
    {
      whole: record => ({ record: JSON.stringify(record) }),
      damaged: row => ({ damaged: JSON.stringify(row) }),
    },
    logDamaged(request.log, request),
  );
}

/** The head and the log, without the last brace. */
async function* headAsJson(db: Kysely<Tables>, input: OwnDataInput): AsyncGenerator<string> {
  yield `${JSON.stringify(await readHead(db, input)).slice(0, -1)},"log":[`;
  let first = true;
  for await (const entry of ownLog(db, input)) {
    yield `${first ? '' : ','}${JSON.stringify(entry)}`;
    first = false;
  }
  yield ']';
}

/** Who the person is, and what is known about them besides records and the log. */
export type OwnHead = Awaited<ReturnType<typeof readHead>>;

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
  };
}

export type OwnLogEntry = Pick<Selectable<AuditRow>, 'n' | 'at' | 'kind'> & {
  actorId: string | null;
  subjectId: string | null;
  type: string | null;
  id: string | null;
};

/** What the log says about the person, in order. */
export async function* ownLog(
  db: Kysely<Tables>,
  { workspaceId, memberId }: OwnDataInput,
): AsyncGenerator<OwnLogEntry> {
  for (let after = -1; ; ) {
    const step = await db
      .selectFrom(
        db
          .selectFrom('audit')
          .select('n')
          .where('workspace_id', '=', workspaceId)
          .where('n', '>', after)
          .orderBy('n')
          .limit(STEP)
          .as('step'),
      )
      .select(eb => eb.fn.max<number | null>('n').as('last'))
      .executeTakeFirst();
    const last = step?.last;
    if (last === undefined || last === null) return;
    yield* await logWithin(db, { workspaceId, memberId, after, last });
    after = last;
  }
}

function logWithin(
  db: Kysely<Tables>,
  {
    workspaceId,
    memberId,
    after,
    last,
  }: { workspaceId: string; memberId: string; after: number; last: number },
): Promise<OwnLogEntry[]> {
  return (
    db
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
      .where('n', '>', after)
      .where('n', '<=', last)
      // An export of the whole workspace is about everybody, and so is a look at figures over all records.
      .where(eb =>
        eb.or([
          eb('actor_id', '=', memberId),
          eb('subject_id', '=', memberId),
          eb.and([eb('kind', 'in', ['export', 'insight']), eb('type', '=', 'workspace')]),
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
      .execute()
  );
}

export async function namesOf(db: Kysely<Tables>, workspaceId: string): Promise<Record<string, string>> {
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

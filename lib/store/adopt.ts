/** What one person wrote without a server, as it reads in the workspace that they have joined. */
import { decisionId, positionId, reviewId, runId, stageId } from '#lib/records/create.ts';
import { type Audience, type Envelope, SOLO_MEMBER } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';

/** What was written for nobody else's eyes, though alone its audience did not matter: it stays its author's own. */
const PRIVATE: ReadonlySet<string> = new Set(['review', 'decision', 'routine', 'run', 'leave', 'programme', 'stage']);

/** Whether it comes along. Practice leads nowhere else, and a team has settings of its own, by its owner. */
export function comesAlong({ type, deletedAt, body }: Envelope): boolean {
  const { artifact } = body;
  const isPractice = typeof artifact === 'object' && artifact !== null && 'site' in artifact && artifact.site === 'practice';
  return deletedAt === undefined && type !== 'settings' && !isPractice;
}

/** The records with their new author, under ids that nobody else in the workspace derives. */
export function adopted(
  records: readonly Envelope[],
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Envelope[] {
  const mine = (value: unknown): unknown => withMember(value, memberId);
  const named = records.map(record => ({
    ...record,
    workspaceId,
    authorId: memberId,
    ...(record.subjectId === record.authorId ? { subjectId: memberId } : {}),
    audience: (PRIVATE.has(record.type) ? 'author' : record.audience) as Audience,
    rev: 1,
    body: mine(record.body) as Envelope['body'],
  }));
  const ids = new Map(named.map(record => [record.id, derivedAnew(record)]));
  // A decision's id follows from the review's, which has a new one itself.
  for (const record of named) {
    const root = isType(record, 'decision') ? ids.get(record.refs[0] ?? '') : undefined;
    if (root !== undefined) ids.set(record.id, decisionId(root));
    const programme = isType(record, 'stage') ? ids.get(record.refs[0] ?? '') : undefined;
    if (isType(record, 'stage') && programme !== undefined) ids.set(record.id, stageId(programme, record.body.stage, memberId));
  }
  return named.map(record => withIds(record, ids) as Envelope);
}


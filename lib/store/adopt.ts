/** What one person wrote without a server, as it is in the workspace that they have joined. */
import { derivedIdOf } from '#lib/records/derived-id.ts';
import { type Envelope, SOLO_MEMBER } from '#lib/records/envelope.ts';

/** Alone, their audience did not matter: it may be wide, but they were written for nobody else's eyes. */
const OWN_EYES: ReadonlySet<string> = new Set([
  'review',
  'decision',
  'routine',
  'run',
  'leave',
  'programme',
  'stage',
]);

/**
 * What comes along. Not what was tried out on the practice page, with the answers to it, which leads nowhere else; nor
 * the settings, for a team has its own.
 */
export function comingAlong<R extends Envelope>(records: readonly R[]): R[] {
  const practice = new Set(records.filter(isPractice).map(({ id }) => id));
  const answers = (record: Envelope) => !practice.has(record.id) && practice.has(record.refs[0] ?? '');
  for (let next = records.filter(answers); next.length > 0; next = records.filter(answers)) {
    for (const { id } of next) practice.add(id);
  }
  return records.filter(
    ({ id, type, deletedAt }) => deletedAt === undefined && type !== 'settings' && !practice.has(id),
  );
}

function isPractice({ body: { artifact } }: Envelope): boolean {
  return (
    typeof artifact === 'object' && artifact !== null && 'site' in artifact && artifact.site === 'practice'
  );
}

/** The records with their new author, who is named in them too, under ids that nobody else in the workspace derives. */
export function adopted(
  records: readonly Envelope[],
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Envelope[] {
  const named = records.map(record => {
    const own = { ...record, workspaceId, authorId: memberId, rev: 1 };
    const about = record.subjectId === record.authorId ? { ...own, subjectId: memberId } : own;
    const seenByFew = OWN_EYES.has(record.type) ? { ...about, audience: 'author' as const } : about;
    return { ...seenByFew, body: withMember(record.body, memberId) as Envelope['body'] };
  });
  const ids = new Map<string, string>();
  const idOf = (id = '') => ids.get(id) ?? id;
  // A decision's id follows from its review's, so the reviews come first.
  for (const record of named) if (record.type === 'review') ids.set(record.id, derivedAnew(record, idOf));
  for (const record of named) if (record.type !== 'review') ids.set(record.id, derivedAnew(record, idOf));
  return named.map(record => ({
    ...record,
    id: idOf(record.id),
    refs: record.refs.map(ref => idOf(ref)),
    body: withIds(record.body, idOf) as Envelope['body'],
  }));
}

/** The id that the new author's device would derive; its own where the id says nothing. */
function derivedAnew(record: Envelope, idOf: (id?: string) => string): string {
  return derivedIdOf({ ...record, refs: record.refs.map(ref => idOf(ref)) }) ?? record.id;
}

/** Names the member wherever a field says who: `ownerId`, `memberIds`, the `people` of a programme. Never in texts. */
function withMember(value: unknown, memberId: string, saysWho = false): unknown {
  if (saysWho && value === SOLO_MEMBER) return memberId;
  if (Array.isArray(value)) return value.map(each => withMember(each, memberId, saysWho));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      withMember(each, memberId, saysWho || name === 'people' || /Ids?$/.test(name)),
    ]),
  );
}

function withIds(value: unknown, idOf: (id: string) => string): unknown {
  if (typeof value === 'string') return idOf(value);
  if (Array.isArray(value)) return value.map(each => withIds(each, idOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withIds(each, idOf)]));
}

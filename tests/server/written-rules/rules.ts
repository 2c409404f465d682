/**
 * The rules of "Who may see and write what" in docs/server.md once more, written from its words alone. Plain and slow,
 * and on purpose sharing nothing with the code that the server runs.
 */
import { decisionId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';

export interface Person {
  id: string;
  roles: readonly string[];
}

/** Everything that the rules depend on at one moment. */
export interface Moment {
  /** Those who are members now. */
  members: ReadonlyMap<string, Person>;
  /** Who coaches whom now. */
  pairs: readonly { coachId: string; coacheeId: string }[];
  /** What the server holds. */
  records: ReadonlyMap<string, Envelope>;
  now: number;
  /** When the server first took each record in. */
  receivedAt: ReadonlyMap<string, number>;
}

/** Narrowest first: each is part of the next. */
const WIDTH = { author: 0, pair: 1, coaches: 2, workspace: 3 } as const;
const TEN_MINUTES = 10 * 60_000;

/** What a coachee writes back is about its author's work. */
const WRITTEN_BACK = ['acknowledgement', 'seen', 'commitment', 'evidence'];

/** The columns "kind" and "refs[0] is" of the table of answers. */
const ANSWERS: Record<string, readonly string[]> = {
  acknowledgement: ['note', 'behaviour'],
  seen: ['note'],
  commitment: ['note', 'behaviour', 'acknowledgement', 'commitment', 'verdict'],
  evidence: ['commitment', 'note'],
  reply: ['note', 'acknowledgement'],
  verdict: ['commitment'],
  placement: ['note'],
  run: ['routine'],
  decision: ['review'],
};

/** These are also written by the coachee's other coaches and by owners. */
const BY_OTHER_COACHES = ['verdict', 'run', 'decision'];

const coaches = (moment: Moment, coachId: string, coacheeId: string) =>
  moment.pairs.some(pair => pair.coachId === coachId && pair.coacheeId === coacheeId);
const has = (moment: Moment, id: string, role: string) =>
  moment.members.get(id)?.roles.includes(role) ?? false;
const isOwner = (moment: Moment, id: string) => has(moment, id, 'owner');
const isCoachOrOwner = (moment: Moment, id: string) => isOwner(moment, id) || has(moment, id, 'coach');

/** Whose work it is about. */
function whoseWork(record: Envelope): string | undefined {
  return WRITTEN_BACK.includes(record.type) ? record.authorId : record.subjectId;
}

export function sees(moment: Moment, readerId: string, record: Envelope): boolean {
  const isForAll = record.audience === 'workspace' && record.type !== 'log';
  if (record.authorId === readerId || isForAll) return true;
  if (record.audience === 'author') return false;
  if (record.subjectId === readerId) return true;
  const whose = whoseWork(record);
  return (
    ['coaches', 'workspace'].includes(record.audience) &&
    whose !== undefined &&
    coaches(moment, readerId, whose)
  );
}

/** May this record be written, whatever the server holds under its id? */
function mayWrite(moment: Moment, record: Envelope): boolean {
  if (record.subjectId !== undefined && !moment.members.has(record.subjectId)) return false;
  // Those of another kind have no id of this form here.
  const isDecisionId = record.id === decisionId(record.refs[0] ?? '');
  if (
    (record.type === 'decision' || record.id[14] === '5') &&
    !(record.type === 'decision' && isDecisionId)
  ) {
    return false;
  }
  return record.type in ANSWERS ? mayAnswer(moment, record) : mayStandAlone(moment, record);
}

function mayStandAlone(moment: Moment, { type, authorId, subjectId, audience }: Envelope): boolean {
  if (type === 'position' && audience !== 'author') {
    return subjectId !== undefined && (subjectId === authorId || isOwner(moment, authorId));
  }
  if (audience === 'workspace' && !isCoachOrOwner(moment, authorId)) return false;
  if (audience !== 'author') {
    if (['site', 'settings'].includes(type) && !isOwner(moment, authorId)) return false;
    if (['rubric', 'template'].includes(type) && !isCoachOrOwner(moment, authorId)) return false;
    if (['note', 'scorecard'].includes(type) && subjectId === undefined) return false;
  }
  if (subjectId === undefined || subjectId === authorId) return true;
  return coaches(moment, authorId, subjectId) || isOwner(moment, authorId);
}

function mayAnswer(moment: Moment, record: Envelope): boolean {
  const { type, authorId, subjectId, audience } = record;
  const isForMyself = subjectId === authorId;
  if (subjectId === undefined) return false;
  const reaches = audience !== 'workspace' || isCoachOrOwner(moment, authorId);
  if (record.refs.length === 0) {
    return type === 'commitment' && isForMyself && reaches;
  }

  const named = record.refs.map(id => (id === record.id ? undefined : moment.records.get(id)));
  for (const each of named) if (each === undefined || !sees(moment, authorId, each)) return false;
  const all = named as Envelope[];
  const [first] = all as [Envelope];
  if (!ANSWERS[type]?.includes(first.type)) return false;
  if (type === 'acknowledgement' && first.deletedAt !== undefined) return false;

  const chain = chainFrom(moment, first);
  if (chain === undefined || chain.some(({ id }) => id === record.id)) return false;
  for (const each of [...all, ...chain]) if (WIDTH[audience] > WIDTH[each.audience]) return false;

  const begun = beginningOf(chain);
  const coachee = whoseWork(begun) ?? begun.authorId;
  for (const each of all) if (![undefined, coachee].includes(whoseWork(each))) return false;

  const two = [begun.authorId, begun.subjectId ?? begun.authorId];
  const isCatalogue = begun.type === 'behaviour' && begun.subjectId === undefined;
  if (type === 'commitment' && isCatalogue) return isForMyself && reaches;
  if (type === 'placement' && isForMyself && audience === 'author') return true;
  const isOther =
    BY_OTHER_COACHES.includes(type) &&
    whoseWork(begun) !== undefined &&
    (coaches(moment, authorId, coachee) || isOwner(moment, authorId));
  if (!two.includes(authorId) && !isOther) return false;
  return WRITTEN_BACK.includes(type) ? two.includes(subjectId) : subjectId === coachee;
}

/** The record, what it answers, and so on to the beginning. Undefined where it goes round and round. */
function chainFrom(moment: Moment, first: Envelope): Envelope[] | undefined {
  const chain: Envelope[] = [];
  for (let each: Envelope | undefined = first; each !== undefined; ) {
    const { id } = each;
    if (chain.some(known => known.id === id)) return undefined;
    chain.push(each);
    const [next]: string[] = each.type in ANSWERS ? each.refs : [];
    each = next === undefined ? undefined : moment.records.get(next);
  }
  return chain;
}

/** The note, behaviour or lone promise. A promise on the workspace's behaviour is a lone one. */
function beginningOf(chain: readonly Envelope[]): Envelope {
  const last = chain.at(-1) as Envelope;
  const isCatalogue = last.type === 'behaviour' && last.subjectId === undefined;
  return (isCatalogue ? chain.at(-2) : undefined) ?? last;
}

export type Outcome = 'stored' | 'known' | 'forgotten' | 'stale' | 'refused';

/** What the server has to answer to this record from its author's device. */
export function outcomeOf(moment: Moment, record: Envelope): Outcome {
  const held = moment.records.get(record.id);
  const isDeletion = record.deletedAt !== undefined;
  if (held && held.authorId !== record.authorId) return 'refused';
  if (held) {
    if (record.rev === held.rev && JSON.stringify(record) === JSON.stringify(held)) return 'known';
    if (record.rev !== held.rev + 1) return 'stale';
    if (record.type !== held.type || record.createdAt !== held.createdAt) return 'refused';
    // Only what there can be one of is written anew.
    const isAnew = record.type === 'decision' && !isDeletion && record.updatedAt >= (held.deletedAt ?? 0);
    if (held.deletedAt !== undefined && !isAnew) return 'refused';
    if (held.type === 'note' && !isDeletion && !mayStillChange(moment, held)) return 'refused';
    if (isDeletion && hasSameReach(record, held)) return 'stored';
  }
  if (mayWrite(moment, record)) return 'stored';
  return isDeletion && !held ? 'forgotten' : 'refused';
}

function hasSameReach(one: Envelope, other: Envelope): boolean {
  return (
    one.subjectId === other.subjectId && one.audience === other.audience && `${one.refs}` === `${other.refs}`
  );
}

/** For ten minutes, and until the person it is about has answered it. */
function mayStillChange(moment: Moment, note: Envelope): boolean {
  const sentAt = Math.min(note.createdAt, moment.receivedAt.get(note.id) ?? note.createdAt);
  if (moment.now >= sentAt + TEN_MINUTES) return false;
  for (const answer of moment.records.values()) {
    const isAnswer =
      ['acknowledgement', 'commitment'].includes(answer.type) && answer.deletedAt === undefined;
    if (!isAnswer || answer.authorId === note.authorId || answer.authorId !== note.subjectId) continue;
    if (answer.refs.includes(note.id)) return false;
  }
  return true;
}

/** What is left of a deleted record: ids, author and times, and nothing that a client made up. */
export function bare(record: Envelope): Envelope {
  if (record.deletedAt === undefined) return record;
  const { id, type, workspaceId, authorId, subjectId, audience, refs, rev, schema } = record;
  const { createdAt, updatedAt, deletedAt } = record;
  const kept = {
    id,
    type,
    workspaceId,
    authorId,
    audience,
    refs,
    rev,
    createdAt,
    updatedAt,
    deletedAt,
    schema,
  };
  return { ...kept, ...(subjectId === undefined ? {} : { subjectId }), body: {} };
}

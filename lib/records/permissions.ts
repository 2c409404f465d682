/**
 * Who may write about whom; `maySee` is its counterpart for reading. The server, whose answer counts, and the device
 * use the same function, so that nobody writes something only to have it refused. docs/server.md has it as a table.
 */
import { type Audience, audiences, type Envelope } from './envelope.ts';
import { type Answering, type Standing, traitsOf } from './traits.ts';
import { coacheeOf } from './visibility.ts';

export interface Writer {
  memberId: string;
  roles: readonly string[];
  /** The members this one coaches now. */
  coachees: ReadonlySet<string>;
}

/** The part of a record that the rules look at. */
export type Written = Pick<Envelope, 'type' | 'authorId' | 'subjectId' | 'audience' | 'deletedAt'>;

/**
 * What a record refers to. `undefined` stands for a record that does not exist or that the writer may not see: the two
 * must look alike.
 */
export interface Referred {
  /** What its references name, in order. It answers the first. */
  named: readonly (Written | undefined)[];
  /** What that record answers in turn, and so on, nearest first. */
  behind: readonly Written[];
}

/** Why a record may not be written. */
export type WriteProblem =
  | 'owners-only'
  | 'leaders-only'
  | 'no-subject'
  | 'subject-not-coached'
  | 'nothing-answered'
  | 'not-its-kind'
  | 'taken-back'
  | 'other-subject'
  | 'wider-audience';

export const REFERS_TO_NOTHING: Referred = { named: [], behind: [] };

/** May this member write about that one at all? */
export function mayWriteAbout(writer: Writer, subjectId: string): boolean {
  return subjectId === writer.memberId || writer.coachees.has(subjectId) || isOwner(writer);
}

/** May this member write for the whole workspace? */
export function leads(writer: Pick<Writer, 'roles'>): boolean {
  return isOwner(writer) || writer.roles.includes('coach');
}

export function isOwner({ roles }: Pick<Writer, 'roles'>): boolean {
  return roles.includes('owner');
}

/**
 * Undefined when the writer may write this record of their own. Taking a record back (a tombstone) is always allowed,
 * so it is not checked here.
 */
export function problemOfWriting(
  record: Written,
  writer: Writer,
  referred: Referred,
): WriteProblem | undefined {
  const kind = traitsOf(record.type);
  return kind.standing
    ? problemOfStanding(record, writer, kind)
    : problemOfAnswer(record, writer, kind, referred);
}

function problemOfStanding(record: Written, writer: Writer, kind: Standing): WriteProblem | undefined {
  const isShared = record.audience !== 'author';
  if (isShared && kind.sharedBy === 'owners' && !isOwner(writer)) return 'owners-only';
  if (isShared && kind.sharedBy === 'subject') return problemOfOwnWord(record, writer);
  if (isShared && kind.sharedBy === 'leaders' && !leads(writer)) return 'leaders-only';
  if (addressesAllWithoutLeading(record, writer)) return 'leaders-only';
  if (record.subjectId !== undefined) {
    return mayWriteAbout(writer, record.subjectId) ? undefined : 'subject-not-coached';
  }
  return isShared && kind.needsSubject ? 'no-subject' : undefined;
}

/** What people say of themselves they may tell everybody; of others only an owner may. */
function problemOfOwnWord({ subjectId }: Written, writer: Writer): WriteProblem | undefined {
  if (subjectId === undefined) return 'no-subject';
  return subjectId === writer.memberId || isOwner(writer) ? undefined : 'owners-only';
}

/** Whoever leads nobody cannot speak to everybody of their own accord, not even about themself. */
function addressesAllWithoutLeading({ audience }: Written, writer: Writer): boolean {
  return audience === 'workspace' && !leads(writer);
}

/**
 * An answer is bound to what it answers, all the way up the chain. Its type must be able to answer that type. Its
 * author must be one of the people involved. It must be about or addressed to the people in the thread, and its
 * audience must be no wider. Its author must be able to see everything it refers to, and all of that must be about the
 * same person's work.
 */
function problemOfAnswer(
  record: Written,
  writer: Writer,
  kind: Answering,
  referred: Referred,
): WriteProblem | undefined {
  const { behind } = referred;
  const named = referred.named.filter(each => each !== undefined);
  if (named.length < referred.named.length) return 'nothing-answered';
  const [answered] = named;
  if (answered === undefined) {
    if (!kind.alone || record.subjectId !== writer.memberId) return 'nothing-answered';
    return addressesAllWithoutLeading(record, writer) ? 'leaders-only' : undefined;
  }
  if (!kind.answers.some(type => type === answered.type)) return 'not-its-kind';
  const root = rootOf([answered, ...behind]);
  return (
    problemOfPeople(record, writer, kind, root) ??
    (kind.toLivingOnly && answered.deletedAt !== undefined ? 'taken-back' : undefined) ??
    (named.every(each => isOfOneThread(each, root)) ? undefined : 'other-subject') ??
    ([...named, ...behind].some(each => isWider(record.audience, each.audience))
      ? 'wider-audience'
      : undefined)
  );
}

/** Checks the author and subject against the two people in the thread. */
function problemOfPeople(
  record: Written,
  writer: Writer,
  kind: Answering,
  root: Written,
): WriteProblem | undefined {
  const { memberId } = writer;
  const toMyself = record.subjectId === memberId;
  const coachee = coacheeOf(root);
  const parties = [root.authorId, root.subjectId ?? root.authorId];
  // Anybody may commit to something from the workspace's catalogue, for themself. It is a promise of their own accord,
  // so it must not speak to everybody where another one could not: the catalogue asked nobody.
  if (kind.alone && isOfCatalogue(root)) {
    if (!toMyself) return 'other-subject';
    return addressesAllWithoutLeading(record, writer) ? 'leaders-only' : undefined;
  }
  if (!parties.includes(memberId)) {
    if (kind.by === 'readers') return toMyself && record.audience === 'author' ? undefined : 'other-subject';
    if (kind.by !== 'coaches' || coachee === undefined) return 'nothing-answered';
    if (!mayWriteAbout(writer, coachee)) return 'nothing-answered';
  }
  if (kind.by === 'readers' && toMyself && record.audience === 'author') return undefined;
  if (record.subjectId === undefined) return 'other-subject';
  if (kind.writtenBack) return parties.includes(record.subjectId) ? undefined : 'other-subject';
  return record.subjectId === (coachee ?? root.authorId) ? undefined : 'other-subject';
}

/**
 * What the whole chain is about: its last record. If that is a behaviour of the workspace's catalogue, the one before
 * it: a commitment to it is between the person who made it and the person they made it to.
 */
function rootOf(chain: readonly [Written, ...Written[]]): Written {
  return chain.findLast(each => !isOfCatalogue(each)) ?? chain[0];
}

function isOfCatalogue({ type, subjectId }: Written): boolean {
  return type === 'behaviour' && subjectId === undefined;
}

function isOfOneThread(record: Written, root: Written): boolean {
  const coachee = coacheeOf(record);
  return coachee === undefined || coachee === (coacheeOf(root) ?? root.authorId);
}

/** Each audience is part of the next one. */
export function isWider(one: Audience, other: Audience): boolean {
  return audiences.indexOf(one) > audiences.indexOf(other);
}

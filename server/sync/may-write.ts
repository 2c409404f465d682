/**
 * Who may write what. Reading is `maySee`; this is its counterpart for writing, in one readable place:
 *
 * - about oneself: anything;
 * - about another member: their coaches and the owners;
 * - about nobody: anything to oneself; to the workspace (its behaviours and rubrics) coaches and owners, but what
 *   Sideline knows of sites (`site`) owners alone: it decides on every device which record a page is;
 * - an acknowledgement: whoever wrote the note or behaviour that it answers, or is its subject, and nobody else;
 * - the other answers (reply, commitment, evidence, verdict, ruling, and types that are not known here): who may write
 *   about the subject, and also who wrote what they answer or is its subject.
 */
import type { Envelope } from '#lib/records/envelope.ts';
import type { Role } from '#lib/sync/protocol.ts';
import type { Refusal } from './decide.ts';

export interface Writer {
  memberId: string;
  roles: readonly Role[];
  /** Members whom this one coaches now. */
  coachees: ReadonlySet<string>;
}

export interface WriteContext {
  /** Is the record's subject a member now? */
  subjectIsMember: boolean;
  /** The record that `refs[0]` names, if the server holds it and the writer may see it. */
  answered: Envelope | undefined;
}

/** Records that stand for themselves: what they refer to gives nobody a right to write them. */
const STANDING = new Set(['note', 'scorecard', 'behaviour', 'rubric', 'cycle', 'log', 'site']);
/** What an acknowledgement can answer. */
const ANSWERABLE = new Set(['note', 'behaviour']);

/** Undefined when it is allowed. Taking one's own record back (a tombstone) always is, and is not asked here. */
export function checkWriter(record: Envelope, writer: Writer, context: WriteContext): Refusal | undefined {
  if (record.subjectId !== undefined && !context.subjectIsMember) {
    return refuse('The person this is about is not a member of the workspace.');
  }
  if (record.type === 'site' && record.audience !== 'author' && !writer.roles.includes('owner')) {
    return refuse('Only owners can share a site with the workspace.');
  }
  const { answered } = context;
  const concerned =
    answered !== undefined &&
    (answered.authorId === writer.memberId || answered.subjectId === writer.memberId);
  if (record.type === 'acknowledgement') {
    // One answer for "no such note" and "not yours to answer": a guessed id must tell nothing.
    if (!concerned || !ANSWERABLE.has(answered.type)) {
      return refuse('There is no note of yours or about you that this answers.');
    }
    return answered.deletedAt === undefined ? undefined : refuse('Its author took the note back.');
  }
  if (concerned && !STANDING.has(record.type)) return undefined;
  return record.subjectId === undefined
    ? checkWithoutSubject(record, writer)
    : checkSubject(record.subjectId, writer);
}

function checkSubject(subjectId: string, writer: Writer): Refusal | undefined {
  const allowed =
    subjectId === writer.memberId || writer.coachees.has(subjectId) || writer.roles.includes('owner');
  return allowed ? undefined : refuse('You do not coach this person. Ask an owner to assign you.');
}

function checkWithoutSubject(record: Envelope, writer: Writer): Refusal | undefined {
  if (record.audience === 'author') return undefined;
  if (record.type === 'note' || record.type === 'scorecard') return refuse('Say whose work this is about.');
  const leads = writer.roles.includes('owner') || writer.roles.includes('coach');
  if (record.audience === 'workspace' && !leads) {
    return refuse('Only coaches and owners can write for the whole workspace.');
  }
  return undefined;
}

function refuse(message: string): Refusal {
  return { code: 'not-allowed', message };
}

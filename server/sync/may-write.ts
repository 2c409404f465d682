/**
 * Who may write what. Reading is `maySee`; this is its counterpart for writing, in one readable place:
 *
 * - about oneself: anything;
 * - about another member: their coaches and the owners;
 * - about nobody, to oneself: anything; to the workspace (behaviours, say): coaches and owners;
 * - an answer (acknowledgement): whoever wrote the note or is its subject, and only to a note that is still there.
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
  /** The record that `refs[0]` names, if the server holds it. */
  answered: Envelope | undefined;
}

/** Undefined when it is allowed. Taking one's own record back (a tombstone) always is, and is not asked here. */
export function checkWriter(record: Envelope, writer: Writer, context: WriteContext): Refusal | undefined {
  if (record.subjectId !== undefined && !context.subjectIsMember) {
    return refuse('The person this is about is not a member of the workspace.');
  }
  if (record.type === 'acknowledgement') return checkAnswer(writer, context);
  if (record.subjectId === undefined) return checkWithoutSubject(record, writer);
  const allowed =
    record.subjectId === writer.memberId ||
    writer.coachees.has(record.subjectId) ||
    writer.roles.includes('owner');
  return allowed ? undefined : refuse('You do not coach this person. Ask an owner to assign you.');
}

function checkAnswer(writer: Writer, { answered }: WriteContext): Refusal | undefined {
  const concerned =
    answered !== undefined &&
    answered.type === 'note' &&
    (answered.subjectId === writer.memberId || answered.authorId === writer.memberId);
  // One answer for "no such note" and "not yours to answer": a guessed id must tell nothing.
  if (!concerned) return refuse('There is no note of yours or about you that this answers.');
  return answered.deletedAt === undefined ? undefined : refuse('The note was taken back by its author.');
}

function checkWithoutSubject(record: Envelope, writer: Writer): Refusal | undefined {
  if (record.audience === 'author') return undefined;
  const leads = writer.roles.includes('owner') || writer.roles.includes('coach');
  if (record.type === 'note' || record.type === 'scorecard') return refuse('Say whose work this is about.');
  if (record.audience === 'workspace' && !leads) {
    return refuse('Only coaches and owners can write for the whole workspace.');
  }
  return undefined;
}

function refuse(message: string): Refusal {
  return { code: 'not-allowed', message };
}

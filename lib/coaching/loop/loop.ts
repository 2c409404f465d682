/**
 * The loop of a note: its state, who owes the next step, and by when. Never stored: we compute it from the note and
 * the records that refer to it, in whatever order they came. Instants and spans are in ms.
 */

import { byTime, distinct } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import {
  type Acknowledgement,
  type Commitment,
  type Evidence,
  isType,
  type Note,
  type RecordOf,
  type RecordType,
  type Reply,
  type Ruling,
  type Verdict,
} from '#lib/records/types.ts';
import { DEFAULT_CLOCKS, isLate, type LoopClocks } from './clocks.ts';

export type LoopState =
  | 'waiting for answer'
  | 'in discussion'
  | 'disputed'
  | 'accepted'
  | 'committed'
  | 'evidenced'
  | 'another rep'
  | 'closed'
  | 'withdrawn'
  /** A coach found that coaching doesn't help here, and passed it on (R148). */
  | 'referred'
  | 'replaced';

export type StepName = 'answer' | 'reply' | 'commitment' | 'evidence' | 'verdict';

export interface Step {
  step: StepName;
  /** The member who owes it. */
  memberId: string;
  dueAt: number;
  overdue: boolean;
}

export interface Loop {
  noteId: string;
  state: LoopState;
  /** The next step and who owes it; null when nobody owes anything. */
  next: Step | null;
  /**
   * All steps that are due or running now; the first is `next`. After a commitment's due date the verdict is owed too.
   */
  owed: readonly Step[];
  /** Only a loop with all three counts as closed (R058). */
  has: { observation: boolean; action: boolean; response: boolean };
  /** Delivered more than 24 h after the moment; null if the moment is unknown, or the work was looked at for study. */
  late: boolean | null;
  /** When the person it is about first saw it; null while nobody knows that they have. */
  seenAt: number | null;
  /** The records that count: the latest of each, and the chain of commitments, oldest first. */
  acknowledgement: Acknowledgement | null;
  reply: Reply | null;
  commitments: readonly Commitment[];
  evidence: readonly Evidence[];
  verdict: Verdict | null;
  /** The decision that passed it on. */
  referral: Ruling | null;
}

/**
 * `answers` may be any records; those that do not belong to this note's loop are ignored. An answer belongs to it if
 * it refers to the note or to a record that does.
 */
export function loopOf(
  note: Note,
  answers: readonly Envelope[],
  now: number,
  clocks: LoopClocks = DEFAULT_CLOCKS,
): Loop {
  const coachId = note.authorId;
  const coacheeId = note.subjectId ?? note.authorId;
  const live = distinct(answers);

  const acknowledgements = mine(live, 'acknowledgement', note.id, coacheeId);
  const acknowledgement = acknowledgements.at(-1) ?? null;
  const replies = mine(live, 'reply', note.id, coachId);
  const commitments = chainOf(note, live, coacheeId);
  const commitment = commitments.at(-1) ?? null;
  const evidence = live
    .filter(record => isType(record, 'evidence'))
    .filter(each => [note, ...commitments].some(base => each.refs[0] === base.id))
    .sort(byTime);
  const verdicts = live
    .filter(record => isType(record, 'verdict'))
    .filter(verdict => commitments.some(base => verdict.refs[0] === base.id))
    .sort(byTime);
  const verdict =
    verdicts.filter(v => v.refs[0] === commitment?.id && maySettle(v, coachId, coacheeId)).at(-1) ?? null;
  const reply = replyTo(replies, acknowledgement);
  const withdrawn = replies.some(r => r.body.outcome === 'withdrawn');
  const replaced = live.some(
    record => isType(record, 'note') && record.authorId === coachId && record.body.replaces === note.id,
  );

  const referral =
    live.filter(record => isType(record, 'ruling')).findLast(ruling => passesOn(ruling, note)) ?? null;

  const at: Position = {
    note,
    coachId,
    coacheeId,
    acknowledgement,
    reply,
    commitment,
    evidence: evidence.filter(each => each.refs[0] === commitment?.id || commitment === null).at(-1) ?? null,
    verdict,
    ended:
      note.deletedAt !== undefined || withdrawn
        ? 'withdrawn'
        : replaced
          ? 'replaced'
          : referral
            ? 'referred'
            : null,
  };
  const { state, steps } = position(at, now, clocks);
  const owed = steps.map(step => ({ ...step, overdue: now > step.dueAt }));
  return {
    noteId: note.id,
    state,
    next: owed[0] ?? null,
    owed,
    has: partsOf(note, acknowledgement, evidence, verdicts, coachId, coacheeId),
    late: isLate(note, clocks),
    // Somebody who answered has seen the note, whatever their device recorded.
    seenAt: first([...mine(live, 'seen', note.id, coacheeId), ...acknowledgements]),
    acknowledgement,
    reply,
    commitments,
    evidence,
    verdict,
    referral,
  };
}

/** Nobody passes on what is about themself: that would be an answer, which has its own form. */
function passesOn({ authorId, refs, body }: Ruling, note: Note): boolean {
  return (
    body.on === 'pattern' &&
    body.remedy === 'outsideCoaching' &&
    refs.includes(note.id) &&
    (authorId !== note.subjectId || authorId === note.authorId)
  );
}

interface Position {
  note: Note;
  coachId: string;
  coacheeId: string;
  acknowledgement: Acknowledgement | null;
  reply: Reply | null;
  commitment: Commitment | null;
  evidence: Evidence | null;
  verdict: Verdict | null;
  ended: 'withdrawn' | 'replaced' | 'referred' | null;
}

type Owed = Omit<Step, 'overdue'>;

function position(at: Position, now: number, clocks: LoopClocks): { state: LoopState; steps: Owed[] } {
  if (at.ended) return { state: at.ended, steps: [] };
  const commitmentBy = (from: number): Owed => ({
    step: 'commitment',
    memberId: at.coacheeId,
    dueAt: from + clocks.commitment,
  });
  // A commitment outweighs any answer before it.
  if (at.commitment) return committed(at, at.commitment, now, clocks, commitmentBy);

  const { acknowledgement: answer, note, coachId, coacheeId } = at;
  const self = coachId === coacheeId;
  if (!answer && !self) {
    return {
      state: 'waiting for answer',
      steps: [{ step: 'answer', memberId: coacheeId, dueAt: note.createdAt + clocks.answer }],
    };
  }
  if (answer && !self && answer.body.answer !== 'accept') {
    if (at.reply) {
      const dueAt = at.reply.createdAt + clocks.answer;
      return { state: 'waiting for answer', steps: [{ step: 'answer', memberId: coacheeId, dueAt }] };
    }
    return {
      state: answer.body.answer === 'dispute' ? 'disputed' : 'in discussion',
      steps: [{ step: 'reply', memberId: coachId, dueAt: answer.updatedAt + clocks.reply }],
    };
  }
  // A recognition needs nothing more, and a question is settled by its answer.
  if (note.body.kind !== 'correction') return { state: 'closed', steps: [] };
  return { state: 'accepted', steps: [commitmentBy(answer?.updatedAt ?? note.createdAt)] };
}

function committed(
  at: Position,
  commitment: Commitment,
  now: number,
  clocks: LoopClocks,
  commitmentBy: (from: number) => Owed,
): { state: LoopState; steps: Owed[] } {
  const { coachId, coacheeId, evidence, verdict } = at;
  if (verdict) {
    if (verdict.body.finding === 'implemented') return { state: 'closed', steps: [] };
    return { state: 'another rep', steps: [commitmentBy(verdict.updatedAt)] };
  }
  const due = commitment.body.dueAt;
  const verdictStep: Owed = {
    step: 'verdict',
    memberId: coachId,
    dueAt: Math.max(due, evidence?.createdAt ?? due) + clocks.verdict,
  };
  if (evidence) return { state: 'evidenced', steps: [verdictStep] };
  const evidenceStep: Owed = { step: 'evidence', memberId: coacheeId, dueAt: due };
  return { state: 'committed', steps: now > due ? [evidenceStep, verdictStep] : [evidenceStep] };
}

/** A coachee's own verdict never settles a coach's note; on a note to oneself it does. */
function maySettle(verdict: Verdict, coachId: string, coacheeId: string): boolean {
  return verdict.authorId !== coacheeId || coachId === coacheeId;
}

/**
 * The coachee's commitments that come from this note, in the order in which they replaced each other. The last is the
 * one that no other replaces; if there are several (two devices), the latest.
 */
function chainOf(note: Note, live: readonly Envelope[], coacheeId: string): Commitment[] {
  const own = live
    .filter(record => isType(record, 'commitment'))
    .filter(record => record.authorId === coacheeId);
  const chain = new Map<string, Commitment>();
  let grew = true;
  while (grew) {
    grew = false;
    for (const record of own) {
      const belongs = record.refs.some(ref => ref === note.id || chain.has(ref));
      if (belongs && !chain.has(record.id)) {
        chain.set(record.id, record);
        grew = true;
      }
    }
  }
  return [...chain.values()].sort(byTime);
}

/** The author's reply to exactly this answer, unless the coachee has answered that reply. */
function replyTo(replies: readonly Reply[], answer: Acknowledgement | null): Reply | null {
  if (!answer) return null;
  return (
    replies.filter(reply => reply.refs.includes(answer.id) && !answer.refs.includes(reply.id)).at(-1) ?? null
  );
}

function partsOf(
  note: Note,
  answer: Acknowledgement | null,
  evidence: readonly Evidence[],
  verdicts: readonly Verdict[],
  coachId: string,
  coacheeId: string,
): Loop['has'] {
  const seenByCoach = verdicts.filter(verdict => maySettle(verdict, coachId, coacheeId));
  const acted = seenByCoach.some(v => v.body.finding === 'implemented' || v.body.finding === 'partly');
  // A recognition's action is the work it praises, and the response to it is the coachee's answer.
  const recognition = note.body.kind === 'recognition';
  const question = note.body.kind === 'question';
  return {
    observation: note.body.observation.trim() !== '' || (question && note.body.nextAction.trim() !== ''),
    action: recognition || (question && answer !== null) || evidence.length > 0 || acted,
    response: recognition || question ? answer !== null : seenByCoach.length > 0,
  };
}

function first(records: readonly Envelope[]): number | null {
  return records.length === 0 ? null : Math.min(...records.map(({ createdAt }) => createdAt));
}

function mine<T extends RecordType>(
  live: readonly Envelope[],
  type: T,
  noteId: string,
  authorId: string,
): (Envelope & RecordOf<T>)[] {
  return live
    .filter(record => isType(record, type))
    .filter(record => record.authorId === authorId && record.refs.includes(noteId));
}

/**
 * Decides whether a behaviour may be active (R001–R005), and how many notes a person gets (R194). For behaviours the same
 * functions run on the device, for a quick answer, and on the server, whose answer counts. The limit of notes is kept by
 * the device alone.
 */

import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { DEFAULTS } from '#lib/coaching/settings/defaults.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { BehaviourState } from '#lib/records/kinds/behaviour.ts';
import { type Behaviour, type Cycle, isType, type Note } from '#lib/records/types.ts';
import { DAY, HOUR } from '#lib/time.ts';
import {
  type ActivationProblem,
  activationProblems,
  languageOfBehaviour,
  problemsOfChange,
} from './activation.ts';

export const MAX_ACTIVE = 5;
export const MAX_ACTIVE_STARTER = 2;
/** Notes that one person gets a day from others. */
export const MAX_NOTES_A_DAY = DEFAULTS.notesADay;

export type LimitAnswer =
  | { ok: true }
  | {
      ok: false;
      code: 'too-many-active' | 'no-execution-problem' | 'too-many-notes';
      message: string;
      limit: number;
    };

export type ActiveAnswer =
  | LimitAnswer
  | { ok: false; code: 'incomplete'; message: string; problems: readonly ActivationProblem[] };

/** The cycle a person is in at `now`; the latest if there are several. */
export function cycleOf(records: readonly Envelope[], personId: string, now: number): Cycle | null {
  const running = ofType(records, 'cycle').filter(
    cycle => subjectOf(cycle) === personId && cycle.body.startAt <= now && now < cycle.body.endAt,
  );
  return running.at(-1) ?? null;
}

/** A person's own behaviours that their authors made active, oldest first. */
export function activeBehaviours(records: readonly Envelope[], personId: string): Behaviour[] {
  return ofType(records, 'behaviour').filter(
    behaviour => behaviour.subjectId === personId && behaviour.body.state === 'active',
  );
}

/**
 * May this behaviour be stored as it is? Always while it is not active. To become active, whichever way, it needs its
 * four parts and four answers in words that others could see and count, and has to keep the limits of its person. The
 * language is taken from its own words, so that every device and the server answer alike. `records` are those stored
 * about that person. If the candidate's earlier revision is among them and active, it is no step to active any more:
 * only the words that change are judged.
 */
export function mayBeActive(candidate: Behaviour, records: readonly Envelope[], now: number): ActiveAnswer {
  if (candidate.deletedAt !== undefined || candidate.body.state !== 'active') return { ok: true };
  const before = records.find(record => wasActive(candidate, record));
  const language = languageOfBehaviour(candidate.body);
  const problems = before
    ? problemsOfChange(candidate.body, before.body, language)
    : activationProblems(candidate.body, language);
  if (problems.length > 0) {
    const parts = [...new Set(problems.map(({ part }) => part))].join(', ');
    const message = `It stays a proposal until these say what others can see and count: ${parts}.`;
    return { ok: false, code: 'incomplete', problems, message };
  }
  const personId = candidate.subjectId;
  return personId === undefined || before ? { ok: true } : withinLimits(candidate, personId, records, now);
}

/** Is `record` an earlier revision of this behaviour in which it was active for the same person? */
export function wasActive(candidate: Behaviour, record: Envelope): record is Behaviour {
  return (
    record.id === candidate.id &&
    record.subjectId === candidate.subjectId &&
    isType(record, 'behaviour') &&
    record.body.state === 'active'
  );
}

/** A cycle of a newer version may hold anything there. */
function hasProblem({ body }: Cycle): boolean {
  const text: unknown = body.executionProblem?.text;
  return typeof text === 'string' && text.trim() !== '';
}

function withinLimits(
  candidate: Behaviour,
  personId: string,
  records: readonly Envelope[],
  now: number,
): LimitAnswer {
  const cycle = cycleOf(records, personId, now);
  const starter = cycle?.body.kind === 'starter';
  if (starter && !hasProblem(cycle)) {
    return {
      ok: false,
      code: 'no-execution-problem',
      limit: MAX_ACTIVE_STARTER,
      message: 'A first cycle works on one problem: name it, then choose its behaviour.',
    };
  }
  const limit = starter ? MAX_ACTIVE_STARTER : MAX_ACTIVE;
  const others = activeBehaviours(records, personId).filter(behaviour => behaviour.id !== candidate.id);
  if (others.length < limit) return { ok: true };
  return {
    ok: false,
    code: 'too-many-active',
    limit,
    message: `${starter ? 'A first cycle has' : 'A person has'} at most ${limit} active behaviours: park one first.`,
  };
}

/**
 * Has this person yet to begin? Until something of theirs was practised, the next behaviour starts a first cycle, on one
 * problem. What was only proposed, and then perhaps taken off the list, began nothing.
 */
export function beginsWithProblem(records: readonly Envelope[], personId: string): boolean {
  if (ofType(records, 'cycle').some(cycle => subjectOf(cycle) === personId)) return false;
  return !ofType(records, 'behaviour').some(
    ({ subjectId, body }) => subjectId === personId && BEGUN.has(body.state),
  );
}

/** Only what was active can get here. `retired` is missing, because a proposal can be taken off the list too. */
const BEGUN: ReadonlySet<BehaviourState> = new Set(['active', 'parked', 'automatic']);

/**
 * May one more note be sent to this person on the day that began at `dayStart` (ms since 1970, the person's day)?
 * `elsewhere` is how many further notes of that day the server knows of that are not among `records`.
 */
export function mayNote(
  note: Note,
  records: readonly Envelope[],
  dayStart: number,
  limit: number = MAX_NOTES_A_DAY,
  elsewhere = 0,
): LimitAnswer {
  const personId = subjectOf(note);
  if (personId === note.authorId || note.audience === 'author') return { ok: true };
  const today = notesReceived(records, personId, dayStart).filter(
    other => other.id !== note.id && other.body.replaces !== note.id && other.id !== note.body.replaces,
  );
  if (today.length + elsewhere < limit) return { ok: true };
  return {
    ok: false,
    code: 'too-many-notes',
    limit,
    message: `That is ${limit} notes today. One more would not be heard: keep it for tomorrow.`,
  };
}

/** The day on which the clocks are set back. */
const LONGEST_DAY = DAY + HOUR;

/**
 * The notes that others have sent to this person on the day that begins at `from` (ms since 1970). A note that its author
 * keeps private reaches nobody and does not count, nor does one that a clock years ahead has dated.
 */
export function notesReceived(records: readonly Envelope[], personId: string, from: number): Note[] {
  return ofType(records, 'note').filter(
    note =>
      subjectOf(note) === personId &&
      note.authorId !== personId &&
      note.audience !== 'author' &&
      note.createdAt >= from &&
      note.createdAt < from + LONGEST_DAY,
  );
}

/**
 * Stalls: progress stopped, somebody is named, and a deadline runs (R142–R147). They are computed; people
 * answer with a ruling. A coach's own silence is a stall too. Missed milestones will be added when there are
 * programmes.
 */

import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import { activeBehaviours } from '#lib/coaching/behaviours/limits.ts';
import {
  type Calendar,
  DEFAULT_CALENDAR,
  dayOf,
  type Leave,
  pausedDeadline,
  workedDays,
} from '#lib/coaching/calendar.ts';
import { byTime, distinct, ofType, subjectOf } from '#lib/coaching/history.ts';
import { askingLoops } from '#lib/coaching/loop/all-loops.ts';
import { DEFAULT_CLOCKS, type LoopClocks } from '#lib/coaching/loop/clocks.ts';
import { DEFAULTS } from '#lib/coaching/settings/defaults.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { StallClass } from '#lib/records/kinds/ruling.ts';
import { type Behaviour, isType, type Note, type Ruling } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import { DAY } from '#lib/time.ts';
import { openMisses } from './missed.ts';

export type StallRule =
  | 'no log'
  | 'missed'
  | 'note unanswered'
  | 'reply overdue'
  | 'commitment overdue'
  | 'verdict overdue'
  | 'progressing, not improving'
  | 'coach silent';

export interface PreparedResponse {
  /** What it usually needs. A person decides. */
  stallClass: StallClass;
  /** Who takes it up: the member's coach, the coach, or the workspace's owner. */
  who: 'coach' | 'owner';
  /** How long that person has, in ms. */
  within: number;
  next: string;
}

/** Prepared before it is needed (R143). */
export const RESPONSES: Readonly<Record<StallRule, PreparedResponse>> = {
  'no log': {
    stallClass: 'reminder',
    who: 'coach',
    within: DAY,
    next: 'Ask what happened on the last day with a chance for it.',
  },
  missed: {
    stallClass: 'strategy',
    who: 'coach',
    within: DAY,
    next: 'Ask what got in the way, and what would make it 20% easier.',
  },
  'note unanswered': {
    stallClass: 'reminder',
    who: 'coach',
    within: DAY,
    next: 'Ask for one sentence, or talk for five minutes.',
  },
  'reply overdue': {
    stallClass: 'reminder',
    who: 'owner',
    within: DAY,
    next: 'Ask the coach to answer: nobody else can.',
  },
  'commitment overdue': {
    stallClass: 'strategy',
    who: 'coach',
    within: 2 * DAY,
    next: 'Ask what would make it 20% easier; make it smaller, same cue.',
  },
  'verdict overdue': {
    stallClass: 'reminder',
    who: 'owner',
    within: DAY,
    next: 'Ask the coach for the verdict: one tap.',
  },
  'progressing, not improving': {
    stallClass: 'strategy',
    who: 'coach',
    within: 7 * DAY,
    next: 'Adjust the plan: is it the behaviour that moves the result?',
  },
  'coach silent': {
    stallClass: 'reminder',
    who: 'owner',
    within: DAY,
    next: 'Ask what keeps the coach from it; take something off the list.',
  },
};

export interface StallSettings {
  /** Working days with no log of any active behaviour. */
  daysWithoutLog: number;
  /** Ms past a commitment's due date. */
  commitmentGrace: number;
  /** Ms in which a coach sent nothing. */
  coachSilence: number;
  clocks: LoopClocks;
}

export const DEFAULT_STALLS: StallSettings = {
  daysWithoutLog: DEFAULTS.noEntryDays,
  commitmentGrace: DEFAULTS.overdueDays * DAY,
  coachSilence: DEFAULTS.silentDays * DAY,
  clocks: DEFAULT_CLOCKS,
};

/** One member, one of their coaches, and since when (ms since 1970) that coach has coached them. */
export interface Pairing {
  memberId: string;
  coachId: string;
  since: number;
}

export interface StallInput {
  records: readonly Envelope[];
  pairings: readonly Pairing[];
  ownerId: string;
  /**
   * Coaches all of whose notes are among the records; only their silence can be known. A device knows only its own
   * person's. Absent means everybody.
   */
  silenceOf?: readonly string[];
  leave?: readonly Leave[];
  calendar?: Calendar;
  /**
   * For `progressing, not improving`: weekly adherence and outcome of a member's behaviour, oldest first, gaps null.
   * Nothing records outcomes yet, so nobody gives it.
   */
  series?: readonly {
    memberId: string;
    behaviourId: string;
    adherence: (number | null)[];
    outcome: (number | null)[];
  }[];
}

export interface Stall {
  /** The same on every device, one for each rule and thing. A ruling refers to it. */
  key: string;
  rule: StallRule;
  /** Whose progress it is, or whose turn. */
  memberId: string;
  /** The person who takes it up: always a human, never nobody. */
  assigneeId: string;
  since: number;
  /** When the assignee should have acted; their days away are added. */
  actBy: number;
  overdue: boolean;
  response: PreparedResponse;
  /** The records it is based on. */
  refs: readonly string[];
  /** What a person found, if anybody ruled on it. */
  ruling: Ruling | null;
}

/** Open stalls at `now`, the earliest deadline first. One that a ruling resolved is gone until it starts again. */
export function stallsOf(input: StallInput, now: number, settings: StallSettings = DEFAULT_STALLS): Stall[] {
  const rulings = ofType(input.records, 'ruling').filter(ruling => ruling.body.on === 'stall');
  const found = [
    ...noLog(input, now, settings),
    ...missed(input, now),
    ...loops(input, now, settings),
    ...silentCoaches(input, now, settings),
    ...flat(input, now),
  ];
  return found
    .map(stall => finish(stall, input, rulings, now))
    .filter(stall => !(stall.ruling?.body.resolved && stall.ruling.createdAt >= stall.since))
    .sort((a, b) => a.actBy - b.actBy || (a.key < b.key ? -1 : 1));
}

type Found = Pick<Stall, 'rule' | 'memberId' | 'since' | 'refs'> & {
  about: string;
  coachId: string | undefined;
};

function finish(found: Found, input: StallInput, rulings: readonly Ruling[], now: number): Stall {
  const { about, coachId, ...rest } = found;
  const response = RESPONSES[found.rule];
  const key = `stall|${found.rule}|${found.memberId}|${about}`;
  const ruling = rulings.filter(r => r.body.key === key && r.createdAt >= found.since).at(-1) ?? null;
  const named = ruling?.body.assigneeId ?? (response.who === 'coach' ? coachId : input.ownerId);
  const assigneeId = named ?? input.ownerId;
  const { leave = [], calendar } = input;
  const actBy = pausedDeadline(assigneeId, found.since, found.since + response.within, leave, calendar);
  return { ...rest, key, assigneeId, actBy, overdue: now > actBy, response, ruling };
}

function coachOf(memberId: string, pairings: readonly Pairing[]): string | undefined {
  return pairings.find(pairing => pairing.memberId === memberId)?.coachId;
}

function noLog(
  { records, pairings, leave = [], calendar = DEFAULT_CALENDAR }: StallInput,
  now: number,
  { daysWithoutLog }: StallSettings,
): Found[] {
  const live = distinct(records);
  const behaviours = Map.groupBy(
    live.filter(record => isType(record, 'behaviour')),
    record => record.subjectId,
  );
  const answers = live.filter(record => isType(record, 'acknowledgement'));
  const logsByMember = Map.groupBy(
    live.filter(record => isType(record, 'log')),
    subjectOf,
  );
  return [...new Set(pairings.map(pairing => pairing.memberId))].flatMap((memberId): Found[] => {
    const active = practised(activeBehaviours(behaviours.get(memberId) ?? [], memberId), answers);
    if (active.length === 0) return [];
    const logs = logsByMember.get(memberId) ?? [];
    const days = [
      ...logs.map(log => log.body.day),
      dayOf(Math.min(...active.map(({ since }) => since)), calendar),
    ];
    const last = days.sort().at(-1) ?? '';
    const today = dayOf(now, calendar);
    if (workedDays(memberId, last, today, leave, calendar) <= daysWithoutLog) return [];
    // The deadline runs from the end of the fifth working day without a log.
    const since = firstMoment(
      now,
      moment => workedDays(memberId, last, dayOf(moment, calendar), leave, calendar) > daysWithoutLog,
    );
    return [
      {
        rule: 'no log',
        memberId,
        about: last,
        since,
        refs: active.map(({ id }) => id),
        coachId: coachOf(memberId, pairings),
      },
    ];
  });
}

function missed({ records, pairings }: StallInput, now: number): Found[] {
  return [...new Set(pairings.map(pairing => pairing.memberId))].flatMap(memberId =>
    openMisses(records, memberId, now).map(
      ({ behaviourId, recordId, knownAt, noteId }): Found => ({
        rule: 'missed',
        memberId,
        about: `${behaviourId}|${recordId}`,
        since: knownAt,
        refs: [...(noteId === undefined ? [] : [noteId]), recordId],
        coachId: coachOf(memberId, pairings),
      }),
    ),
  );
}

/**
 * The behaviours that a person agreed to, each with the time since when it is theirs. What only waits for their yes is
 * not practised, so nobody can be behind with it.
 */
function practised(
  behaviours: readonly Behaviour[],
  answers: readonly Envelope[],
): { id: string; since: number }[] {
  return behaviours.flatMap(behaviour => {
    const { state, agreedAt = 0 } = standingOf(behaviour, answers);
    return state === 'active' ? [{ id: behaviour.id, since: Math.max(behaviour.updatedAt, agreedAt) }] : [];
  });
}

/** The start of the earliest day (in steps of a day back from `now`) on which `holds` was already true. */
function firstMoment(now: number, holds: (moment: number) => boolean): number {
  let moment = now;
  while (holds(moment - DAY)) moment -= DAY;
  return moment;
}

const LATE: Readonly<Record<string, StallRule>> = {
  answer: 'note unanswered',
  reply: 'reply overdue',
  commitment: 'commitment overdue',
  evidence: 'commitment overdue',
  verdict: 'verdict overdue',
};

function loops(
  { records, pairings, leave = [], calendar = DEFAULT_CALENDAR }: StallInput,
  now: number,
  settings: StallSettings,
): Found[] {
  return askingLoops(records, now, settings.clocks).flatMap(({ note, loop: { owed } }): Found[] => {
    if (note.authorId === subjectOf(note)) return [];
    return owed.flatMap((step): Found[] => {
      const rule = LATE[step.step];
      const grace = step.step === 'evidence' ? settings.commitmentGrace : 0;
      const due = pausedDeadline(step.memberId, note.createdAt, step.dueAt, leave, calendar) + grace;
      if (!rule || now <= due) return [];
      return [
        {
          rule,
          memberId: step.memberId,
          about: note.id,
          since: due,
          refs: [note.id],
          coachId: takesUp(note, pairings),
        },
      ];
    });
  });
}

/**
 * Who takes up a note that stands still: its author where they coach the person, else a coach of the person who has the
 * note, else its author after all. What was written to the person alone reaches no coach, so nobody else can know of it.
 */
function takesUp(note: Note, pairings: readonly Pairing[]): string {
  const subjectId = subjectOf(note);
  const coachIds = pairings.filter(({ memberId }) => memberId === subjectId).map(({ coachId }) => coachId);
  if (coachIds.includes(note.authorId)) return note.authorId;
  const coachees = new Set([subjectId]);
  return coachIds.find(memberId => maySee(note, { memberId, coachees })) ?? note.authorId;
}

function silentCoaches(
  { records, pairings, silenceOf, leave = [], calendar = DEFAULT_CALENDAR }: StallInput,
  now: number,
  { coachSilence }: StallSettings,
): Found[] {
  const sent = distinct(records)
    .filter(record => ['note', 'reply', 'verdict'].includes(record.type))
    .sort(byTime);
  const coaches = [...new Set(pairings.map(pairing => pairing.coachId))];
  const known = coaches.filter(coachId => silenceOf?.includes(coachId) ?? true);
  return known.flatMap((coachId): Found[] => {
    const began = Math.min(...pairings.filter(p => p.coachId === coachId).map(p => p.since));
    const last = sent.filter(record => record.authorId === coachId && subjectOf(record) !== coachId).at(-1);
    const from = Math.max(began, last?.createdAt ?? began);
    const since = pausedDeadline(coachId, from, from + coachSilence, leave, calendar);
    if (now <= since) return [];
    return [
      {
        rule: 'coach silent',
        memberId: coachId,
        about: String(from),
        since,
        refs: last ? [last.id] : [],
        coachId: undefined,
      },
    ];
  });
}

/** Over how many weeks the outcome must not have moved. */
export const FLAT_WEEKS = 4;

/**
 * The practice rises over the last four weeks and the outcome does not. Weeks with a gap on either side are left out.
 */
export function isProgressingNotImproving(
  adherence: readonly (number | null)[],
  outcome: readonly (number | null)[],
): boolean {
  const weeks = adherence
    .map((a, i) => [a, outcome[i] ?? null] as const)
    .filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null)
    .slice(-FLAT_WEEKS);
  const [first] = weeks;
  const last = weeks.at(-1);
  if (weeks.length < FLAT_WEEKS || !first || !last) return false;
  return last[0] > first[0] && last[1] <= first[1];
}

function flat({ series = [], pairings }: StallInput, now: number): Found[] {
  return series
    .filter(({ adherence, outcome }) => isProgressingNotImproving(adherence, outcome))
    .map(({ memberId, behaviourId }) => ({
      rule: 'progressing, not improving' as const,
      memberId,
      about: behaviourId,
      since: now,
      refs: [behaviourId],
      coachId: coachOf(memberId, pairings),
    }));
}

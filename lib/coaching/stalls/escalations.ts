/**
 * What is the workspace's owner's to take up: a reply or a verdict that a coach owes and is late with, a coach who has sent
 * nothing, and a programme whose stage should be over. Who, whom, since when and by which clock, and not a word of a note.
 */
import {
  addDays,
  type Calendar,
  type Day,
  DEFAULT_CALENDAR,
  dayOf,
  pausedDeadline,
} from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { distinct, ofType, subjectOf } from '#lib/coaching/history.ts';
import { playbookOf } from '#lib/coaching/programmes/playbooks.ts';
import { stagesOf } from '#lib/coaching/programmes/stages.ts';
import type { Programme } from '#lib/records/types.ts';
import { DEFAULT_STALLS, type Stall, type StallInput, type StallSettings, stallsOf } from './stalls.ts';

export const escalationKinds = [
  'reply overdue',
  'verdict overdue',
  'coach silent',
  'milestone missed',
] as const;
export type EscalationKind = (typeof escalationKinds)[number];

export interface Escalation {
  kind: EscalationKind;
  /** Whose turn it is. */
  whoId: string;
  /** Whom they owe it; absent for a coach's silence, and for a programme of a whole team. */
  whomId?: string | undefined;
  /** Since when it is late, in ms since 1970. */
  since: number;
  /** Who takes it up, where somebody has handed it to another than the owner. */
  assigneeId?: string | undefined;
}

const ESCALATED = new Set<string>(escalationKinds);

/** The longest open first. `input` has all of the workspace's records: one device has not. */
export function escalationsOf(
  input: StallInput,
  now: number,
  settings: StallSettings = DEFAULT_STALLS,
): Escalation[] {
  const all = { ...input, records: distinct(input.records) };
  const subjects = new Map(ofType(all.records, 'note').map(note => [note.id, subjectOf(note)]));
  const stalls = stallsOf(all, now, settings).filter(({ rule }) => ESCALATED.has(rule));
  return [
    ...stalls.map(stall => escalationOf(stall, subjects, input.ownerId)),
    ...lateProgrammes(all, now),
  ].sort((a, b) => a.since - b.since || (a.whoId < b.whoId ? -1 : 1));
}

function escalationOf(
  { rule, memberId, since, refs: [noteId = ''], assigneeId }: Stall,
  subjects: ReadonlyMap<string, string>,
  ownerId: string,
): Escalation {
  return {
    kind: rule as EscalationKind,
    whoId: memberId,
    ...(rule === 'coach silent' ? {} : { whomId: subjects.get(noteId) }),
    since,
    ...(assigneeId === ownerId ? {} : { assigneeId }),
  };
}

/** A programme under way of which a stage is not closed although its last day is over. It counts once. */
function lateProgrammes(
  { records, leave = [], calendar = DEFAULT_CALENDAR }: StallInput,
  now: number,
): Escalation[] {
  const today = dayOf(now, calendar);
  return ofType(records, 'programme').flatMap((programme): Escalation[] => {
    const lastDay = lastDayOfOpenStage(programme, records, calendar, today);
    if (lastDay === undefined) return [];
    const { subjectId, authorId, body } = programme;
    const whoId = body.coachId ?? authorId;
    const from = instantAt(body.startDay ?? lastDay, '00:00', calendar);
    const due = instantAt(addDays(lastDay, 1), '00:00', calendar);
    // A person's days away come on top of the plan.
    const since = subjectId === undefined ? due : pausedDeadline(subjectId, from, due, leave, calendar);
    if (now < since) return [];
    return [
      { kind: 'milestone missed', whoId, ...(subjectId === whoId ? {} : { whomId: subjectId }), since },
    ];
  });
}

function lastDayOfOpenStage(
  programme: Programme,
  records: StallInput['records'],
  calendar: Calendar,
  today: Day,
): Day | undefined {
  const { startDay, endDay, template, playbook } = programme.body;
  const followed = playbookOf(playbook.id);
  const isOver = endDay !== undefined && endDay <= today;
  if (startDay === undefined || isOver || template || !followed) return undefined;
  return stagesOf(programme, followed, records, calendar).find(({ state }) => state === 'open')?.last;
}

/**
 * Whether a programme stands on all of its legs: five layers (R168), five things on its checklist (R167), named people
 * (R222). What is missing is a gap to fill, and nobody's mark.
 */
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Programme } from '#lib/records/types.ts';

export const layers = ['goal', 'journey', 'routines', 'measurement', 'support'] as const;
export type Layer = (typeof layers)[number];

export const checklistItems = ['onboarding', 'checkIns', 'evidence', 'peerReview', 'milestones'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

export const peopleSlots = ['onboarding', 'checkIns', 'feedback', 'retention'] as const;
export type PeopleSlot = (typeof peopleSlots)[number];

export interface Health {
  missing: Layer[];
  /** One layer that is missing makes the whole fragile. */
  fragile: boolean;
  checklist: Record<ChecklistItem, boolean>;
  /** Slots without a name, or with the name of somebody who is no member any more. */
  gaps: PeopleSlot[];
  /** Nobody coaches it: then nothing else of it comes to pass. */
  noCoach: boolean;
}

/** `members` are the ids of those who are members now. */
export function healthOf(
  programme: Programme,
  records: readonly Envelope[],
  members: ReadonlySet<string>,
): Health {
  const { body } = programme;
  const said = (text: string | undefined) => (text ?? '').trim() !== '';
  const isThere = (id: string | undefined) => id !== undefined && members.has(id);
  const ids = new Set(body.behaviours.map(({ behaviourId }) => behaviourId));
  const routines = ofType(records, 'routine').filter(
    each => each.body.programmeId === programme.id || ids.has(each.body.behaviourId ?? ''),
  );
  const layer: Record<Layer, boolean> = {
    goal: said(body.outcome?.text),
    journey: body.startDay !== undefined && said(body.milestones?.final),
    routines: routines.length > 0,
    measurement:
      body.behaviours.length > 0 &&
      said(body.outcome?.dataSource) &&
      body.behaviours.every(each => said(each.metric) && said(each.dataSource)),
    support: said(body.supportPath),
  };
  const missing = layers.filter(each => !layer[each]);
  const gaps = peopleSlots.filter(slot => !isThere(body.people?.[slot]));
  const has = (kind: string) => routines.some(each => each.body.kind === kind);
  const { milestones } = body;
  return {
    missing,
    fragile: missing.length > 0,
    checklist: {
      onboarding: !gaps.includes('onboarding'),
      checkIns: has('checkIn'),
      evidence: body.behaviours.some(each => each.monitoring !== undefined),
      peerReview: has('circle') || has('review'),
      milestones: [milestones?.twoWeeks, milestones?.oneMonth, milestones?.final].every(said),
    },
    gaps,
    noCoach: !isThere(body.coachId),
  };
}

export interface Counts {
  behaviours: number;
  routines: number;
  metrics: number;
}

/** How much more or less there is than in the last cycle (R163). What grew is named, so that something can go. */
export function simplicityDelta(now: Counts, before: Counts): { delta: Counts; grew: (keyof Counts)[] } {
  const delta = {
    behaviours: now.behaviours - before.behaviours,
    routines: now.routines - before.routines,
    metrics: now.metrics - before.metrics,
  };
  return { delta, grew: (['behaviours', 'routines', 'metrics'] as const).filter(key => delta[key] > 0) };
}

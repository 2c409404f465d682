/**
 * A programme: which behaviours, for which result, with whom, since when and until when. Its subject is the person whom
 * it is for; a team's programme has none and names its cohorts. With `template` it is a plan to start others from.
 */
import { wholeFrom1 } from '../bounds.ts';
import { z } from '../zod.ts';
import { problemCategories } from './cycle.ts';
import { daySchema } from './leave.ts';

export const programmeStages = ['pilot', 'rollout'] as const;
export const performanceMoments = [
  'first30Seconds',
  'sponsorClose',
  'talkingPointHandoff',
  'sprintKickoff',
  'scriptToEdit',
  'callClose',
  'other',
] as const;
/** How a behaviour is followed (R162). */
export const monitorings = ['self', 'coach', 'system'] as const;

export const selectionChecks = ['visible', 'repeatable', 'measurable'] as const;

const id = z.string().min(1).max(128);
const text = z.string().max(500);

export const programmeBody = z.looseObject({
  name: z.string().min(1).max(80),
  /** The playbook that it follows: one that Sideline has, or the id of a programme that was saved as a template. */
  playbook: z.looseObject({ id, version: wholeFrom1 }),
  stage: z.enum(programmeStages),
  startDay: daySchema.optional(),
  endDay: daySchema.optional(),
  /** For how long the result is followed, in months (R158). */
  horizonMonths: wholeFrom1.max(60).optional(),
  executionProblem: z.looseObject({ text, category: z.enum(problemCategories) }).optional(),
  /** The one result at the root of the behaviour tree (R008). */
  outcome: z.looseObject({ text, metric: text, dataSource: text }).optional(),
  /** At most six (R006). `rank` 1 is the one expected to account for most. */
  behaviours: z
    .array(
      z.looseObject({
        behaviourId: id,
        metric: text,
        dataSource: text,
        rank: wholeFrom1.max(20),
        monitoring: z.enum(monitorings).optional(),
        /** The checks that it passed when it was chosen for this programme (R011, R012). */
        checks: z.array(z.enum(selectionChecks)).max(3).optional(),
      }),
    )
    .max(6),
  performanceMoment: z.enum(performanceMoments).optional(),
  cohorts: z
    .array(z.looseObject({ id, name: z.string().min(1).max(80), memberIds: z.array(id).max(300) }))
    .max(20),
  /** What will be seen after two weeks, after a month, and at the end (R095). */
  milestones: z.looseObject({ twoWeeks: text, oneMonth: text, final: text }).optional(),
  /** Who sees to these four; one that is absent is shown as a gap (R222). */
  people: z
    .looseObject({
      onboarding: id.optional(),
      checkIns: id.optional(),
      feedback: id.optional(),
      retention: id.optional(),
    })
    .optional(),
  coachId: id.optional(),
  /** Where somebody who is stuck turns, and what happens then. */
  supportPath: text.optional(),
  norms: z.string().max(2000).optional(),
  template: z.boolean().optional(),
});

export type ProgrammeStage = (typeof programmeStages)[number];
export type PerformanceMoment = (typeof performanceMoments)[number];

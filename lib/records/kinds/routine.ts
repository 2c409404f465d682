/**
 * A routine is a small thing that is done again and again, at a moment that is there anyway (R111, R113). Its subject is
 * whose routine it is: a coach's own standard work, or the rhythm that a coach and a coachee agreed on. Without a subject
 * it is the team's. What was done is in the runs that answer it.
 */
import { measureAbove0, wholeFrom1 } from '../bounds.ts';
import { z } from '../zod.ts';
import { daySchema } from './leave.ts';

export const routineKinds = [
  'standardWork',
  'checkIn',
  'recap',
  'huddle',
  'circle',
  'reflection',
  'planning',
  'practice',
  'review',
  'rehearsal',
  'calibration',
  'feedback',
  'selfReview',
  'other',
] as const;

/** Moments that are in people's days already. No routine needs a new meeting. */
export const anchorMoments = [
  'startOfDay',
  'beforeWork',
  'beforeShoot',
  'afterPost',
  'startOfSprint',
  'teamMeeting',
  'contentReview',
  'middleOfWeek',
  'afterMissedDay',
  'endOfDay',
  'endOfWeek',
  'other',
] as const;

export const routineEvents = ['missedDay', 'publish', 'shoot'] as const;

/** What a step asks for; all but `own` can be counted from what was sent. */
export const stepKinds = [
  'indicators',
  'fieldWalk',
  'checkIns',
  'recognition',
  'escalations',
  'own',
] as const;

/** 0 is Sunday. */
const weekday = z.int().min(0).max(6);

export const rhythmSchema = z.discriminatedUnion('every', [
  /** On each workday. */
  z.looseObject({ every: z.literal('day') }),
  z.looseObject({ every: z.literal('week'), days: z.array(weekday).min(1).max(7) }),
  /** On that date of the month; in a shorter month on its last day. */
  z.looseObject({ every: z.literal('month'), date: z.int().min(1).max(31) }),
  /** On that date of the first month of each quarter. */
  z.looseObject({ every: z.literal('quarter'), date: z.int().min(1).max(31) }),
  /** Whenever something happens, within so many hours of it. */
  z.looseObject({ every: z.literal('event'), event: z.enum(routineEvents), withinHours: measureAbove0 }),
]);

export const routineBody = z.looseObject({
  kind: z.enum(routineKinds),
  name: z.string().min(1).max(80),
  anchorMoment: z.enum(anchorMoments),
  rhythm: rhythmSchema,
  /** When it is to be done by, on the clock of the person whose routine it is: `09:30`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** How long it should take. */
  minutes: measureAbove0,
  steps: z
    .array(
      z.looseObject({
        id: z.string().min(1).max(64),
        kind: z.enum(stepKinds),
        text: z.string().min(1).max(200),
        /** How many times. */
        target: wholeFrom1,
      }),
    )
    .max(12),
  /** The behaviour that it serves and the figure that this should move (R113). */
  behaviourId: z.string().max(128).optional(),
  metric: z.string().max(200).optional(),
  /** For leader standard work: when huddles are, when coaching is given, what is looked at each day (R128). */
  plain: z
    .looseObject({
      huddles: z.string().max(300),
      coaching: z.string().max(300),
      dailyChecks: z.string().max(300),
    })
    .optional(),
  from: daySchema,
  /** The last day on which it is due. */
  until: daySchema.optional(),
  /** The preset that it was made from, and in which version. */
  preset: z.looseObject({ id: z.string().max(64), version: wholeFrom1 }).optional(),
  programmeId: z.string().max(128).optional(),
});

export type RoutineKind = (typeof routineKinds)[number];
export type AnchorMoment = (typeof anchorMoments)[number];
export type RoutineEvent = (typeof routineEvents)[number];
export type StepKind = (typeof stepKinds)[number];
export type Rhythm = z.infer<typeof rhythmSchema>;

/**
 * A behaviour (KBI) is something a person controls and others can observe (R001, R003). With a `subjectId` it is that
 * person's own; without one it belongs to the workspace's catalogue. `refs` may hold its cycle.
 */
import { measureAbove0, wholeFrom1 } from '../bounds.ts';
import { z } from '../zod.ts';

const text = z.string().max(500);

export const behaviourStates = ['proposed', 'active', 'automatic', 'parked', 'retired'] as const;
export const behaviourRoles = [
  'sales',
  'service',
  'creator',
  'editor',
  'creatorLead',
  'leader',
  'everyone',
] as const;

/** How a behaviour is counted (R093). */
export const measureSchema = z.discriminatedUnion('kind', [
  /** Done or not done each time the occasion comes. */
  z.looseObject({ kind: z.literal('opportunity') }),
  /** A number of times a day or week; with `people`, that often with each of so many. */
  z.looseObject({
    kind: z.literal('frequency'),
    target: wholeFrom1,
    per: z.enum(['day', 'week']),
    people: wholeFrom1.optional(),
  }),
  /** Within a number of minutes of its trigger. */
  z.looseObject({ kind: z.literal('latency'), withinMinutes: measureAbove0 }),
  /** Items done out of those that apply. */
  z.looseObject({ kind: z.literal('checklist') }),
]);

export const behaviourBody = z.looseObject({
  /** The short name on buttons and notes: "Next step said aloud". */
  name: z.string().min(1).max(80),
  /** Its four parts (R003). */
  when: text,
  looksLike: text,
  soundsGood: text,
  ifItBreaks: text,
  /** Its four answers (R001); the "what" is `looksLike`. */
  howOften: text,
  standard: text,
  byWhen: text,
  state: z.enum(behaviourStates),
  role: z.enum(behaviourRoles).optional(),
  measure: measureSchema.optional(),
  /** Why it works, shown with the standard (R134). */
  whyItWorks: text.optional(),
  /** Which figures it should move, for whoever looks whether it is worth the while (R024). */
  watch: text.optional(),
  /** The checks it passed when a first cycle chose it (R011, R012). */
  checks: z
    .array(z.enum(['visible', 'repeatable', 'measurable']))
    .max(16)
    .optional(),
  /** The library entry it was made from. */
  libraryId: z.string().max(128).optional(),
});

export type BehaviourState = (typeof behaviourStates)[number];
export type BehaviourRole = (typeof behaviourRoles)[number];
export type Measure = z.infer<typeof measureSchema>;

/** A behaviour (KBI): what a person controls and others can observe (R001, R003). */
import { z } from './zod.ts';

const text = z.string().max(500);

export const behaviourStates = ['proposed', 'active', 'automatic', 'parked', 'retired'] as const;

export const behaviourBody = z.looseObject({
  /** The short name on buttons and notes: "Next step said aloud". */
  name: z.string().min(1).max(80),
  /** Its four parts (R003). */
  when: text,
  looksLike: text,
  soundsGood: text,
  ifItBreaks: text,
  /** Its four answers (R001): what is `looksLike`. */
  howOften: text,
  standard: text,
  byWhen: text,
  state: z.enum(behaviourStates),
});

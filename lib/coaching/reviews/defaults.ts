/** The numbers of the rules about reviews, in one place. They are the same in every workspace. */
import { DAY } from '#lib/time.ts';

export const REVIEW_NUMBERS = {
  /** A debrief is due so long after the work came out (R116), in ms. */
  debriefWithin: DAY,
  /** So long after the work came out it is asked for at all, in ms. */
  debriefAsked: 7 * DAY,
  /** Pieces of evidence that a debrief rests on (R116). */
  debriefEvidence: 1,
  /** Leads who are asked before a decision (R123). */
  invited: 2,
} as const;

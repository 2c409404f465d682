/** The numbers of the rules about reviews, in one place; a workspace may have its own. */
import { DAY } from '#lib/time.ts';

export interface ReviewNumbers {
  /** A debrief is due so long after the work came out (R116), in ms. */
  debriefWithin: number;
  /** Pieces of evidence that a debrief rests on (R116). */
  debriefEvidence: number;
  /** Leads who are asked before a decision (R123). */
  invited: number;
}

export const DEFAULT_REVIEW_NUMBERS: ReviewNumbers = {
  debriefWithin: DAY,
  debriefEvidence: 1,
  invited: 2,
};

/** The numbers of the rules about programmes, in one place; a workspace may have its own. */
export interface ProgrammeNumbers {
  /** Behaviours in a team's catalogue (R006). */
  fewest: number;
  most: number;
  /** Behaviours that stay active after the ranking; the rest is parked (R013). A first cycle has one (R207). */
  active: number;
  /** Days that are only recorded, before coaching counts (R152). */
  baselineDays: number;
  /** For how long the result is followed, in months (R158). */
  horizonMonths: number;
  /** Share of occasions that a cohort must reach, and in how many cohorts, before more is added (R159). */
  reliable: number;
  reliableCohorts: number;
  /** Occasions below which a cohort's share says nothing. */
  occasions: number;
}

export const DEFAULT_PROGRAMME_NUMBERS: ProgrammeNumbers = {
  fewest: 4,
  most: 6,
  active: 1,
  baselineDays: 7,
  horizonMonths: 6,
  reliable: 0.8,
  reliableCohorts: 2,
  occasions: 10,
};

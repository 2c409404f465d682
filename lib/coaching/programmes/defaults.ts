/** The numbers of the rules about programmes, in one place. They are the same in every workspace. */
export const PROGRAMME_NUMBERS = {
  /** Behaviours in a team's catalogue (R006). */
  fewest: 4,
  most: 6,
  /** Behaviours that stay active after the ranking; the rest is parked (R013). A first cycle has one (R207). */
  active: 1,
  /** Days that are only recorded, before coaching counts (R152). */
  baselineDays: 7,
  /** A baseline that was recorded longer before the start says nothing of now, in days. */
  baselineAge: 31,
  /** After how many days the person is asked how it feels now (R164), and for how many days. */
  checkAfter: 42,
  checkDays: 21,
  /** For how long the result is followed, in months (R158). */
  horizonMonths: 6,
  /** Share of occasions that a cohort must reach, and in how many cohorts, before more is added (R159). */
  reliable: 0.8,
  reliableCohorts: 2,
  /** Occasions below which a cohort's share says nothing. */
  occasions: 10,
} as const;

/**
 * What holds in a workspace whose owner has set nothing else. All of these numbers were chosen for this product and are
 * no claim of science. The settings record has the same names.
 */
export const DEFAULTS = {
  audience: 'coaches',
  quietFrom: 18 * 60,
  quietTo: 8 * 60,
  notesADay: 3,
  peopleInFigures: 5,
  noteHours: 24,
  answerHours: 24,
  replyHours: 24,
  commitmentHours: 24,
  verdictDays: 7,
  patternDays: 30,
  noEntryDays: 5,
  overdueDays: 3,
  silentDays: 7,
} as const;

/** Of these the views make number fields, each group under a heading of its own. */
export const NUMBERS = {
  clocks: ['noteHours', 'answerHours', 'replyHours', 'commitmentHours', 'verdictDays'],
  caps: ['notesADay', 'peopleInFigures'],
  windows: ['patternDays', 'noEntryDays', 'overdueDays', 'silentDays'],
} as const;

export type NumberSetting = (typeof NUMBERS)[keyof typeof NUMBERS][number];

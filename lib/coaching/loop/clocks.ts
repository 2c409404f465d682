/** How long each step of a loop may take, such as the 24 hours from the moment to the note (R028). Spans in ms. */
import { DEFAULTS } from '#lib/coaching/settings/defaults.ts';
import type { Note } from '#lib/records/types.ts';
import { DAY, HOUR } from '#lib/time.ts';

export interface LoopClocks {
  /** From the observed moment to the note (R028). */
  note: number;
  /** From the note, or a reply, to the coachee's answer. */
  answer: number;
  /** From "discuss" or "dispute" to the author's reply. */
  reply: number;
  /** From "accept", or a verdict that asks for another rep, to the commitment. */
  commitment: number;
  /** From the commitment's due date, or later evidence, to the verdict. */
  verdict: number;
}

export const DEFAULT_CLOCKS: LoopClocks = {
  note: DEFAULTS.noteHours * HOUR,
  answer: DEFAULTS.answerHours * HOUR,
  reply: DEFAULTS.replyHours * HOUR,
  commitment: DEFAULTS.commitmentHours * HOUR,
  verdict: DEFAULTS.verdictDays * DAY,
};

/**
 * Written later than the clock allows; null if the moment is unknown or only the work's last change is, or if the work
 * was looked at for study.
 */
export function isLate(note: Note, clocks: LoopClocks): boolean | null {
  const { momentAt, momentFrom, purpose } = note.body;
  if (momentAt === undefined || momentFrom === 'lastChange' || purpose === 'study') return null;
  return note.createdAt - momentAt > clocks.note;
}

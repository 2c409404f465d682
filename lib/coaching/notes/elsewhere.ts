/**
 * Some counts decide something for everybody: the third and fourth correction of one behaviour (R139) and the day's notes
 * to one person (R194). A device has only the notes that its member may read, so the server says how many there are in
 * all, and how many of these the member may read. The difference is what the device has to add to its own count.
 */
import type { Ruling } from '#lib/records/types.ts';

/** How many there are in all, and how many of these the member who asks may read. */
export interface Counted {
  all: number;
  yours: number;
}

/** What a server answers about one person, and about one behaviour if it was asked for. */
export interface Counts {
  notesToday: Counted;
  corrections?: Counted | undefined;
}

export interface Elsewhere {
  answer: Counts;
  /** When the server said so, in ms since 1970. */
  askedAt: number;
}

/** What the server knows of and this device does not. */
export interface Further {
  notesToday: number;
  corrections: number;
}

export const NOTHING_FURTHER: Further = { notesToday: 0, corrections: 0 };

/**
 * What is to be added to this device's own counts. Yesterday's notes are not today's. A ruling that the server did not
 * have when it answered (`unknownRulings`: on this very pattern) settles all corrections before it, also those that
 * this device cannot see.
 */
export function furtherBy(
  { answer: { notesToday, corrections }, askedAt }: Elsewhere,
  { dayStart, unknownRulings }: { dayStart: number; unknownRulings: readonly Ruling[] },
): Further {
  const unseen = ({ all, yours }: Counted) => Math.max(0, all - yours);
  return {
    notesToday: askedAt >= dayStart ? unseen(notesToday) : 0,
    corrections: corrections && unknownRulings.length === 0 ? unseen(corrections) : 0,
  };
}

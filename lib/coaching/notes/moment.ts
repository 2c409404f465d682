/**
 * When the moment of a note was (R028). Nobody has to type it: its author may, and what was seen live happened when
 * they began to write; else the page says it, beside the place or for the whole work.
 */
import type { Body } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';

/** Work of longer ago, in ms, is looked at for study: a note on it can be neither in time nor late. */
export const STUDY_AFTER = 30 * DAY;

/** What is known before the note is sent. Instants in ms since 1970. */
export interface Known {
  momentAt?: number | undefined;
  live?: boolean | undefined;
  openedAt: number;
  place?: { at?: number | undefined } | undefined;
}

export type Moment = Pick<Body<'note'>, 'momentAt' | 'momentFrom' | 'purpose'>;

export function momentOf(
  { momentAt, live, openedAt, place }: Known,
  { time }: { time?: { at: number; estimated: boolean } | undefined },
  now: number,
): Moment {
  if (momentAt !== undefined) return { momentAt };
  if (live) return { momentAt: openedAt };
  const at = place?.at ?? time?.at;
  if (at === undefined || at > now) return {};
  const estimated = place?.at === undefined && time?.estimated === true;
  const study = now - at > STUDY_AFTER;
  return {
    momentAt: at,
    momentFrom: estimated ? 'lastChange' : 'page',
    ...(study ? { purpose: 'study' } : {}),
  };
}

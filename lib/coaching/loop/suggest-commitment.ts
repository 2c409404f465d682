/** Drafts a commitment from the note it answers, so that agreeing takes seconds. The person changes what they like. */

import type { Body, Note } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';

/**
 * Due by the end of the sixth day after today, which is within seven days (R062), or sooner if author and coachee
 * agreed to look again before that.
 */
export const LONGEST_DAYS = 6;

export interface SuggestedCommitment {
  /** Empty if neither the note nor the behaviour names a trigger. */
  cue: string;
  size: string;
  /** Empty if there is no known standard. */
  successCondition: string;
  /** Days from today, 1–6. */
  days: number;
}

/** A clause at the beginning or end of an action that says when. The words alone tell the languages apart. */
const CUE =
  /(?:^|[\s,])((?:right |just |immer )?(?:before|when|whenever|after|as soon as|once|at the (?:start|end) of|bevor|wenn|sobald|nachdem|am (?:Anfang|Ende))\s[^.!?]+)/i;

export function suggestCommitment(
  note: Note,
  behaviour: Pick<Body<'behaviour'>, 'when' | 'standard'> | undefined,
  now: number,
): SuggestedCommitment {
  const action = note.body.nextAction.trim();
  const { cue = behaviour?.when ?? '', size } = takenApart(action);
  const { checkInAt } = note.body;
  const days = checkInAt === undefined ? LONGEST_DAYS : Math.round((checkInAt - now) / DAY);
  return {
    cue: capitalised(cue),
    size: capitalised(size),
    successCondition: behaviour?.standard ?? '',
    days: Math.min(LONGEST_DAYS, Math.max(1, days)),
  };
}

/**
 * Takes what says when out of an action, so that cue and step read as one sentence: "Before you hang up → Say the next
 * step". An action of which nothing would be left stays whole.
 */
function takenApart(action: string): { cue?: string | undefined; size: string } {
  const found = CUE.exec(action);
  const cue = found?.[1]?.trim();
  if (!found || cue === undefined) return { size: action };
  const before = action.slice(0, found.index).replace(/[\s,;]+$/, '');
  const after = action.slice(found.index + found[0].length).replace(/^[.!?\s]+/, '');
  if (before !== '') return after === '' ? { cue, size: `${before}.` } : { cue, size: action };
  const [, when, step] = /^([^,]+),\s*(\S.*)$/.exec(cue) ?? [];
  if (when === undefined || step === undefined) return { cue, size: action };
  return { cue: when, size: `${step}.${after === '' ? '' : ` ${after}`}` };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The last millisecond of the day `days` after `now`, in this device's time zone. */
export function endOfDay(now: number, days: number): number {
  const end = new Date(now);
  end.setDate(end.getDate() + days);
  end.setHours(23, 59, 59, 999);
  return end.getTime();
}

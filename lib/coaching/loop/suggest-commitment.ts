/** A first draft of a commitment from the note it answers, so that agreeing takes seconds; the person changes what they like. */

import type { Body, Note } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';

/** To the end of the sixth day after today: within seven days (R062). Before that where author and coachee look again. */
export const LONGEST_DAYS = 6;

export interface SuggestedCommitment {
  /** Empty where neither the note nor the behaviour says what sets it off. */
  cue: string;
  size: string;
  /** Empty where no standard is known. */
  successCondition: string;
  /** Days from today, 1–6. */
  days: number;
}

/** A clause at the end or the beginning of an action that says when: the languages are told apart by their words alone. */
const CUE =
  /(?:^|[\s,])((?:right |just |immer )?(?:before|when|whenever|after|as soon as|once|at the (?:start|end) of|bevor|wenn|sobald|nachdem|am (?:Anfang|Ende))\s[^.!?]+)/i;

export function suggestCommitment(
  note: Note,
  behaviour: Pick<Body<'behaviour'>, 'when' | 'standard'> | undefined,
  now: number,
): SuggestedCommitment {
  const action = note.body.nextAction.trim();
  const cue = CUE.exec(action)?.[1]?.trim() ?? behaviour?.when ?? '';
  const { checkInAt } = note.body;
  const days = checkInAt === undefined ? LONGEST_DAYS : Math.round((checkInAt - now) / DAY);
  return {
    cue: capitalised(cue),
    size: action,
    successCondition: behaviour?.standard ?? '',
    days: Math.min(LONGEST_DAYS, Math.max(1, days)),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The last millisecond of the day that is so many days after `now`, in this device's time zone. */
export function endOfDay(now: number, days: number): number {
  const end = new Date(now);
  end.setDate(end.getDate() + days);
  end.setHours(23, 59, 59, 999);
  return end.getTime();
}

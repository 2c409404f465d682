/** A coach's own figures over eight weeks, from what their device has of their own notes (R092, R132, R133, R136). */
import { addDays, dayOf } from '#lib/coaching/calendar.ts';
import { activeMembers, wholeWeeks } from '#lib/coaching/metrics/active.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import { coachWeeks, noveltyFade, recognitionShare } from '#lib/coaching/metrics/frequency.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { sentNotes } from '#lib/coaching/metrics/sent-notes.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { TeamHistory } from '#lib/device/team.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

const WEEKS = 8;
const SPAN = WEEKS * 7 * DAY;

/** What the coach's own section shows, but for the quality of the notes, which takes longer. */
export function ownCoaching(team: TeamHistory, identity: Identity, now: number) {
  const { memberId } = identity;
  const { calendar, clocks } = rulesOf(identity);
  const from = now - SPAN;
  const { notes, withReplies } = notesBy(team.records, memberId, now);
  const today = dayOf(now, calendar);
  const weeks = wholeWeeks(addDays(today, -7 * WEEKS), today, calendar);
  const active = activeMembers(memberId, team.pairings, team.leave, calendar);
  const byWeek = coachWeeks(withReplies, memberId, weeks, active, calendar);
  return {
    notes,
    latency: latencyOf(withReplies, now),
    followUp: followUpOf(team.records, memberId, [from, now], now, MINIMUM_N, clocks.verdict),
    verdicts: team.records.filter(
      record => record.type === 'verdict' && record.authorId === memberId && record.createdAt >= from,
    ),
    kinds: recognitionShare(withReplies, memberId),
    lastWeek: byWeek.at(-1),
    fade: noveltyFade(byWeek.map(({ frequency }) => frequency)),
  };
}

/** What this member wrote to others in eight weeks and still holds; and the same with the replies that tell which hold. */
export function notesBy(records: readonly StoredRecord[], memberId: string, now: number) {
  const written = records.filter(
    record =>
      record.type === 'note' &&
      record.authorId === memberId &&
      record.subjectId !== memberId &&
      record.createdAt >= now - SPAN,
  );
  const withReplies = [...written, ...records.filter(({ type }) => type === 'reply')];
  const held = new Set(sentNotes(withReplies).map(({ note }) => note.id));
  return { notes: written.filter(({ id }) => held.has(id)), withReplies };
}

/** A coach's own figures over eight weeks, from what their device has of their own notes (R092, R132, R133, R136). */
import { addDays, dayOf } from '#lib/coaching/calendar.ts';
import { activeMembers, wholeWeeks } from '#lib/coaching/metrics/active.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import { coachWeeks, noveltyFade, recognitionShare } from '#lib/coaching/metrics/frequency.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { responseQuality } from '#lib/coaching/metrics/response-quality.ts';
import { sentNotes } from '#lib/coaching/metrics/sent-notes.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { TeamHistory } from '#lib/device/team.ts';
import { isType } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import { DAY } from '#lib/time.ts';

const WEEKS = 8;

/** Everything that the coach's own section shows. `locale` is for notes whose words do not tell their language. */
export function ownCoaching(team: TeamHistory, identity: Identity, now: number, locale: string) {
  const { memberId } = identity;
  const { calendar, clocks } = rulesOf(identity);
  const from = now - WEEKS * 7 * DAY;
  const notes = team.records.filter(
    record =>
      isType(record, 'note') &&
      record.authorId === memberId &&
      record.subjectId !== memberId &&
      record.createdAt >= from,
  );
  // Replies say which notes were taken back.
  const withReplies = [...notes, ...team.records.filter(({ type }) => type === 'reply')];
  const today = dayOf(now, calendar);
  const weeks = wholeWeeks(addDays(today, -7 * WEEKS), today, calendar);
  const active = activeMembers(memberId, team.pairings, team.leave, calendar);
  const byWeek = coachWeeks(withReplies, memberId, weeks, active, calendar);
  const held = new Set(sentNotes(withReplies).map(({ note }) => note.id));
  return {
    notes: notes.filter(({ id }) => held.has(id)),
    latency: latencyOf(withReplies, now),
    followUp: followUpOf(team.records, memberId, [from, now], now, MINIMUM_N, clocks.verdict),
    verdicts: team.records.filter(
      record => record.type === 'verdict' && record.authorId === memberId && record.createdAt >= from,
    ),
    quality: responseQuality(withReplies, memberId, locale),
    kinds: recognitionShare(withReplies, memberId),
    lastWeek: byWeek.at(-1),
    fade: noveltyFade(byWeek.map(({ frequency }) => frequency)),
  };
}

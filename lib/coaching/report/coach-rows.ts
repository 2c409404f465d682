/** The figures of one coach's own behaviour. */
import { addDays } from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import { activeMembers, wholeWeeks } from '#lib/coaching/metrics/active.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import {
  type CoachWeek,
  coachWeeks,
  consistency,
  noveltyFade,
  recognitionShare,
} from '#lib/coaching/metrics/frequency.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { responseQuality } from '#lib/coaching/metrics/response-quality.ts';
import { figure, mean, share } from '#lib/coaching/metrics/statistics.ts';
import { timeCost } from '#lib/coaching/metrics/time-cost.ts';
import { isType } from '#lib/records/types.ts';
import { HOUR, MINUTE } from '#lib/time.ts';
import { counts, figureRow, type ReportInput, type Row, shareRow, within } from './rows.ts';

/** Nothing for somebody who coaches nobody and wrote to nobody. */
export function coachRows(input: ReportInput, coachId: string): Row[] {
  const { records, pairings } = input;
  const wrote = records.some(
    record => isType(record, 'note') && record.authorId === coachId && subjectOf(record) !== coachId,
  );
  if (!wrote && !pairings.some(pairing => pairing.coachId === coachId)) return [];
  const isIn = within(input);
  const own: ReportInput = {
    ...input,
    records: records.filter(
      record => record.type !== 'note' || (record.authorId === coachId && isIn(record.createdAt)),
    ),
  };
  return [...latencyRows(own), ...weekRows(input, coachId), ...noteRows(own, input, coachId)];
}

function latencyRows({ records, now, minimum }: ReportInput): Row[] {
  const latency = latencyOf(records, now, [], minimum);
  const beside = { 'moment unknown': latency.unknown.length, 'wrong clock': latency.skewed.length };
  return [
    figureRow('latency-median-hours', latency.median, HOUR, counts(beside)),
    figureRow('latency-p90-hours', latency.p90, HOUR),
    shareRow('latency-on-time', latency.onTime),
    figureRow('latency-observe-hours', latency.observe, HOUR),
    figureRow('latency-write-minutes', latency.write, MINUTE),
    figureRow('latency-answered-hours', latency.seen, HOUR),
  ];
}

function weekRows(input: ReportInput, coachId: string): Row[] {
  const { records, pairings, leave, from, to, calendar } = input;
  const weeks = wholeWeeks(from, to, calendar);
  const found = coachWeeks(
    records,
    coachId,
    weeks,
    activeMembers(coachId, pairings, leave, calendar),
    calendar,
  );
  const counted = found.map(({ frequency }) => frequency);
  // A share of people who are there each week: pooled, not a mean of means.
  const pooled = (pick: (week: CoachWeek) => { k: number; n: number }) => {
    const [k, n] = found
      .map(pick)
      .reduce<[number, number]>((sum, each) => [sum[0] + each.k, sum[1] + each.n], [0, 0]);
    return share(k, n, 1);
  };
  const note = 'whole weeks';
  const cost = timeCost(records, coachId, weeks, calendar);
  return [
    figureRow('frequency-per-week', figure(mean(counted), counted.length, 1), 1, note),
    figureRow('consistency', consistency(counted), 1, `${note}; variation, 0 is even`),
    figureRow('novelty-fade', noveltyFade(counted), 1, 'weeks 5 and 6 against 1 and 2'),
    shareRow(
      'coverage',
      pooled(week => week.coverage),
      'people in weeks',
    ),
    shareRow(
      'two-per-week',
      pooled(week => week.twoAWeek),
      'people in weeks',
    ),
    figureRow('minutes-per-week', cost.perWeek, 1, counts({ 'left open': cost.leftOpen.length })),
  ];
}

function noteRows(
  own: ReportInput,
  { records, now, minimum, from, to, calendar }: ReportInput,
  coachId: string,
): Row[] {
  const quality = responseQuality(own.records, coachId, undefined, minimum);
  const start = instantAt(from, '00:00', calendar);
  const end = instantAt(addDays(to, 1), '00:00', calendar);
  return [
    shareRow('recognition-ratio', recognitionShare(own.records, coachId, minimum)),
    shareRow('response-quality', quality.share),
    shareRow('follow-up', followUpOf(records, coachId, [start, end], now, minimum)),
  ];
}

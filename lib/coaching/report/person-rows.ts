/** The figures of one person's own work: answers, promises, behaviours and scores. */
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { acknowledgementRate } from '#lib/coaching/metrics/acknowledgement.ts';
import { adherenceOf } from '#lib/coaching/metrics/adherence.ts';
import { missRate } from '#lib/coaching/metrics/discipline.ts';
import { practiceOf, TREND_WEEKS } from '#lib/coaching/metrics/figures.ts';
import { implementationWhere } from '#lib/coaching/metrics/implementation.ts';
import { rubricTrends } from '#lib/coaching/metrics/rubric-trend.ts';
import { scoreLines } from '#lib/coaching/metrics/scores.ts';
import { share } from '#lib/coaching/metrics/statistics.ts';
import type { Trend } from '#lib/coaching/metrics/trend.ts';
import { knownRubrics } from '#lib/coaching/rubrics/known.ts';
import { isType } from '#lib/records/types.ts';
import { HOUR } from '#lib/time.ts';
import { counts, figureRow, type ReportInput, type Row, shareRow, within } from './rows.ts';

export function personRows(input: ReportInput, memberId: string): Row[] {
  return [
    ...answerRows(input, memberId),
    ...promiseRows(input, memberId),
    ...behaviourRows(input, memberId),
    ...scoreRows(input, memberId),
  ];
}

function answerRows(input: ReportInput, memberId: string): Row[] {
  const isIn = within(input);
  const about = input.records.filter(
    record => record.type !== 'note' || (subjectOf(record) === memberId && isIn(record.createdAt)),
  );
  const rate = acknowledgementRate(about, input.now, undefined, input.minimum);
  if (rate.inTime.n + rate.open === 0) return [];
  return [
    shareRow('acknowledgement-in-time', rate.inTime, counts({ open: rate.open })),
    shareRow('acknowledgement-ever', rate.ever),
    figureRow('acknowledgement-hours', rate.time, HOUR, counts(rate.mix)),
  ];
}

function promiseRows(input: ReportInput, memberId: string): Row[] {
  const own = input.records.filter(record => record.type !== 'commitment' || record.authorId === memberId);
  const found = implementationWhere(own, within(input), input.now, input.minimum);
  const { open, noVerdict, noOpportunity, resizes } = found;
  if (found.rate.n + open + noVerdict + noOpportunity === 0) return [];
  const beside = { open, 'no verdict': noVerdict, 'no opportunity': noOpportunity, resizes };
  return [
    shareRow('implementation', found.rate, counts(beside)),
    shareRow('implementation-strict', found.strict),
    shareRow('implementation-evidenced', found.evidenced),
    shareRow('verification-coverage', found.verified),
    shareRow('transfer', found.transfer),
  ];
}

function behaviourRows(input: ReportInput, memberId: string): Row[] {
  const { from, to, now, calendar, minimum } = input;
  const known = new Map(ofType(input.records, 'behaviour').map(({ id, body }) => [id, body]));
  // Once: each behaviour below goes through all of them.
  const records = input.records.filter(
    record => record.type === 'evidence' || (record.type === 'log' && subjectOf(record) === memberId),
  );
  const logged = new Set(records.flatMap(record => (isType(record, 'log') ? [record.body.behaviourId] : [])));
  const rows = [...logged].sort().flatMap((id): Row[] => {
    const measure = known.get(id)?.measure ?? { kind: 'opportunity' as const };
    const found = adherenceOf(records, memberId, id, measure, from, to, calendar, minimum);
    const { trend } = practiceOf(records, memberId, id, measure, now, calendar);
    const note = found.noOpportunity ? 'no opportunity' : counts({ backfilled: found.backfilled.length });
    return [
      shareRow(`adherence:${id}`, found.share, note),
      shareRow(`disagreement:${id}`, found.disagreement),
      ...(found.minutes ? [figureRow(`minutes:${id}`, found.minutes)] : []),
      ...trendRows(`trend:${id}`, trend, `the last ${TREND_WEEKS} whole weeks`),
    ];
  });
  if (logged.size === 0) return rows;
  const { weeks, trend } = missRate(records, memberId, now, TREND_WEEKS, calendar);
  const [k, n] = [sum(weeks.map(week => week.share.k)), sum(weeks.map(week => week.share.n))];
  return [
    ...rows,
    shareRow('miss-rate', share(k, n, minimum), `the last ${TREND_WEEKS} whole weeks; ${wordOf(trend)}`),
  ];
}

function trendRows(metric: string, trend: Trend, note: string): Row[] {
  const { delta, slope, limits, word, n } = trend;
  const shown = word === null ? null : delta;
  const within = limits ? `; limits ${limits.lower.toFixed(4)} to ${limits.upper.toFixed(4)}` : '';
  return [
    { metric: `${metric}:delta`, value: shown, n, note },
    { metric: `${metric}:slope`, value: word === null ? null : slope, n, note: `each week${within}` },
    { metric: `${metric}:word`, value: word, n, note },
  ];
}

function wordOf({ word }: Trend): string {
  return word ?? 'no word yet';
}

function scoreRows({ records, minimum }: ReportInput, memberId: string): Row[] {
  return rubricTrends(scoreLines(records, memberId, knownRubrics(records))).flatMap(
    ({ rubricId, criterion, raterId, self, pieces }) =>
      pieces.map(({ version, points, trend }): Row => {
        const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
        const misses = points.filter(({ criticalMiss }) => criticalMiss).length;
        const rater = self ? 'self' : raterId;
        return {
          metric: `score:${rubricId}@${version}:${criterion}:${rater}`,
          value: values.length < minimum ? null : sum(values) / values.length,
          n: values.length,
          note: [`mean of 0–100, all days; ${wordOf(trend)}`, counts({ 'critical misses': misses })]
            .filter(part => part !== '')
            .join('; '),
        };
      }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { trendWord } from '#components/people/numbers.ts';
import { percentFormat } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import type { Decided } from '#lib/coaching/metrics/decided.ts';
import type { Run } from '#lib/coaching/metrics/run.ts';
import { POINTS_FOR_A_WORD } from '#lib/coaching/metrics/trend.ts';
import { dayOfInstant, dayWords } from './day-words.ts';
import { RunPicture } from './RunPicture.tsx';
import { RunTable } from './RunTable.tsx';
import './insight.css';

interface Props {
  /** What is counted, for the picture's name. */
  name: string;
  run: Run;
  decided?: readonly Decided[];
}

const NOTHING: readonly Decided[] = [];

/** One person's weeks: the word for them, the picture, what it means, what was decided, and the same as a table. */
export function RunChart({ name, run, decided = NOTHING }: Props) {
  if (run.points.length === 0) return <p className="hint">{i18n.t('insight.run.none')}</p>;
  const first = run.points[0]?.week ?? '';
  const marked = decided.filter(({ at }) => dayOfInstant(at) >= first);
  const word = wordOf(run);
  const usual = usualOf(run);
  return (
    <div className="run-chart stack tight">
      <p>
        {run.trend.word && <strong>{trendWord(run.trend.word)}</strong>}
        <span className={run.trend.word ? undefined : 'hint'}>
          {run.trend.word && word && ' · '}
          {word}
        </span>
      </p>
      <RunPicture run={run} decided={marked} label={labelOf(name, run)} />
      {usual && <p className="hint">{usual}</p>}
      {marked.length > 0 && (
        <ol className="decided" aria-label={i18n.t('insight.run.decided')}>
          {marked.map(({ recordId, at, text }, i) => (
            <li key={recordId}>
              <span className="mark">
                <span aria-hidden="true">◆</span>
                {i + 1}
              </span>
              <span className="grow" dir="auto">
                {text}
              </span>
              <span className="hint">{dayWords(dayOfInstant(at))}</span>
            </li>
          ))}
        </ol>
      )}
      <RunTable run={run} name={name} />
    </div>
  );
}

/** How far the last weeks are from the first ones; or how many weeks are still missing for that. */
function wordOf({ enough, n, trend }: Run): string {
  if (!enough) return i18n.t('insight.run.notEnough', [String(n), String(POINTS_FOR_A_WORD)]);
  const points = Math.round((trend.delta ?? 0) * 100);
  if (points === 0) return i18n.t('insight.run.same');
  return points > 0
    ? i18n.t('insight.run.more', [String(points)])
    : i18n.t('insight.run.less', [String(-points)]);
}

/** What the lines mean, in words. */
function usualOf({ median, baseline, trend: { limits } }: Run): string {
  if (median === null || !baseline) return '';
  const percent = percentFormat();
  const [middle, begin] = [percent.format(median), percent.format(baseline.value)];
  if (!limits) return i18n.t('insight.run.middle', [middle, begin]);
  return i18n.t('insight.run.usual', [
    percent.format(limits.lower),
    percent.format(limits.upper),
    middle,
    begin,
  ]);
}

function labelOf(name: string, { points }: Run): string {
  const percent = percentFormat();
  const said = points.map(({ value }) => (value === null ? '–' : percent.format(value))).join(', ');
  return i18n.t('insight.run.label', [name, said]);
}

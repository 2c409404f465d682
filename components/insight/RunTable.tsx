import { countOf } from '#components/people/numbers.ts';
import { percentFormat } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import type { Run, RunPoint } from '#lib/coaching/metrics/run.ts';
import { dayWords } from './day-words.ts';

/** What the picture shows, to be read: the newest week first. */
export function RunTable({ run, name }: { run: Run; name: string }) {
  const percent = percentFormat();
  return (
    <details>
      <summary>{i18n.t('insight.run.table')}</summary>
      <table className="run-table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('insight.run.week')}</th>
            <th scope="col">{i18n.t('insight.run.count')}</th>
            <th scope="col">{i18n.t('insight.run.share')}</th>
          </tr>
        </thead>
        <tbody>
          {run.points.toReversed().map(point => (
            <tr key={point.week}>
              <th scope="row">{dayWords(point.week)}</th>
              <td>
                {point.n === 0
                  ? i18n.t('insight.run.nothing')
                  : i18n.t('insight.kOfN', [countOf(point.k), countOf(point.n)])}
              </td>
              <td>
                {[point.value === null ? '–' : percent.format(point.value), remark(point)]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function remark({ open, outside }: RunPoint): string {
  if (open) return i18n.t('insight.run.open');
  return outside ? i18n.t('insight.run.outside') : '';
}

import { i18n } from '#i18n';
import { decidedAbout } from '#lib/coaching/metrics/decided.ts';
import { LAST_PERIODS } from '#lib/coaching/metrics/trend.ts';
import { isType } from '#lib/records/types.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { ShareFigure } from './Figure.tsx';
import type { Practised } from './practice.ts';
import { RunChart } from './RunChart.tsx';
import { RUN_SPAN } from './use-run-records.ts';

interface Props {
  personId: string;
  practised: Practised;
  /** Of this person. */
  records: readonly StoredRecord[];
  now: number;
}

/** One behaviour: its standard, its weeks, and the figure of the last four with the entries behind it. */
export function PracticeCard({ personId, practised: { behaviour, own, run }, records, now }: Props) {
  const { name, standard } = behaviour.body;
  const since = own.weeks.at(-LAST_PERIODS)?.week ?? '';
  const entries = records.filter(
    record => isType(record, 'log') && record.body.behaviourId === behaviour.id && record.body.day >= since,
  );
  return (
    <article className="insight-line" aria-label={name}>
      <h3 dir="auto">{name}</h3>
      <p className="hint" dir="auto">
        {standard}
      </p>
      <RunChart
        name={name}
        run={run}
        decided={decidedAbout(records, personId, behaviour.id, now - RUN_SPAN)}
      />
      <ShareFigure
        name={i18n.t('insight.mine.entries')}
        share={own.lately}
        window={i18n.t('insight.window.weeks4')}
        records={entries}
      />
    </article>
  );
}

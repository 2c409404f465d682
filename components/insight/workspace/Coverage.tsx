import { shareWords } from '#components/people/numbers.ts';
import { i18n } from '#i18n';
import type { CoverageAnswer } from '#lib/sync/insight-protocol.ts';
import { Facts } from './Facts.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { useInsight } from './use-insight.ts';

type Week = CoverageAnswer['weeks'][number];

/** The last closed weeks in figures about groups. What is about too few people, or still open, says so. */
export function Coverage() {
  const { answer, again } = useInsight('insight.coverage');
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{i18n.t('insight.coverage.title')}</h2>
      {answer?.ok ? (
        <>
          <p className="hint">{i18n.t('insight.coverage.explain', [String(answer.value.minimum)])}</p>
          <ul>
            {answer.value.weeks.toReversed().map(week => (
              <li key={week.week} className="card">
                <h3>{i18n.t('insight.coverage.week', [weekLabel(week.week)])}</h3>
                <Figures week={week} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <NoAnswer failure={answer} again={again} />
      )}
    </section>
  );
}

function Figures({ week: { coverage, verdicts, answers, adoption } }: { week: Week }) {
  const words = (share: Week['answers']) =>
    share === null ? i18n.t('insight.coverage.withheld') : shareWords(share);
  const facts: (readonly [string, string])[] = [
    [i18n.t('insight.coverage.reached'), words(coverage?.share ?? null)],
    ...(coverage?.spread == null
      ? []
      : [[i18n.t('insight.coverage.spread'), spreadWords(coverage.spread)] as const]),
    [i18n.t('insight.coverage.verdicts'), words(verdicts)],
    [i18n.t('insight.coverage.answers'), words(answers)],
    [i18n.t('insight.coverage.adoption'), words(adoption)],
  ];
  return <Facts facts={facts} />;
}

/** Standard deviation over mean: below a half coaches are much alike, above one they are far apart. */
function spreadWords(spread: number): string {
  const number = spread.toLocaleString(i18n.t('language'), { maximumFractionDigits: 1 });
  if (spread < 0.5) return i18n.t('insight.coverage.even', [number]);
  return spread <= 1
    ? i18n.t('insight.coverage.uneven', [number])
    : i18n.t('insight.coverage.farApart', [number]);
}

function weekLabel(day: string): string {
  const format = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(i18n.t('language'), format).format(Date.parse(`${day}T00:00:00Z`));
}

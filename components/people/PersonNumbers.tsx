import { nameOf } from '#components/people/names.ts';
import { PromiseNumbers } from '#components/records/PromiseNumbers.tsx';
import { ScoreLines } from '#components/records/ScoreLines.tsx';
import { useScores } from '#components/records/use-scores.ts';
import { i18n } from '#i18n';
import { acknowledgementRate } from '#lib/coaching/metrics/acknowledgement.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import { recognitionShare } from '#lib/coaching/metrics/frequency.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { shareWords } from './numbers.ts';
import type { TeamProps } from './team-props.ts';

const WEEKS_12 = 84 * DAY;

/**
 * How the commitments turned out, how soon notes were answered, and the scores; and the coach's own numbers, labelled
 * as theirs.
 */
export function PersonNumbers({
  db,
  identity,
  personId,
  records,
  now,
}: TeamProps & { personId: string; records: readonly StoredRecord[] }) {
  const scores = useScores(db, identity, personId);
  const name = nameOf(identity, personId);
  const recent = records.filter(record => record.createdAt > now - WEEKS_12);
  const { clocks } = rulesOf(identity);
  const span = [now - WEEKS_12, now] as const;
  const followUp = followUpOf(records, identity.memberId, span, now, MINIMUM_N, clocks.verdict);
  const answers = acknowledgementRate(recent, now, clocks.answer);
  const mine = recent.filter(
    record =>
      record.type === 'note' && record.authorId === identity.memberId && record.subjectId === personId,
  );
  const kinds = mine.map(({ body }) => body.kind);
  const count = (kind: string) => kinds.filter(each => each === kind).length;
  const ratio = recognitionShare(mine, identity.memberId);
  return (
    <>
      <section className="stack tight" aria-labelledby="numbers">
        <h3 id="numbers">{i18n.t('coach.numbers')}</h3>
        <dl className="numbers">
          <PromiseNumbers records={records} now={now} rules={rulesOf(identity)} />
          <dt>{i18n.t('coach.answeredInTime', clocks.answer / HOUR)}</dt>
          <dd>{shareWords(answers.inTime)}</dd>
          <ScoreLines identity={identity} scores={scores ?? []} />
        </dl>
        <p className="hint">{i18n.t('coach.ownTrend', [name])}</p>
      </section>
      <section className="stack tight" aria-labelledby="mirror">
        <h3 id="mirror">{i18n.t('coach.mirror')}</h3>
        <p>
          {i18n.t('coach.mirrorCounts', [String(count('recognition')), String(count('correction'))])}
          {ratio.value !== null && ` · ${shareWords(ratio)}`}
        </p>
        <p className="hint">
          {followUp.n > 0 ? i18n.t('coach.followUp', [shareWords(followUp)]) : i18n.t('coach.mirrorHint')}
        </p>
      </section>
    </>
  );
}

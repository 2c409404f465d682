import { useLiveQuery } from 'dexie-react-hooks';
import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import { acknowledgementRate } from '#lib/coaching/metrics/acknowledgement.ts';
import { scoresOf } from '#lib/coaching/metrics/figures.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import { recognitionShare } from '#lib/coaching/metrics/frequency.ts';
import { implementationOf } from '#lib/coaching/metrics/implementation.ts';
import { shippedRubrics } from '#lib/coaching/rubrics/rubrics.ts';
import { scorecardsAbout } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';
import { shareWords, trendWord } from './numbers.ts';
import type { TeamProps } from './team-props.ts';

const WEEKS_12 = 84 * DAY;
const SCORECARDS = 60;

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
  const cards = useLiveQuery(
    () => scorecardsAbout(db, identity.workspaceId, personId, { limit: SCORECARDS }),
    [db, identity, personId],
  );
  const name = nameOf(identity, personId);
  const recent = records.filter(record => record.createdAt > now - WEEKS_12);
  const implementation = implementationOf(recent, now - WEEKS_12, now, now);
  const followUp = followUpOf(records, identity.memberId, [now - WEEKS_12, now], now);
  const answers = acknowledgementRate(recent, now);
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
          <dt>{i18n.t('coach.implementation')}</dt>
          <dd>
            {shareWords(implementation.rate)}
            {implementation.open > 0 && ` · ${i18n.t('coach.openPromises', implementation.open)}`}
          </dd>
          <dt>{i18n.t('coach.answeredInTime')}</dt>
          <dd>{shareWords(answers.inTime)}</dd>
          {scoresOf(cards ?? [], personId, shippedRubrics).map(line => (
            <ScoreLine
              key={`${line.rubricId} ${line.version} ${line.raterId}`}
              label={i18n.t('coach.scoreBy', [nameOf(identity, line.raterId)])}
              latest={line.latest}
              n={line.trend.n}
              word={line.trend.word}
            />
          ))}
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

function ScoreLine({
  label,
  latest,
  n,
  word,
}: {
  label: string;
  latest: number | null;
  n: number;
  word: 'improving' | 'steady' | null;
}) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {latest === null
          ? i18n.t('coach.notEnough', [String(n)])
          : i18n.t('coach.latestScore', [String(Math.round(latest)), String(n)])}
        {word && ` · ${trendWord(word)}`}
      </dd>
    </>
  );
}

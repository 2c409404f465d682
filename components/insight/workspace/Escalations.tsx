import { nameOf } from '#components/people/names.ts';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import type { Identity } from '#lib/store/identity.ts';
import type { EscalationsAnswer } from '#lib/sync/insight-protocol.ts';
import { Facts } from './Facts.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { useInsight } from './use-insight.ts';

type Escalation = EscalationsAnswer['escalations'][number];

/** What is the owner's to take up: whose turn it is, to whom, since when, by which clock. */
export function Escalations({ identity }: { identity: Identity }) {
  const { answer, again } = useInsight('insight.escalations');
  return (
    <section aria-labelledby="escalations">
      <h2 id="escalations">{i18n.t('insight.escalations.title')}</h2>
      <p className="hint">{i18n.t('insight.escalations.explain')}</p>
      {answer?.ok ? (
        <List identity={identity} escalations={answer.value.escalations} />
      ) : (
        <NoAnswer failure={answer} again={again} />
      )}
    </section>
  );
}

function List({ identity, escalations }: { identity: Identity; escalations: readonly Escalation[] }) {
  if (escalations.length === 0) return <p>{i18n.t('insight.escalations.none')}</p>;
  return (
    <ul>
      {escalations.map(each => (
        <li key={[each.kind, each.whoId, each.whomId, each.since].join(' ')} className="card">
          <h3>{kindLabel(each.kind)}</h3>
          <Facts facts={factsOf(identity, each)} />
        </li>
      ))}
    </ul>
  );
}

function factsOf(
  identity: Identity,
  { whoId, whomId, since, assigneeId, clock }: Escalation,
): (readonly [string, string])[] {
  return [
    [i18n.t('insight.escalations.who'), nameOf(identity, whoId)],
    ...(whomId === undefined
      ? []
      : [[i18n.t('insight.escalations.whom'), nameOf(identity, whomId)] as const]),
    [i18n.t('insight.escalations.since'), dayLabel(since, Date.now(), { time: true })],
    [i18n.t('insight.escalations.clock'), clockLabel(clock)],
    ...(assigneeId === undefined
      ? []
      : [[i18n.t('insight.escalations.with'), nameOf(identity, assigneeId)] as const]),
  ];
}

function kindLabel(kind: Escalation['kind']): string {
  return {
    'reply overdue': i18n.t('insight.escalations.reply'),
    'verdict overdue': i18n.t('insight.escalations.verdict'),
    'coach silent': i18n.t('insight.escalations.silent'),
    'milestone missed': i18n.t('insight.escalations.milestone'),
  }[kind];
}

function clockLabel(clock: Escalation['clock']): string {
  switch (clock.name) {
    case 'replyHours':
      return i18n.t('insight.clock.replyHours', clock.value);
    case 'verdictDays':
      return i18n.t('insight.clock.verdictDays', clock.value);
    case 'silentDays':
      return i18n.t('insight.clock.silentDays', clock.value);
    case 'plan':
      return i18n.t('insight.clock.plan');
  }
}

import { nameOf } from '#components/people/names.ts';
import type { TeamProps } from '#components/people/team-props.ts';
import { WaitingList } from '#components/people/WaitingList.tsx';
import { relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import type { Waiting } from '#lib/coaching/due/waiting.ts';

/** The one conversation that is due next, why, and the form that settles it (R080). */
export function NextTalk(shared: TeamProps) {
  const { identity, team, now } = shared;
  const [next] = team.waiting;
  return (
    <section className="next-talk" aria-labelledby="insight-talk">
      <h2 id="insight-talk">
        {i18n.t('insight.talk.title')}
        {next?.personId !== undefined && (
          <>
            {': '}
            <bdi>{nameOf(identity, next.personId)}</bdi>
          </>
        )}
      </h2>
      {next ? (
        <>
          <p>
            {whyWords(next)}{' '}
            <span className="hint">{i18n.t('insight.talk.due', [relativeTime(next.dueAt, now)])}</span>
          </p>
          <WaitingList {...shared} waiting={[next]} />
        </>
      ) : (
        <p className="hint">{i18n.t('insight.talk.none')}</p>
      )}
    </section>
  );
}

function whyWords({ kind }: Waiting): string {
  return {
    reply: i18n.t('insight.talk.why.reply'),
    verdict: i18n.t('insight.talk.why.verdict'),
    'look again': i18n.t('insight.talk.why.again'),
    pattern: i18n.t('insight.talk.why.pattern'),
    stall: i18n.t('insight.talk.why.stall'),
  }[kind];
}

import '#components/today/today.css';
import '#components/records/numbers.css';
import { useBehaviours, usePersonRecords } from '#components/records/live-records.ts';
import { myBehaviours } from '#components/today/my-behaviours.ts';
import { OwnScores } from '#components/today/OwnScores.tsx';
import { WhoStepsWords } from '#components/today/WhoSteps.tsx';
import { Wins } from '#components/today/Wins.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { i18n } from '#i18n';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { MyPromises } from './MyPromises.tsx';
import { PracticeCard } from './PracticeCard.tsx';
import { practisedBy } from './practice.ts';
import { useRunRecords } from './use-run-records.ts';

/** My own lines, wins first, and what others can see of them (R072, R078). Nobody else's number is read here. */
export default function MeView({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const { memberId } = identity;
  const records = usePersonRecords(db, identity, memberId);
  const runs = useRunRecords(db, identity, [memberId]);
  const names = useBehaviours(db, identity);
  const now = useNow(records);
  if (!records || !runs || !names) return null;
  const own = runs.get(memberId) ?? [];
  const { active } = myBehaviours(records, memberId);
  const practised = practisedBy(memberId, active, own, now, rulesOf(identity).calendar);
  return (
    <>
      <Wins {...{ identity, records, names, now }} />
      <section aria-labelledby="insight-practice">
        <h2 id="insight-practice">{i18n.t('insight.mine.practice')}</h2>
        {practised.length === 0 && <p className="hint">{i18n.t('insight.mine.noPractice')}</p>}
        {practised.map(each => (
          <PracticeCard
            key={each.behaviour.id}
            personId={memberId}
            practised={each}
            records={own}
            now={now}
          />
        ))}
      </section>
      <MyPromises {...{ identity, records, now }} />
      <OwnScores db={db} identity={identity} />
      <section aria-labelledby="insight-others">
        <h2 id="insight-others">{i18n.t('insight.mine.others')}</h2>
        <div>
          <WhoStepsWords identity={identity} />
        </div>
        <p className="hint">{i18n.t('insight.mine.onlyOwn')}</p>
      </section>
    </>
  );
}

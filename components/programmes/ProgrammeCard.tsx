import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { noteStage } from '#lib/actions/programmes.ts';
import { healthOf } from '#lib/coaching/programmes/health.ts';
import { playbookOf, playbookTexts } from '#lib/coaching/programmes/playbooks.ts';
import { measuredBaseline, type StageState, stagesOf } from '#lib/coaching/programmes/stages.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { EndProgramme } from './EndProgramme.tsx';
import { LookBack } from './LookBack.tsx';
import { layerLabels } from './labels.ts';
import { OpenStage } from './OpenStage.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  programme: Programme;
  /** Where the workspace is. */
  today: string;
  /** The name of the person whom it is for; absent for a team’s. */
  whose: string | undefined;
}

/** A programme: the stage that is open with what belongs to it, and the gaps. Stages that come later are one line. */
export function ProgrammeCard({ db, identity, records, programme, today, whose }: Props) {
  const { problem, saving, save } = useSaving();
  const { body } = programme;
  const playbook = playbookOf(body.playbook.id);
  const health = healthOf(programme, records, new Set(identity.members.map(({ id }) => id)));
  if (!playbook) return null;
  const texts = playbookTexts(playbook.id, i18n.t('language'));
  const stages = stagesOf(programme, playbook, records, rulesOf(identity).calendar);
  const baseline = measuredBaseline(programme, records, today);
  const record = ({ stage }: StageState) =>
    save(() => noteStage(db, identity, { programme, stage: stage.id }, { baseline }));
  const tick = (state: StageState, item: string, on: boolean) => {
    const items = on ? [...state.ticked, item] : state.ticked.filter(each => each !== item);
    return save(() => noteStage(db, identity, { programme, stage: state.stage.id }, { items }));
  };
  const close = ({ stage, ticked }: StageState) =>
    save(() => noteStage(db, identity, { programme, stage: stage.id }, { items: ticked, closed: true }));
  return (
    <section className="card" aria-labelledby={`programme-${programme.id}`}>
      <h2 id={`programme-${programme.id}`} dir="auto">
        {body.name}
      </h2>
      <p className="hint">{[whose, texts.name, body.startDay].filter(Boolean).join(' · ')}</p>
      {body.executionProblem && <p dir="auto">{body.executionProblem.text}</p>}
      <ol className="stack">
        {stages.map(state => (
          <li key={state.stage.id}>
            <h3>{texts.stages[state.stage.id]?.name}</h3>
            {state.state === 'open' && (
              <OpenStage
                {...{ playbook: playbook.id, state, saving }}
                onTick={tick}
                onClose={close}
                onRecord={baseline && state.missing.includes('baseline') ? () => record(state) : undefined}
              />
            )}
            {state.state === 'closed' && <p className="hint">{i18n.t('programmes.closed')}</p>}
          </li>
        ))}
      </ol>
      <LookBack {...{ db, identity, records, programme, stages }} />
      {health.noCoach && <p className="hint">{i18n.t('programmes.noCoach')}</p>}
      {health.fragile && (
        <p className="hint">
          {i18n.t('programmes.gaps')} {health.missing.map(layer => layerLabels()[layer]).join(', ')}
        </p>
      )}
      <div>
        <EndProgramme {...{ db, identity, programme }} endDay={today} />
      </div>
      <Problem text={problem} />
    </section>
  );
}

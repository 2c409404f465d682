import { usePositions } from '#components/records/use-positions.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { setPosition } from '#lib/actions/positions.ts';
import { maySetWorkspace } from '#lib/actions/settings.ts';
import { positionOf } from '#lib/coaching/behaviours/positions.ts';
import { type Job, jobs, type Level, levels } from '#lib/records/kinds/position.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, ownersOf } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
}

/** My own job and level; for an owner also everybody else's. They steer what is offered, and give no right. */
export function Positions({ db, identity }: Props) {
  const records = usePositions(db, identity);
  const { problem, save } = useSaving();
  const owners = ownersOf(identity);
  if (!records) return null;
  const set = (id: string, body: Body<'position'>) => void save(() => setPosition(db, identity, id, body));
  const others = maySetWorkspace(identity)
    ? identity.members.filter(({ id }) => id !== identity.memberId)
    : [];
  return (
    <div className="stack">
      <p className="hint">{i18n.t('position.explain')}</p>
      <Position
        value={positionOf(records, identity.memberId, owners)}
        onChange={body => set(identity.memberId, body)}
      />
      {others.length > 0 && (
        <details>
          <summary>{i18n.t('position.others')}</summary>
          <div className="stack">
            {others.map(({ id, name }) => (
              <fieldset key={id} className="field">
                <legend className="legend" dir="auto">
                  {name}
                </legend>
                <Position value={positionOf(records, id, owners)} onChange={body => set(id, body)} />
              </fieldset>
            ))}
          </div>
        </details>
      )}
      <Problem text={problem} />
    </div>
  );
}

function Position({ value, onChange }: { value: Body<'position'>; onChange(body: Body<'position'>): void }) {
  const open = { id: '', name: i18n.t('position.open') };
  return (
    <div className="stack tight">
      <Select
        label={i18n.t('position.job')}
        options={[open, ...jobs.map(id => ({ id, name: jobName(id) }))]}
        value={value.job ?? ''}
        onChange={id => onChange({ ...value, job: jobs.find(each => each === id) })}
      />
      <Select
        label={i18n.t('position.level')}
        options={[open, ...levels.map(id => ({ id, name: levelName(id) }))]}
        value={value.level ?? ''}
        onChange={id => onChange({ ...value, level: levels.find(each => each === id) })}
      />
    </div>
  );
}

function jobName(job: Job): string {
  return {
    rep: i18n.t('position.jobs.rep'),
    creator: i18n.t('position.jobs.creator'),
    editor: i18n.t('position.jobs.editor'),
    producer: i18n.t('position.jobs.producer'),
    creatorLead: i18n.t('position.jobs.creatorLead'),
    manager: i18n.t('position.jobs.manager'),
  }[job];
}

function levelName(level: Level): string {
  return {
    frontline: i18n.t('position.levels.frontline'),
    mid: i18n.t('position.levels.mid'),
    senior: i18n.t('position.levels.senior'),
  }[level];
}

import { Fragment, useState } from 'react';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import { behavioursOf, levelTexts, type ShippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { ROLE_OF_JOB } from '#lib/coaching/behaviours/positions.ts';
import { type BehaviourRole, behaviourRoles } from '#lib/records/kinds/behaviour.ts';
import { levels as allLevels, type Level } from '#lib/records/kinds/position.ts';
import type { Body } from '#lib/records/types.ts';
import { BehaviourFacts } from './BehaviourFacts.tsx';
import { jobLabel } from './job-label.ts';

/** How many are in sight at first: more than one reads before choosing. */
const FIRST = 5;

interface Props {
  onTake(body: Body<'behaviour'>): void;
  onBack(): void;
  /** Of the person for whom it is: it opens at their job, with what is expected at their level. */
  position?: Body<'position'> | undefined;
}

/** The shipped behaviours by role. People take one and change it. */
export function Library({ onTake, onBack, position = {} }: Props) {
  const { job, level } = position;
  const [chosen, setRole] = useState<BehaviourRole | undefined>();
  const role = chosen ?? (job ? ROLE_OF_JOB[job] : 'sales');
  const levels = levelTexts(role);
  const list = behavioursOf(role);
  const entry = ({ id, body }: ShippedBehaviour) => (
    <article key={id} className="behaviour stack" aria-label={body.name} lang="en">
      <h2>{body.name}</h2>
      <details>
        <summary>{body.looksLike}</summary>
        <BehaviourFacts body={body} />
      </details>
      <div>
        <button
          type="button"
          className="button"
          aria-label={i18n.t('behaviours.takeNamed', [body.name])}
          onClick={() => onTake(body)}
        >
          {i18n.t('behaviours.take')}
        </button>
      </div>
    </article>
  );
  return (
    <div className="stack">
      <div>
        <button type="button" className="button quiet" onClick={onBack}>
          {i18n.t('behaviours.back')}
        </button>
      </div>
      <Select
        label={i18n.t('behaviours.role')}
        options={behaviourRoles
          .filter(each => behavioursOf(each).some(({ body }) => body.role === each))
          .map(each => ({ id: each, name: jobLabel(each) }))}
        value={role}
        onChange={id => setRole(id as BehaviourRole)}
      />
      {levels && (
        <dl className="levels">
          {(level ? [level] : allLevels).map(each => (
            <Fragment key={each}>
              <dt>{levelName(each)}</dt>
              <dd>{levels[each]}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {list.slice(0, FIRST).map(entry)}
      {list.length > FIRST && (
        <details key={role} className="stack">
          <summary>{i18n.t('behaviours.more', [String(list.length - FIRST)])}</summary>
          <div className="stack">{list.slice(FIRST).map(entry)}</div>
        </details>
      )}
    </div>
  );
}

function levelName(level: Level): string {
  return {
    frontline: i18n.t('behaviours.levels.frontline'),
    mid: i18n.t('behaviours.levels.mid'),
    senior: i18n.t('behaviours.levels.senior'),
  }[level];
}

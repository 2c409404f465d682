import { useState } from 'react';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import { behavioursOf, levelTexts, type ShippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { type BehaviourRole, behaviourRoles } from '#lib/records/kinds/behaviour.ts';
import type { Body } from '#lib/records/types.ts';
import { BehaviourFacts } from './BehaviourFacts.tsx';
import { jobLabel } from './job-label.ts';

/** How many are in sight at first: more than one reads before choosing. */
const FIRST = 5;

interface Props {
  onTake(body: Body<'behaviour'>): void;
  onBack(): void;
}

/** The shipped behaviours by role. People take one and change it. */
export function Library({ onTake, onBack }: Props) {
  const [role, setRole] = useState<BehaviourRole>('sales');
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
          <dt>{i18n.t('behaviours.levels.frontline')}</dt>
          <dd>{levels.frontline}</dd>
          <dt>{i18n.t('behaviours.levels.mid')}</dt>
          <dd>{levels.mid}</dd>
          <dt>{i18n.t('behaviours.levels.senior')}</dt>
          <dd>{levels.senior}</dd>
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

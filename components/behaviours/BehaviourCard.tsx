import { useState } from 'react';
import { distinctName } from '#components/people/names.ts';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import type { Synced } from '#components/sync/sync-words.ts';
import { i18n } from '#i18n';
import { answerBehaviour, changed } from '#lib/actions/behaviours.ts';
import { save } from '#lib/actions/save.ts';
import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import { beginsWithProblem, mayBeActive } from '#lib/coaching/behaviours/limits.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { BehaviourState } from '#lib/records/kinds/behaviour.ts';
import type { Behaviour } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { BehaviourFacts } from './BehaviourFacts.tsx';
import { limitLabel } from './limit-label.ts';
import { standingLabel } from './standing-label.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  behaviour: Behaviour & Synced;
  records: readonly Envelope[];
  onEdit(): void;
}

/** One behaviour: its state, what good looks like, and what its author or its person can do now. */
export function BehaviourCard({ db, identity, behaviour, records, onEdit }: Props) {
  const [said, setSaid] = useState('');
  const standing = standingOf(behaviour, records);
  const isMine = behaviour.authorId === identity.memberId;
  const person = identity.members.find(member => member.id === behaviour.subjectId);
  const name = person && distinctName(person, identity.members);
  const forMe = behaviour.subjectId === identity.memberId && !isMine;

  async function become(state: BehaviourState): Promise<void> {
    const { subjectId } = behaviour;
    if (state === 'active' && subjectId !== undefined && beginsWithProblem(records, subjectId)) {
      setSaid(i18n.t('behaviours.firstProblem'));
      return;
    }
    const next = changed(behaviour, { state });
    const answer = mayBeActive(next, records, Date.now());
    if (!answer.ok) setSaid(limitLabel(answer));
    else {
      setSaid('');
      await save(db, next);
    }
  }

  const moves: { state: BehaviourState; label: string }[] =
    behaviour.body.state === 'active'
      ? [
          { state: 'parked', label: i18n.t('behaviours.park') },
          { state: 'automatic', label: i18n.t('behaviours.makeAutomatic') },
          { state: 'retired', label: i18n.t('behaviours.retire') },
        ]
      : behaviour.body.state === 'proposed'
        ? [{ state: 'retired', label: i18n.t('behaviours.retire') }]
        : [{ state: 'active', label: i18n.t('behaviours.takeUp') }];
  return (
    <article className="behaviour stack" aria-label={behaviour.body.name}>
      <div>
        <h2 dir="auto">{behaviour.body.name}</h2>
        <p className="hint">{standingLabel(standing, name || i18n.t('note.you'))}</p>
        <SyncLine record={behaviour} />
      </div>
      <details>
        <summary dir="auto">{behaviour.body.looksLike}</summary>
        <BehaviourFacts body={behaviour.body} />
      </details>
      <div aria-live="polite">{said && <p className="banner warn">{said}</p>}</div>
      <div className="row wrap">
        {isMine && (
          <button type="button" className="button" onClick={onEdit}>
            {i18n.t('behaviours.edit')}
          </button>
        )}
        {isMine &&
          moves.map(({ state, label }) => (
            <button key={state} type="button" className="button" onClick={() => void become(state)}>
              {label}
            </button>
          ))}
        {forMe && standing.state === 'proposed' && (
          <>
            <button
              type="button"
              className="button primary"
              onClick={() =>
                void answerBehaviour(db, identity, behaviour, { answer: 'accept', sentence: '' })
              }
            >
              {i18n.t('behaviours.agree')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() =>
                void answerBehaviour(db, identity, behaviour, {
                  answer: 'discuss',
                  sentence: i18n.t('behaviours.letUsTalk'),
                })
              }
            >
              {i18n.t('behaviours.talk')}
            </button>
          </>
        )}
      </div>
    </article>
  );
}

import { useId, useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { type DecisionChange, decisionChanges } from '#lib/records/kinds/decision.ts';
import type { Body, Review } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import { DAY } from '#lib/time.ts';

interface Props {
  identity: Identity;
  review: Review;
  /** Undefined as long as it says nothing. */
  onChange(decision: Body<'decision'> | undefined): void;
}

/** The one decision: what changes, in a sentence, by whom, in a week unless said otherwise. */
export function DecisionFields({ identity, review, onChange }: Props) {
  const [text, setText] = useState('');
  const [changes, setChanges] = useState<DecisionChange>('behaviour');
  const [ownerId, setOwner] = useState(review.subjectId ?? identity.memberId);
  const id = useId();
  const people = [...new Set([review.subjectId ?? identity.memberId, identity.memberId])];
  function say(next: { text?: string; changes?: DecisionChange; ownerId?: string }): void {
    const said = { text, changes, ownerId, ...next };
    setText(said.text);
    setChanges(said.changes);
    setOwner(said.ownerId);
    const isEmpty = said.text.trim() === '';
    onChange(isEmpty ? undefined : { ...said, text: said.text.trim(), dueAt: Date.now() + 7 * DAY });
  }
  const words: Record<DecisionChange, string> = {
    behaviour: i18n.t('reviews.changesBehaviour'),
    process: i18n.t('reviews.changesProcess'),
    template: i18n.t('reviews.changesTemplate'),
  };
  return (
    <div className="stack">
      <TextField
        label={
          review.body.kind === 'debrief' ? i18n.t('reviews.oneAdjustment') : i18n.t('reviews.oneDecision')
        }
        hint={i18n.t('reviews.oneDecisionHow')}
        value={text}
        onChange={next => say({ text: next })}
        maxLength={500}
      />
      <Choices
        legend={i18n.t('reviews.changes')}
        options={decisionChanges.map(value => ({ value, label: words[value] }))}
        value={changes}
        onChange={next => say({ changes: next })}
      />
      {people.length > 1 && (
        <div className="field">
          <label className="legend" htmlFor={id}>
            {i18n.t('reviews.owner')}
          </label>
          <select
            id={id}
            className="input"
            value={ownerId}
            onChange={event => say({ ownerId: event.target.value })}
          >
            {people.map(each => (
              <option key={each} value={each}>
                {nameOf(identity, each)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

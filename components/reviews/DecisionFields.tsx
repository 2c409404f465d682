import { PersonSelect } from '#components/people/PersonSelect.tsx';
import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { type DecisionChange, decisionChanges } from '#lib/records/kinds/decision.ts';
import type { Body, Review } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import { DAY } from '#lib/time.ts';

/** As far as it is written. */
export interface DecisionDraft {
  text: string;
  changes: DecisionChange;
  ownerId: string;
}

export function emptyDecision(identity: Identity, { subjectId }: Review): DecisionDraft {
  return { text: '', changes: 'behaviour', ownerId: subjectId ?? identity.memberId };
}

/** The decision, in a week unless said otherwise; undefined as long as it says nothing. */
export function decisionFrom(draft: DecisionDraft, now: number): Body<'decision'> | undefined {
  const text = draft.text.trim();
  return text === '' ? undefined : { ...draft, text, dueAt: now + 7 * DAY };
}

interface Props {
  identity: Identity;
  review: Review;
  draft: DecisionDraft;
  onDraft(draft: DecisionDraft): void;
}

/** The one decision: what changes, in a sentence, and who sees to it. */
export function DecisionFields({ identity, review, draft, onDraft }: Props) {
  const { text, changes, ownerId } = draft;
  const people = [...new Set([review.subjectId ?? identity.memberId, identity.memberId])];
  const say = (next: Partial<DecisionDraft>) => onDraft({ ...draft, ...next });
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
      <PersonSelect
        label={i18n.t('reviews.owner')}
        identity={identity}
        people={people}
        value={ownerId}
        onChange={memberId => say({ ownerId: memberId })}
      />
    </div>
  );
}

import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { endOfDay, LONGEST_DAYS } from '#lib/coaching/loop/suggest-commitment.ts';
import type { Body } from '#lib/records/types.ts';
import { StepForm } from './StepForm.tsx';

const MAX_TEXT = 500;

export interface CommitDraft {
  cue: string;
  size: string;
  successCondition: string;
  /** Days from today until it is due. */
  days: number;
}

interface Props {
  draft: CommitDraft;
  now: number;
  onDraft(draft: CommitDraft): void;
  onCommit(body: Body<'commitment'>): Promise<void>;
  behaviourId?: string | undefined;
}

/** The coachee's commitment. The form is prefilled: somebody who agrees with it only presses the button. */
export function CommitForm({ draft, now, onDraft, onCommit, behaviourId }: Props) {
  async function send(): Promise<string | undefined> {
    const [cue, size, successCondition] = [draft.cue, draft.size, draft.successCondition].map(t => t.trim());
    if (!cue) return i18n.t('note.commit.needCue');
    if (!size) return i18n.t('note.commit.needSize');
    if (!successCondition) return i18n.t('note.commit.needCondition');
    await onCommit({
      ...(behaviourId === undefined ? {} : { behaviourId }),
      cue,
      size,
      successCondition,
      dueAt: endOfDay(now, draft.days),
    });
  }
  return (
    <StepForm name={i18n.t('note.commit.title')} submit={i18n.t('note.commit.send')} onSubmit={send}>
      <p className="hint">{i18n.t('note.commit.explain')}</p>
      <CommitFields draft={draft} onDraft={onDraft} />
      <DueDay days={draft.days} now={now} onChange={days => onDraft({ ...draft, days })} />
    </StepForm>
  );
}

/** Cue, size and success condition. A cue that doesn't change is not asked for again. */
export function CommitFields<T extends Omit<CommitDraft, 'days'>>({
  draft,
  keepCue,
  onDraft,
}: {
  draft: T;
  keepCue?: boolean;
  onDraft(draft: T): void;
}) {
  return (
    <>
      {keepCue ? (
        <div className="field">
          <p className="legend">{i18n.t('note.commit.cueKept')}</p>
          <p dir="auto">{draft.cue}</p>
        </div>
      ) : (
        <TextField
          label={i18n.t('note.commit.cue')}
          value={draft.cue}
          maxLength={MAX_TEXT}
          onChange={cue => onDraft({ ...draft, cue })}
        />
      )}
      <TextField
        label={i18n.t('note.commit.size')}
        value={draft.size}
        maxLength={MAX_TEXT}
        onChange={size => onDraft({ ...draft, size })}
      />
      <TextField
        label={i18n.t('note.commit.condition')}
        value={draft.successCondition}
        maxLength={MAX_TEXT}
        onChange={successCondition => onDraft({ ...draft, successCondition })}
      />
    </>
  );
}

/** Tomorrow, in three days, within the week, or on the agreed day; never open-ended. */
export function DueDay({ days, now, onChange }: { days: number; now: number; onChange(days: number): void }) {
  const offered = [...new Set([1, 3, LONGEST_DAYS, days])].sort((a, b) => a - b);
  return (
    <Choices<string>
      legend={i18n.t('note.commit.due')}
      value={String(days)}
      options={offered.map(each => ({ value: String(each), label: dayLabel(endOfDay(now, each), now) }))}
      onChange={value => onChange(Number(value))}
    />
  );
}

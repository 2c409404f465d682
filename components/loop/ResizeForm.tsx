import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { MOVES, type ResizeProblem, resize } from '#lib/coaching/behaviours/misses.ts';
import { endOfDay } from '#lib/coaching/loop/suggest-commitment.ts';
import type { MissReason } from '#lib/records/kinds/commitment.ts';
import type { Body, Commitment } from '#lib/records/types.ts';
import { type CommitDraft, CommitFields, DueDay } from './CommitForm.tsx';
import { StepForm } from './StepForm.tsx';

export interface ResizeDraft extends CommitDraft {
  reason?: MissReason | undefined;
  /** What would make it 20% easier. */
  easier: string;
}

/** Starts from the last commitment, due soon. The person says what changes. */
export function resizeDraft({ cue, size, successCondition }: CommitDraft | Body<'commitment'>): ResizeDraft {
  return { cue, size, successCondition, days: 3, easier: '' };
}

interface Props {
  commitment: Commitment;
  draft: ResizeDraft;
  now: number;
  /** There was no opportunity to do it, so nothing has to change. */
  sameAgain: boolean;
  onDraft(draft: ResizeDraft): void;
  onCommit(body: Body<'commitment'>): Promise<void>;
  onCancel?(): void;
}

/** Another rep. It asks first what got in the way, then for one change: the size, the cue, or the surroundings. */
export function ResizeForm({ commitment, draft, now, sameAgain, onDraft, onCommit, onCancel }: Props) {
  const reason = draft.reason ?? (sameAgain ? 'schedule' : undefined);
  const adjustment = reason && MOVES[reason].adjustment;

  async function send(): Promise<string | undefined> {
    if (!reason || !adjustment) return i18n.t('note.resize.needReason');
    const made = resize(commitment, {
      adjustment,
      missReason: reason,
      cue: draft.cue.trim(),
      size: draft.size.trim(),
      successCondition: draft.successCondition.trim(),
      dueAt: endOfDay(now, draft.days),
    });
    if (!made.ok) return problemWords(made.code);
    const easier = draft.easier.trim();
    await onCommit({ ...made.body, ...(easier === '' ? {} : { easier }) });
  }

  return (
    <StepForm
      name={i18n.t('note.resize.title')}
      submit={i18n.t('note.resize.send')}
      onSubmit={send}
      others={
        onCancel && (
          <button type="button" className="button quiet" onClick={onCancel}>
            {i18n.t('note.resize.cancel')}
          </button>
        )
      }
    >
      <Choices<MissReason>
        legend={i18n.t('note.resize.reason')}
        value={reason}
        options={[
          { value: 'process', label: i18n.t('note.resize.process') },
          { value: 'cue', label: i18n.t('note.resize.cue') },
          { value: 'schedule', label: i18n.t('note.resize.schedule') },
        ]}
        onChange={value => onDraft({ ...draft, cue: commitment.body.cue, reason: value })}
      />
      {reason && <p className="hint">{moveWords(reason)}</p>}
      <TextField
        label={i18n.t('note.resize.easier')}
        value={draft.easier}
        maxLength={500}
        onChange={easier => onDraft({ ...draft, easier })}
      />
      <CommitFields draft={draft} keepCue={adjustment !== 'cue'} onDraft={onDraft} />
      <DueDay days={draft.days} now={now} onChange={days => onDraft({ ...draft, days })} />
    </StepForm>
  );
}

function moveWords(reason: MissReason): string {
  return {
    process: i18n.t('note.resize.moveSmaller'),
    cue: i18n.t('note.resize.moveCue'),
    schedule: i18n.t('note.resize.moveEnvironment'),
  }[reason];
}

function problemWords(code: ResizeProblem): string {
  return {
    'cue-changed': i18n.t('note.resize.cueChanged'),
    'cue-unchanged': i18n.t('note.resize.cueUnchanged'),
    'not-smaller': i18n.t('note.resize.notSmaller'),
    larger: i18n.t('note.resize.larger'),
  }[code];
}

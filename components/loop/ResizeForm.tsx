import { reasonLabel } from '#components/today/reason-label.ts';
import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { type ResizeProblem, resize, SUGGESTED, sizeChange } from '#lib/coaching/behaviours/misses.ts';
import { endOfDay } from '#lib/coaching/loop/suggest-commitment.ts';
import { type Adjustment, adjustments, type MissReason, missReasons } from '#lib/records/kinds/commitment.ts';
import type { Body, Commitment } from '#lib/records/types.ts';
import { type CommitDraft, CommitFields, DueDay } from './CommitForm.tsx';
import { adjustmentLabel } from './labels.ts';
import { StepForm } from './StepForm.tsx';

export interface ResizeDraft extends CommitDraft {
  reason?: MissReason | undefined;
  /** What the person chose to change; until then, what the reason suggests. */
  changes?: readonly Adjustment[] | undefined;
  /** They said that it is less, where the words do not say so. */
  isLess?: boolean | undefined;
  /** What would make it 20% easier. */
  easier: string;
}

/** Starts from the last commitment, due soon. The person says what changes. */
export function resizeDraft(
  { cue, size, successCondition }: CommitDraft | Body<'commitment'>,
  easier = '',
): ResizeDraft {
  return { cue, size, successCondition, days: 3, easier };
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

/**
 * Another rep. It asks first what got in the way, and what would make it easier. The reason suggests a change; the person
 * chooses which, one or several.
 */
export function ResizeForm({ commitment, draft, now, sameAgain, onDraft, onCommit, onCancel }: Props) {
  const reason = draft.reason ?? (sameAgain ? 'schedule' : undefined);
  const changes = draft.changes ?? (reason ? [SUGGESTED[reason]] : []);
  const mustSay = sizeChange(commitment.body, { size: draft.size.trim() }) === 'unknown';

  function choose(next: readonly Adjustment[]): void {
    // What they said was about less, or about no more: now it is the other question.
    const isLess = next.includes('smaller') === changes.includes('smaller') ? draft.isLess : undefined;
    const cue = next.includes('cue') ? draft.cue : commitment.body.cue;
    onDraft({ ...draft, changes: next, cue, isLess });
  }

  async function send(): Promise<string | undefined> {
    if (!reason) return i18n.t('note.resize.needReason');
    const made = resize(commitment, {
      adjustments: changes,
      missReason: reason,
      cue: draft.cue.trim(),
      size: draft.size.trim(),
      successCondition: draft.successCondition.trim(),
      dueAt: endOfDay(now, draft.days),
      isLess: draft.isLess ?? false,
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
        options={missReasons.map(value => ({ value, label: reasonLabel(value) }))}
        onChange={value => onDraft({ ...draft, cue: commitment.body.cue, reason: value, changes: undefined })}
      />
      {reason && <p className="hint">{moveWords(reason)}</p>}
      <TextField
        label={i18n.t('note.resize.easier')}
        value={draft.easier}
        maxLength={500}
        onChange={easier => onDraft({ ...draft, easier })}
      />
      {reason && <Changes chosen={changes} onChange={choose} />}
      <CommitFields draft={draft} keepCue={!changes.includes('cue')} onDraft={onDraft} />
      {mustSay && (
        <label className="row">
          <input
            type="checkbox"
            checked={draft.isLess ?? false}
            onChange={event => onDraft({ ...draft, isLess: event.target.checked })}
          />
          {changes.includes('smaller') ? i18n.t('note.resize.isLess') : i18n.t('note.resize.isNoMore')}
        </label>
      )}
      <DueDay days={draft.days} now={now} onChange={days => onDraft({ ...draft, days })} />
    </StepForm>
  );
}

/** What changes: one thing or several, as the person chooses. */
function Changes({
  chosen,
  onChange,
}: {
  chosen: readonly Adjustment[];
  onChange(chosen: readonly Adjustment[]): void;
}) {
  return (
    <fieldset className="field">
      <legend className="legend">{i18n.t('note.resize.changes')}</legend>
      {adjustments.map(each => (
        <label key={each} className="row">
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={event =>
              onChange(
                adjustments.filter(other => (other === each ? event.target.checked : chosen.includes(other))),
              )
            }
          />
          {adjustmentLabel(each)}
        </label>
      ))}
    </fieldset>
  );
}

function moveWords(reason: MissReason): string {
  return {
    process: i18n.t('note.resize.moveSmaller'),
    cue: i18n.t('note.resize.moveCue'),
    schedule: i18n.t('note.resize.moveEnvironment'),
    demoralised: i18n.t('note.resize.moveAtAll'),
  }[reason];
}

function problemWords(code: ResizeProblem): string {
  return {
    'nothing-changed': i18n.t('note.resize.needChange'),
    'cue-changed': i18n.t('note.resize.cueChanged'),
    'cue-unchanged': i18n.t('note.resize.cueUnchanged'),
    'not-smaller': i18n.t('note.resize.notSmaller'),
    'is-it-less': i18n.t('note.resize.needLess'),
    'is-it-more': i18n.t('note.resize.needNoMore'),
    larger: i18n.t('note.resize.larger'),
  }[code];
}

import { CopyButton } from '#components/ui/CopyButton.tsx';
import { i18n } from '#i18n';
import { ask } from '#lib/messages/ask.ts';
import { MAX_NOTE_TEXT } from '#lib/records/kinds/note.ts';
import { partLabel } from './fields/part-label.ts';
import { draftAsText } from './state/draft-content.ts';
import type { ComposerMessage } from './state/messages.ts';
import type { ComposerState } from './state/store.ts';

const GOOD: readonly ComposerMessage['kind'][] = ['sent', 'undone', 'template-kept'];

/** After these, the author may want to take the text elsewhere. */
const RESCUED: readonly ComposerMessage['kind'][] = ['refused', 'gone', 'may-not-write', 'unsaved-first'];

interface Props {
  state: ComposerState;
  onEdit?(noteId: string): void;
  onUndo?(): void;
}

/** The result of the person's last action. A live region, so it is read aloud too. */
export function Message({ state, onEdit, onUndo }: Props) {
  const { message, draft } = state;
  const mayCopy = message !== undefined && RESCUED.includes(message.kind);
  const tone = message !== undefined && GOOD.includes(message.kind) ? 'banner good' : 'banner warn';
  return (
    <div aria-live="polite" data-testid="message">
      {message && message.kind !== 'ask' && (
        <div className={tone}>
          <p>{messageLabel(message, state.context?.solo ?? true)}</p>
          {message.kind === 'sent' && message.noteId !== undefined && onEdit && (
            <button type="button" className="button quiet" onClick={() => onEdit(message.noteId ?? '')}>
              {i18n.t('composer.edit.change')}
            </button>
          )}
          {message.kind === 'sent' && message.undo && onUndo && (
            <button type="button" className="button quiet" onClick={onUndo}>
              {i18n.t('composer.undo.button')}
            </button>
          )}
          {message.kind === 'out-of-sight' && (
            <button
              type="button"
              className="button quiet"
              onClick={() => void ask('panel.open-sidebar', null)}
            >
              {i18n.t('composer.openSidebar')}
            </button>
          )}
          {mayCopy && draft && <CopyButton label={i18n.t('composer.copy')} text={() => draftAsText(draft)} />}
        </div>
      )}
    </div>
  );
}

/** What the language check asks stands at its field. */
export function messageLabel(message: Exclude<ComposerMessage, { kind: 'ask' }>, solo: boolean): string {
  switch (message.kind) {
    case 'sent': {
      const sent = sentLabel(message, solo);
      return message.second ? `${sent} ${i18n.t('composer.drafts.second')}` : sent;
    }
    case 'undone':
      return i18n.t('composer.undo.done');
    case 'answered-already':
      return i18n.t('note.takeBack.answered');
    case 'gone-on':
      return i18n.t('composer.drafts.goneOn');
    case 'apart':
      return i18n.t('composer.drafts.apart');
    case 'draft-gone':
      return i18n.t('composer.drafts.gone');
    case 'changed-elsewhere':
      return i18n.t('composer.edit.changedElsewhere');
    case 'out-of-sight':
      return i18n.t('composer.outOfSight');
    case 'whom-anew':
      return i18n.t('composer.whom.anew');
    case 'may-not-write':
      return i18n.t('composer.whom.noLonger');
    case 'unsaved-first':
      return i18n.t('composer.drafts.unkeptFirst');
    case 'gone':
      return i18n.t('composer.gone');
    case 'no-place':
      return {
        words: i18n.t('composer.noWords'),
        field: i18n.t('composer.noField'),
        moment: i18n.t('composer.noMoment'),
        region: i18n.t('places.noRegion'),
        ad: i18n.t('places.adPlays'),
        unclear: i18n.t('places.whichClip'),
        whole: i18n.t('composer.nothingHere'),
      }[message.what];
    case 'incomplete':
      return {
        nothing: i18n.t('composer.incomplete'),
        subject: i18n.t('composer.needs.subject'),
        audience: i18n.t('composer.needs.audience'),
        observation: i18n.t('composer.needs.observation'),
        impact: i18n.t('composer.needs.impact'),
        nextAction: i18n.t('composer.needs.nextAction'),
        question: i18n.t('composer.needs.question'),
        behaviourId: i18n.t('composer.needs.behaviour'),
        checkInAt: i18n.t('composer.needs.checkIn'),
        affirmation: i18n.t('composer.needs.shorter'),
        'one-sentence': i18n.t('composer.needs.oneSentence'),
        shorter: i18n.t('composer.needs.shorter'),
      }[message.problem];
    case 'reword':
      return i18n.t('composer.language.stopped', [partLabel(message.part)]);
    case 'blank':
      return i18n.t('composer.needs.blank', [partLabel(message.part)]);
    case 'template-kept':
      return i18n.t('composer.phrases.kept');
    case 'ruling-first':
      return i18n.t('composer.again.first');
    case 'enough-today':
      return i18n.t('composer.enoughToday', [message.name, String(message.limit)]);
    case 'refused':
      switch (message.reason) {
        case 'storage-full':
          return i18n.t('composer.storageFull');
        case 'store-closed':
          return i18n.t('broken.store');
        case 'too-long':
          return i18n.t('composer.tooLong', [String(MAX_NOTE_TEXT)]);
        default:
          return i18n.t('composer.notSent', [message.text]);
      }
  }
}

function sentLabel({ to, onlyInToday }: Extract<ComposerMessage, { kind: 'sent' }>, solo: boolean): string {
  if (to) return onlyInToday ? i18n.t('composer.sentToToday', [to]) : i18n.t('composer.sentTo', [to]);
  return solo ? i18n.t('composer.savedHere') : i18n.t('composer.keptForMe');
}

import { useId } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { MAX_INSTANCES } from '#lib/actions/notes/build.ts';
import { momentOf } from '#lib/coaching/notes/moment.ts';
import type { Ahead, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { HOUR } from '#lib/time.ts';
import { hasText } from '../state/draft-content.ts';
import type { Composer } from '../state/store.ts';

interface Props {
  composer: Composer;
  artifact: Artifact | null;
  draft: ComposerDraft;
  /** How old a moment may be, in ms, until the note is late. */
  lateAfter: number;
  ahead: Ahead | undefined;
  toSelf: boolean;
}

/**
 * Details that most notes don't need: when it happened, seen live, a habit rather than one occasion, too big for a
 * note.
 */
export function Circumstances({ composer, artifact, draft, lateAfter, ahead, toSelf }: Props) {
  const id = useId();
  // A note refers to the newest ones only.
  const earlier = (ahead?.earlier ?? []).slice(-MAX_INSTANCES);
  const now = Date.now();
  const { momentAt, momentFrom, purpose } = draft.live ? {} : momentOf(draft, artifact ?? {}, now);
  const late = momentAt !== undefined && now - momentAt > lateAfter;
  const isHabit = draft.instances !== undefined;
  return (
    <details open={draft.live || isHabit || draft.momentAt !== undefined || undefined}>
      <summary>{i18n.t('composer.more.title')}</summary>
      <div className="stack">
        <div className="field">
          <div className="row wrap">
            <label htmlFor={id} className="legend">
              {i18n.t('composer.more.when')}
            </label>
            <input
              id={id}
              type="datetime-local"
              className="input when"
              max={localTime(Date.now())}
              value={momentAt === undefined ? '' : localTime(momentAt)}
              aria-describedby={`${id}-late`}
              onChange={event => {
                const at = new Date(event.target.value).getTime();
                composer.change({ momentAt: Number.isNaN(at) ? undefined : Math.min(at, Date.now()) });
              }}
            />
          </div>
          <p id={`${id}-late`} className="hint" aria-live="polite">
            {momentFrom === 'page' && i18n.t('composer.more.fromPage')}
            {momentFrom === 'lastChange' && i18n.t('composer.more.lastChange')}
            {purpose === 'study' && ` ${i18n.t('composer.more.study')}`}
            {late &&
              momentFrom !== 'lastChange' &&
              !purpose &&
              ` ${i18n.t('composer.more.late', lateAfter / HOUR)}`}
          </p>
        </div>
        <label className="row">
          <input
            type="checkbox"
            checked={draft.live === true}
            onChange={event => composer.change({ live: event.target.checked || undefined })}
          />
          {i18n.t('composer.more.live')}
        </label>
        {draft.kind === 'correction' && earlier.length >= 2 && (
          <label className="row">
            <input
              type="checkbox"
              checked={isHabit}
              onChange={event =>
                composer.change({
                  instances: event.target.checked ? earlier.map(each => each.id) : undefined,
                })
              }
            />
            {i18n.t('composer.more.habit', [String(earlier.length)])}
          </label>
        )}
        <div>
          <button
            type="button"
            className="button quiet"
            disabled={!hasText(draft)}
            onClick={() => void composer.saveTemplate()}
          >
            {i18n.t('composer.phrases.keep')}
          </button>
        </div>
        <div>
          <a href={browser.runtime.getURL('/options.html#behaviours')} target="_blank" rel="noreferrer">
            {i18n.t('composer.changeList')}
          </a>
        </div>
        {!toSelf && draft.route !== 'conversation' && (
          <p className="hint">
            {i18n.t('composer.more.bigger')}{' '}
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                composer.change({
                  kind: 'question',
                  route: 'conversation',
                  nextAction: draft.nextAction || i18n.t('composer.more.talk'),
                })
              }
            >
              {i18n.t('composer.more.askTalk')}
            </button>
          </p>
        )}
      </div>
    </details>
  );
}

/** In the format of `datetime-local`: local time to the minute. */
function localTime(at: number): string {
  const date = new Date(at);
  date.setMinutes(date.getMinutes() - date.getTimezoneOffset());
  return date.toISOString().slice(0, 16);
}

import { useState } from 'react';
import { copyText } from '#components/ui/copy-text.ts';
import { i18n } from '#i18n';
import { ask, RefusedError } from '#lib/messages/ask.ts';

/** Copies a link to a note's place to the clipboard. It identifies the note and reveals nothing of what it says. */
export function CopyLink({ noteId }: { noteId: string }) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    try {
      const { url } = await ask('note.link', { noteId });
      setSaid((await copyText(url)) ? i18n.t('places.linkCopied') : url);
    } catch (error) {
      if (!(error instanceof RefusedError)) console.warn('[sideline] the link was not copied:', error);
      setSaid(i18n.t('places.noLink'));
    }
  }

  const label = i18n.t('places.copyLink');
  return (
    <>
      <button
        type="button"
        className="button icon"
        aria-label={label}
        title={label}
        onClick={() => void copy()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
          <path
            d="M6.5 9.5l3-3M7 4.5l1.8-1.8a2.6 2.6 0 0 1 3.7 3.7L10.7 8.2M9 11.5l-1.8 1.8a2.6 2.6 0 0 1-3.7-3.7L5.3 7.8"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
      </button>
      <span role="status" className="hint">
        {said}
      </span>
    </>
  );
}

import { type KeyboardEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { ReplyOutcome } from '#lib/records/reply.ts';
import { Problem, useSaving } from './saving.tsx';

const MAX_SENTENCE = 1000;

/** The author's reply to a "discuss" or "dispute": one sentence, and what becomes of the note. */
export function ReplyForm({ onReply }: { onReply(outcome: ReplyOutcome, sentence: string): Promise<void> }) {
  const id = useId();
  const [sentence, setSentence] = useState('');
  const { problem, saving, save, setProblem } = useSaving();

  function reply(outcome: ReplyOutcome): void {
    // Taking it back needs no reason; everything else is an answer to what the other one said.
    if (outcome !== 'withdrawn' && sentence.trim() === '') {
      setProblem(i18n.t('coach.replyNeedsSentence'));
      document.getElementById(id)?.focus();
      return;
    }
    void save(() => onReply(outcome, sentence.trim()));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) reply('stands');
  }

  return (
    <div className="stack tight">
      <div className="field">
        <label htmlFor={id}>{i18n.t('coach.reply')}</label>
        <input
          id={id}
          className="input"
          dir="auto"
          value={sentence}
          maxLength={MAX_SENTENCE}
          placeholder={i18n.t('coach.replyPlaceholder')}
          onChange={event => setSentence(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Problem text={problem} />
      <div className="row wrap">
        <button type="button" className="button" disabled={saving} onClick={() => reply('stands')}>
          {i18n.t('coach.stands')}
        </button>
        <button type="button" className="button" disabled={saving} onClick={() => reply('changed')}>
          {i18n.t('coach.changed')}
        </button>
        <button type="button" className="button" disabled={saving} onClick={() => reply('withdrawn')}>
          {i18n.t('coach.withdrawn')}
        </button>
      </div>
    </div>
  );
}

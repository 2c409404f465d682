import { useRef } from 'react';
import { Problem } from '#components/ui/Problem.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { type ReplyOutcome, replyOutcomes } from '#lib/records/kinds/reply.ts';
import { outcomeLabel } from './labels.ts';

const MAX_SENTENCE = 1000;

interface Props {
  sentence: string;
  onSentence(sentence: string): void;
  onReply(outcome: ReplyOutcome, sentence: string): Promise<void>;
}

/** The author's reply to a "discuss" or "dispute": one sentence, and what happens to the note. */
export function ReplyForm({ sentence, onSentence, onReply }: Props) {
  const form = useRef<HTMLFieldSetElement>(null);
  const { problem, saving, save, setProblem } = useSaving();

  function reply(outcome: ReplyOutcome): void {
    // Taking the note back needs no reason; every other reply answers what the coachee said.
    if (outcome !== 'withdrawn' && sentence.trim() === '') {
      setProblem(i18n.t('coach.replyNeedsSentence'));
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    void save(() => onReply(outcome, sentence.trim()));
  }

  return (
    <fieldset className="step" ref={form}>
      <legend className="visually-hidden">{i18n.t('coach.reply')}</legend>
      <TextField
        label={i18n.t('coach.reply')}
        value={sentence}
        maxLength={MAX_SENTENCE}
        placeholder={i18n.t('coach.replyPlaceholder')}
        onChange={onSentence}
      />
      <Problem text={problem} />
      <div className="row wrap">
        {replyOutcomes.map(outcome => (
          <button
            key={outcome}
            type="button"
            className="button"
            disabled={saving}
            onClick={() => reply(outcome)}
          >
            {outcomeLabel(outcome)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

import { useState } from 'react';
import { Choices } from '#components/ui/Choices.tsx';
import { notSaved } from '#components/ui/not-saved.ts';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { answersAsText, MAX_QUESTIONS } from '#lib/coaching/notes/question-set.ts';
import type { Answer } from '#lib/records/kinds/acknowledgement.ts';
import type { NoteKind } from '#lib/records/kinds/note.ts';
import type { Body } from '#lib/records/types.ts';
import { StepForm } from './StepForm.tsx';

const MAX_SENTENCE = 1000;

export interface AnswerDraft {
  answer?: Answer | undefined;
  text: string;
  /** To a set of questions: one text each. */
  answers?: readonly string[] | undefined;
}

export const NO_ANSWER: AnswerDraft = { text: '' };

interface Props {
  /** What is being answered: a note of some kind, or a behaviour proposed for the reader. */
  kind: NoteKind | 'behaviour';
  /** The questions of a set, if there are several. */
  questions?: readonly string[];
  draft: AnswerDraft;
  onDraft(draft: AnswerDraft): void;
  onAnswer(body: Body<'acknowledgement'>): Promise<void>;
}

/**
 * The coachee's answer. To a correction: one of three, with the action repeated back or one sentence. To a
 * recognition: a word. To a question: the answer. They can ask for a conversation instead.
 */
export function AnswerForm({ kind, questions = [], draft, onDraft, onAnswer }: Props) {
  const answer = kind === 'correction' ? draft.answer : 'accept';
  const isSet = questions.length > 1;
  const answers = questions.map((_, i) => draft.answers?.[i]?.trim() ?? '');
  const given = answers.filter(each => each !== '').length;
  const setText = given > 0 ? answersAsText(answers) : '';
  const text = isSet ? setText : draft.text.trim();
  const [missing, setMissing] = useState<string | undefined>();

  async function send(): Promise<string | undefined> {
    if (!answer) return i18n.t('note.chooseAnswer');
    if (answer !== 'accept' && text === '') return i18n.t('note.needSentence');
    if (kind === 'question' && (text === '' || given < answers.length)) return i18n.t('note.needAnswer');
    const saidBack = kind === 'correction' && answer === 'accept' && text !== '';
    await onAnswer({ answer, sentence: saidBack ? '' : text, ...(saidBack ? { repeatBack: text } : {}) });
  }

  /** Asking to change a proposal needs words; asking for a conversation doesn't. */
  async function askOtherwise(): Promise<void> {
    if (kind === 'behaviour' && text === '') {
      setMissing(i18n.t('today.proposal.needChange'));
      return;
    }
    const talk = kind === 'behaviour' ? {} : { conversation: true };
    try {
      await onAnswer({ answer: 'discuss', sentence: text, ...talk });
    } catch (error) {
      setMissing(notSaved(error));
    }
  }

  return (
    <StepForm
      name={i18n.t('note.yourAnswer')}
      submit={submitWords(kind)}
      onSubmit={send}
      others={
        <button type="button" className="button quiet" onClick={() => void askOtherwise()}>
          {kind === 'behaviour' ? i18n.t('today.proposal.askChange') : i18n.t('note.askToTalk')}
        </button>
      }
    >
      {kind === 'correction' && (
        <Choices<Answer>
          legend={i18n.t('note.yourAnswer')}
          value={answer}
          options={[
            { value: 'accept', label: i18n.t('note.accept') },
            { value: 'discuss', label: i18n.t('note.discuss') },
            { value: 'dispute', label: i18n.t('note.dispute') },
          ]}
          onChange={value => onDraft({ ...draft, answer: value })}
        />
      )}
      {isSet ? (
        <SetFields
          questions={questions}
          answers={questions.map((_, i) => draft.answers?.[i] ?? '')}
          onChange={changed => onDraft({ ...draft, answers: changed })}
        />
      ) : (
        <TextField
          label={labelOf(kind, answer)}
          value={draft.text}
          maxLength={MAX_SENTENCE}
          onChange={value => onDraft({ ...draft, text: value })}
        />
      )}
      <div aria-live="polite">{missing && <p className="banner warn">{missing}</p>}</div>
    </StepForm>
  );
}

/** One question after the other: the next one comes when this one has an answer. */
function SetFields({
  questions,
  answers,
  onChange,
}: {
  questions: readonly string[];
  answers: readonly string[];
  onChange(answers: readonly string[]): void;
}) {
  const open = answers.findIndex(answer => answer.trim() === '');
  const shown = open < 0 ? questions : questions.slice(0, open + 1);
  return shown.map((question, i) => (
    <TextField
      key={question}
      label={<bdi>{question}</bdi>}
      value={answers[i] ?? ''}
      maxLength={MAX_SENTENCE / (MAX_QUESTIONS + 1)}
      onChange={value => onChange(answers.map((each, at) => (at === i ? value : each)))}
    />
  ));
}

function submitWords(kind: Props['kind']): string {
  if (kind === 'behaviour') return i18n.t('today.proposal.agree');
  return kind === 'recognition' ? i18n.t('note.thanks') : i18n.t('note.sendAnswer');
}

function labelOf(kind: Props['kind'], answer: Answer | undefined): string {
  if (kind === 'behaviour') return i18n.t('today.proposal.words');
  if (kind === 'question') return i18n.t('note.yourAnswer');
  if (kind === 'recognition') return i18n.t('note.wordBack');
  return answer === 'accept' ? i18n.t('note.sayItBack') : i18n.t('note.sentence');
}

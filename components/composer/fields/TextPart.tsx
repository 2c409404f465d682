import { type KeyboardEvent, type Ref, useEffect, useId, useRef } from 'react';
import { isComposing } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import type { NoteText as Part } from '#lib/records/kinds/note.ts';
import { LanguageLine } from './LanguageLine.tsx';
import { usePhraseList } from './PhraseList.tsx';
import type { PhraseChoice } from './phrase-choices.ts';
import { useBlanks } from './use-blanks.ts';
import type { Remark } from './use-check.ts';

interface Props {
  part: Part;
  label: string;
  hint?: string;
  value: string;
  remark: Remark | undefined;
  /** What `/` offers here. */
  choices: readonly PhraseChoice[];
  onPick(choice: PhraseChoice): void;
  inputRef?: Ref<HTMLTextAreaElement>;
  /** The field appeared because its author asked for it. */
  takesFocus?: boolean;
  onChange(value: string): void;
  /** The field lost the focus. */
  onLeave(): void;
  /** Sending stopped at a blank in this field; another object for each time. */
  blankAsked: object | undefined;
  /** The note waits for its author to say whether this part goes as it is. */
  waits: boolean;
  /** The note goes to nobody but its author. */
  isKept: boolean;
  onSendAsIs(): void;
}

/** One part of the note: its field, and what the language check says about it. */
export function TextPart(props: Props) {
  const { part, label, hint, value, remark, inputRef, takesFocus, onChange, onLeave } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const blanks = useBlanks(field, value, props.choices, props.blankAsked);
  const phrases = usePhraseList(value, props.choices, choice => {
    blanks.onPick();
    props.onPick(choice);
  });

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  function use(): void {
    if (!field.current || !remark?.suggestion) return;
    replaceText(field.current, remark.suggestion.replace, remark.suggestion.text);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (isComposing(event)) return;
    phrases.onKeyDown(event);
    blanks.onKeyDown(event);
    if (event.key !== 'Enter' || !event.altKey || !remark?.suggestion) return;
    event.preventDefault();
    use();
  }

  return (
    <div className="field">
      <div className="row wrap" style={{ gap: '0 8px' }}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={`${id}-hint`} className="hint">
            {hint}
          </span>
        )}
      </div>
      <textarea
        id={id}
        ref={element => {
          field.current = element;
          if (typeof inputRef === 'function') inputRef(element);
          else if (inputRef) inputRef.current = element;
        }}
        className="input"
        data-part={part}
        dir="auto"
        rows={2}
        placeholder={i18n.t('composer.phrases.hint')}
        {...phrases.fieldProps}
        value={value}
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-language`}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      {phrases.list}
      <LanguageLine
        id={`${id}-language`}
        part={part}
        label={label}
        remark={remark}
        waits={props.waits}
        isKept={props.isKept}
        onUse={use}
        onSendAsIs={props.onSendAsIs}
      />
    </div>
  );
}

/** Replaces text as if it were typed, so that the browser's own undo restores it. */
export function replaceText(field: HTMLTextAreaElement, [start, end]: [number, number], text: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  document.execCommand('insertText', false, text);
}

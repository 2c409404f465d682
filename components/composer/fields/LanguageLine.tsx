import { useEffect, useRef } from 'react';
import { ruleHint } from '#components/composer/fields/rule-hint.ts';
import { i18n } from '#i18n';
import type { NoteText } from '#lib/records/kinds/note.ts';
import type { Remark } from './use-check.ts';

/** A flagged stretch longer than this many characters is not quoted: its author can see it in the field. */
const LONGEST_QUOTE = 60;

interface Props {
  id: string;
  part: NoteText;
  label: string;
  remark: Remark | undefined;
  /** The note waits for its author to say whether this part goes as it is. */
  waits: boolean;
  /** The note goes to nobody but its author. */
  isKept: boolean;
  onUse(): void;
  onSendAsIs(): void;
}

/**
 * What the language check says about one part, below its field: the field's name, the flagged words, what to do, one
 * better example. The live region is always present, so that a screen reader announces new text, and comes into view
 * when there is some: the button to send may lie over the end of the form.
 */
export function LanguageLine({ id, part, label, remark, waits, isKept, onUse, onSendAsIs }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const asIs = useRef<HTMLButtonElement>(null);
  const shown = remark ? `${remark.rule} ${remark.flagged}` : '';
  useEffect(() => {
    if (shown !== '') line.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  useEffect(() => {
    // Whoever is in a text field may be typing: a space would press the button. Sending once more does the same there.
    const isWriting = document.activeElement instanceof HTMLTextAreaElement;
    if (waits && shown !== '' && !isWriting) asIs.current?.focus();
  }, [waits, shown]);

  const quote = remark && remark.flagged.length <= LONGEST_QUOTE ? remark.flagged : '';
  const example = remark && (remark.suggestion?.text ?? exampleFor(part));
  return (
    <div ref={line} id={id} aria-live="polite" className="language-line" data-effect={remark?.effect}>
      {remark && (
        <>
          <p>
            <span className="part">{i18n.t('composer.language.at', [label])}</span>{' '}
            {quote && (
              <>
                <mark dir="auto">{quote}</mark>{' '}
              </>
            )}
            {ruleHint(remark.rule)}{' '}
            {remark.effect === 'noted' && (
              <span className="hint">{i18n.t('composer.language.goesAnyway')}</span>
            )}
          </p>
          <p className="example">
            {example && <span dir="auto">{i18n.t('composer.language.example', [example])}</span>}
            {remark.suggestion && (
              <button
                type="button"
                className="button quiet"
                aria-keyshortcuts="Alt+Enter"
                title="Alt+Enter"
                onClick={onUse}
              >
                {i18n.t('composer.language.use')}
              </button>
            )}
            {remark.effect === 'asks' && (
              <button
                ref={asIs}
                type="button"
                className="button quiet"
                aria-keyshortcuts="Control+Enter"
                title={i18n.t('composer.language.asIsKey')}
                onClick={onSendAsIs}
              >
                {isKept ? i18n.t('composer.language.asIsKeep') : i18n.t('composer.language.asIs')}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function exampleFor(part: NoteText): string {
  return part === 'nextAction'
    ? i18n.t('composer.language.exampleAction')
    : i18n.t('composer.language.exampleSeen');
}

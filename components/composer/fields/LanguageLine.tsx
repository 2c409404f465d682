import { ruleHint } from '#components/composer/fields/rule-hint.ts';
import { i18n } from '#i18n';
import type {} from '#lib/messages/contract.ts';
import type { NoteText } from '#lib/records/kinds/note.ts';
import type { Remark } from './use-check.ts';

/** A flagged stretch longer than this many characters is not quoted: its author can see it in the field. */
const LONGEST_QUOTE = 60;

interface Props {
  id: string;
  part: NoteText;
  remark: Remark | undefined;
  onUse(): void;
}

/**
 * What the language check says about one part, below its field: the flagged words, what to do, one better example. The
 * live region is always present, so that a screen reader announces new text.
 */
export function LanguageLine({ id, part, remark, onUse }: Props) {
  const quote = remark && remark.flagged.length <= LONGEST_QUOTE ? remark.flagged : '';
  const example = remark && (remark.suggestion?.text ?? exampleFor(part));
  return (
    <div id={id} aria-live="polite" className="language-line" data-effect={remark?.effect}>
      {remark && (
        <>
          <p>
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
          {example && (
            <p className="example">
              <span dir="auto">{i18n.t('composer.language.example', [example])}</span>
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
            </p>
          )}
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

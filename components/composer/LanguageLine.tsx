import { i18n } from '#i18n';
import type { Rule } from '#lib/coaching/language.ts';
import type { TextPart } from '#lib/messages/contract.ts';
import type { Remark } from './use-check.ts';

/** A flagged stretch longer than this says nothing that its author does not see anyway, in characters. */
const LONGEST_QUOTE = 60;

interface Props {
  id: string;
  part: TextPart;
  remark: Remark | undefined;
  onUse(): void;
}

/**
 * What the language check has to say of one part, under its field: the words, what to do about them, one better
 * example. A live region that is always there, so that a screen reader hears what comes.
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
            {hintFor(remark.rule)}{' '}
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

function exampleFor(part: TextPart): string {
  return part === 'nextAction'
    ? i18n.t('composer.language.exampleAction')
    : i18n.t('composer.language.exampleSeen');
}

function hintFor(rule: Rule): string {
  return {
    outcome: i18n.t('composer.language.outcome'),
    personal: i18n.t('composer.language.personal'),
    accusation: i18n.t('composer.language.accusation'),
    absolute: i18n.t('composer.language.absolute'),
    discipline: i18n.t('composer.language.discipline'),
    'state-verb': i18n.t('composer.language.stateVerb'),
    'no-verb': i18n.t('composer.language.noVerb'),
    quality: i18n.t('composer.language.quality'),
    degree: i18n.t('composer.language.degree'),
    frequency: i18n.t('composer.language.frequency'),
    anchor: i18n.t('composer.language.anchor'),
    'one-ask': i18n.t('composer.language.oneAsk'),
    hedge: i18n.t('composer.language.hedge'),
  }[rule];
}

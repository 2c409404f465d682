import { i18n } from '#i18n';
import type { InsightFailure } from '#lib/messages/contract.ts';

/** While the server has not answered, or why it does not. The element is always there, so that it is read out. */
export function NoAnswer({ failure, again }: { failure: InsightFailure | undefined; again(): void }) {
  return (
    <div role="status" className="stack tight">
      <p className="hint">{wordsOf(failure)}</p>
      {failure && (
        <div>
          <button type="button" className="button" onClick={again}>
            {i18n.t('insight.again')}
          </button>
        </div>
      )}
    </div>
  );
}

function wordsOf(failure: InsightFailure | undefined): string {
  if (!failure) return i18n.t('insight.asking');
  return failure.reason === 'not-yours' ? i18n.t('insight.notYours') : i18n.t('insight.offline');
}

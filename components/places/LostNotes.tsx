import type { ReactNode } from 'react';
import { i18n } from '#i18n';

/** The tray of notes whose place is not on the page now. They keep their quote, and none of their content is lost. */
export function LostNotes({ count, children }: { count: number; children: ReactNode }) {
  return (
    <details className="lost stack" open>
      <summary>
        <h2>{i18n.t('places.lost', count, [String(count)])}</h2>
      </summary>
      <p className="hint">{i18n.t('places.lostExplain')}</p>
      <div className="stack">{children}</div>
    </details>
  );
}

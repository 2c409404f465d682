import { useDeferredValue, useMemo } from 'react';
import { i18n } from '#i18n';
import { responseQuality } from '#lib/coaching/metrics/response-quality.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { Behind } from './Behind.tsx';
import { ShareFigure } from './Figure.tsx';
import { notesBy } from './own-coaching.ts';

interface Props {
  identity: Identity;
  /** What the device has of the team. */
  records: readonly StoredRecord[];
}

/**
 * How many of the coach's notes have all parts, in words that one can see. Every note is read by the language check, which
 * takes a while: so it comes after the rest of the page, and only again when there are other records.
 */
export function Quality({ identity: { memberId }, records }: Props) {
  const later = useDeferredValue<readonly StoredRecord[] | undefined>(records, undefined);
  const found = useMemo(() => {
    if (!later) return undefined;
    const sent = notesBy(later, memberId, Date.now());
    return { ...sent, quality: responseQuality(sent.withReplies, memberId, i18n.t('language')) };
  }, [later, memberId]);
  if (!found) return null;
  const { notes, quality } = found;
  return (
    <ShareFigure
      name={i18n.t('insight.own.quality')}
      share={quality.share}
      window={i18n.t('insight.window.weeks8')}
      records={notes}
    >
      {quality.lacking.length > 0 && (
        <>
          <p>{i18n.t('insight.own.lacking')}</p>
          <Behind records={notes.filter(({ id }) => quality.lacking.includes(id))} />
          <hr />
        </>
      )}
    </ShareFigure>
  );
}

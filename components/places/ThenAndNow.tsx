import { i18n } from '#i18n';
import type { FieldAnchor } from '#lib/records/anchor.ts';

const flat = (value: string) => value.replace(/\s+/g, ' ').trim();

/** What a field said when the note was written, and what it says now; nothing where that is the same. */
export function ThenAndNow({ anchor, now }: { anchor: FieldAnchor; now: string }) {
  const [then, today] = [flat(anchor.value), flat(now)];
  if (then === today) return null;
  const said = (value: string) => value || i18n.t('places.emptyValue');
  return (
    <p className="hint" dir="auto" data-testid="then-and-now">
      {i18n.t('places.thenNow', [said(then), said(today)])}
    </p>
  );
}

/** Reviews in which people look back on what they did themselves: whoever begins one begins their own. */
import type { ReviewKind } from '#lib/records/kinds/review.ts';

const OF_ONESELF: readonly ReviewKind[] = ['weekly', 'leadership', 'monthly', 'cycle', 'intake', 'dailyCard'];

export function isOfOneself(kind: ReviewKind): boolean {
  return OF_ONESELF.includes(kind);
}

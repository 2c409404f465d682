/**
 * Rivals: the places that would have been taken for the quote, had it not been there when the anchor was made. They
 * are remembered by their surroundings, so that they are known again and never taken for it later.
 */
import { alike, mostAlike } from './candidates.ts';
import type { PageText } from './page-text.ts';
import { type Sought, type Stretch, type Where, weigh } from './weigh.ts';

/** `left` and `right` stand for the words with what is before and after them; 0 where our own place is the same. */
export type Rival = { score: number; left: number; right: number };

const MAX_RIVALS = 4;
/** What fits less well is never taken for the quote. */
const MIN_SCORE = 0.25;
/** Characters on either side by which a rival is known again. */
const SIDE = 24;

export function findRivals(
  page: PageText,
  sought: Sought,
  own: { start: number; end: number },
  exact: number[],
  where: Where,
  wholeWords: boolean,
): Rival[] {
  const elsewhere = exact.filter(at => at !== own.start);
  const stretches: Stretch[] = mostAlike(page, sought, elsewhere, null, wholeWords).map(start => ({
    start,
    end: start + sought.quote.length,
    similarity: 1,
  }));
  for (const stretch of alike(page, sought, null)) {
    const isOwn = stretch.end > own.start && stretch.start < own.end;
    if (!isOwn && !stretches.some(({ start }) => start === stretch.start)) stretches.push(stretch);
  }
  const ours = sides(page, own);
  return stretches
    .map(stretch => weigh(page, sought, stretch, where))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_RIVALS)
    .map(place => {
      const { left, right } = sides(page, place);
      return {
        score: Math.round(place.score * 1000) / 1000,
        left: left === ours.left ? 0 : left,
        right: right === ours.right ? 0 : right,
      };
    });
}

/** Which of the rivals stand at this place. */
export function rivalsAt(
  page: PageText,
  place: { start: number; end: number },
  rivals: readonly Rival[],
): Rival[] {
  if (rivals.length === 0) return [];
  const { left, right } = sides(page, place);
  return rivals.filter(rival => rival.left === left || rival.right === right);
}

function sides(
  page: PageText,
  { start, end }: { start: number; end: number },
): { left: number; right: number } {
  return {
    left: hash(page.text.slice(Math.max(0, start - SIDE), end)),
    right: hash(page.text.slice(start, end + SIDE)),
  };
}

/** FNV-1a, never 0. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return value >>> 0 || 1;
}

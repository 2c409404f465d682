/**
 * Rivals are what would have been taken for the quote if the quote had not been there when the anchor was made. We
 * remember their surroundings, so that we recognise a rival later and never take it for the quote.
 */
import { alike, mostAlike } from './candidates.ts';
import type { PageText } from './page-text.ts';
import type { Match, Sought, Span } from './span.ts';
import { type Where, weigh } from './weigh.ts';

/** `left` and `right` are hashes of the words with what stands before and after them; 0 if the quote's own is the same. */
export type Rival = { score: number; left: number; right: number };

const MAX_RIVALS = 4;
/** A match with a lower score is never taken for the quote. */
const MIN_SCORE = 0.25;
/** By how many characters on either side a rival is recognised. */
const SIDE = 24;

export function findRivals(
  page: PageText,
  sought: Sought,
  own: Span,
  exact: number[],
  where: Where,
  wholeWords: boolean,
): Rival[] {
  const elsewhere = exact.filter(at => at !== own.start);
  const matches: Match[] = mostAlike(page, sought, elsewhere, null, wholeWords).map(start => ({
    start,
    end: start + sought.quote.length,
    similarity: 1,
  }));
  for (const match of alike(page, sought, null)) {
    const isOwn = match.end > own.start && match.start < own.end;
    if (!isOwn && !matches.some(({ start }) => start === match.start)) matches.push(match);
  }
  const ours = sides(page, own);
  return matches
    .map(match => weigh(page, sought, match, where))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_RIVALS)
    .map(match => {
      const { left, right } = sides(page, match);
      return {
        score: Math.round(match.score * 1000) / 1000,
        left: left === ours.left ? 0 : left,
        right: right === ours.right ? 0 : right,
      };
    });
}

/** The rivals that this match is. */
export function rivalsAt(page: PageText, match: Span, rivals: readonly Rival[]): Rival[] {
  if (rivals.length === 0) return [];
  const { left, right } = sides(page, match);
  return rivals.filter(rival => rival.left === left || rival.right === right);
}

function sides(page: PageText, { start, end }: Span): { left: number; right: number } {
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

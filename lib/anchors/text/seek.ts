/** Decides where on the page the quote is and how sure we are, or that it is gone. */

import { isLasting, type Key, keyed } from '../element-key.ts';
import { alike, MAX_OCCURRENCES, mostAlike, occurrences, positionsOf } from './candidates.ts';
import { nearTest } from './landmarks.ts';
import type { PageText } from './page-text.ts';
import type { Wanted } from './read-anchor.ts';
import { rivalsAt } from './rivals.ts';
import type { Match, Span, WeighedMatch } from './span.ts';
import { type Where, weigh } from './weigh.ts';

export type Status = 'same' | 'moved' | 'edited' | 'unsure';

export type FoundSpan = Span & { confidence: number; status: Status };

/** Words of this length that occurred once then and occur once now are believed without their surroundings. */
const UNIQUE_LENGTH = 10;
/** By how much a match must beat a rival that we do not see any more, and any other match on the page. */
const RIVAL_MARGIN = 0.06;
const FUZZY_RIVAL_MARGIN = 0.1;
const SECOND_MARGIN = 0.04;
/** With less than this of its words left, it is not the quote any more. */
const MIN_SIMILARITY = 0.36;
const MIN_EXACT_SCORE = 0.42;
const MIN_FUZZY_SCORE = 0.52;
/** If so much of so long a quote is left, it needs few of its surroundings: it was edited and moved. */
const STRONG_SIMILARITY = 0.72;
const STRONG_LENGTH = 40;
const MIN_STRONG_SCORE = 0.33;
/** If so many characters from before and after the quote now touch, the quote was removed from between them. */
const CUT_SIDE = 16;
/** The same for a whole row or paragraph, of which there are more; on each side so many edges are tried. */
const CUT_BLOCK_SIDE = 24;
const MAX_CUTS = 6;
/** If so much of the surroundings on both sides is left, the row is still there. */
const CUT_BLOCK_SUM = 1.3;
/** A shorter quote proves nothing by itself: some of its surroundings must be there too. */
const SHORT = 24;
const MIN_SIDE = 0.4;
const MIN_OTHER_SIDE = 0.1;
const GOOD_SIDE = 0.65;
const GOOD_SUM = 0.8;
/** With less confidence than this, a find is shown as unsure. */
const SURE = 0.5;

export function seek(page: PageText, wanted: Wanted): FoundSpan | null {
  return wanted.tail ? seekLong(page, wanted) : seekWords(page, wanted, wanted.start);
}

/** A quote that was too long to keep whole: we look for its beginning and its end, which must fit together. */
function seekLong(page: PageText, wanted: Wanted): FoundSpan | null {
  const { start, length, tail, quote } = wanted;
  const single = { block: null, count: 0, twins: 1, turn: 0, rivals: [], tail: '' };
  const head = seekWords(page, { ...wanted, ...single, after: '' }, start);
  const near = start === null ? null : start + length - tail.length;
  const foot = seekWords(
    page,
    { ...wanted, ...single, quote: tail, before: '', words: () => [], breaks: [], start: near },
    near,
  );
  if (head && foot && foot.end > head.start) {
    const ratio = (foot.end - head.start) / length;
    if (ratio > 0.4 && ratio < 2.5) {
      const isExact = ratio === 1 && head.status !== 'edited' && foot.status !== 'edited';
      return {
        start: head.start,
        end: foot.end,
        confidence: Math.min(head.confidence, foot.confidence),
        status: isExact ? head.status : 'edited',
      };
    }
  }
  if (!head) return null;
  return { ...head, end: Math.max(head.end, head.start + quote.length), confidence: 0.4, status: 'unsure' };
}

function seekWords(page: PageText, wanted: Wanted, near: number | null): FoundSpan | null {
  const { quote, before, after } = wanted;
  const { text } = page;
  // If the very words repeat, the site's own name for the row counts more than anything around them.
  const keyedSpan = wanted.count > 1 ? seekInKey(page, wanted) : null;
  if (keyedSpan) return keyedSpan;
  const whole = before + quote + after;
  // In the common case nothing has changed around the quote, and one comparison is enough.
  if (wanted.twins === 1) {
    if (near !== null && text.startsWith(whole, near - before.length)) return same(near, quote, 1);
    const [at, again] = whole.length > quote.length + UNIQUE_LENGTH ? positionsOf(text, whole, 2) : [];
    if (at !== undefined && again === undefined) return same(at + before.length, quote, 1);
  } else {
    const twin = seekTwin(page, wanted, whole);
    if (twin !== undefined) return twin;
  }
  return seekInKey(page, wanted) ?? seekBlock(page, wanted) ?? decide(page, wanted, near);
}

/** Finds the words in the row or field with the anchor's key, if that key lasts and they occur there once. */
function seekInKey(page: PageText, wanted: Wanted): FoundSpan | null {
  const { key, quote } = wanted;
  const [element, more] = lastingRows(page, key) ?? [];
  if (!element || more) return null;
  const from = page.edge(element);
  const [at, again] = positionsOf(page.text.slice(from, page.edge(element, true)), quote, 2);
  if (at === undefined || again !== undefined) return null;
  const start = from + at;
  if (wanted.wholeWords && !(page.isWordEdge(start) && page.isWordEdge(start + quote.length))) return null;
  return same(start, quote, 0.9);
}

/** Finds the quote's whole row or paragraph, if it is unchanged and unique, wherever it was moved. */
function seekBlock(page: PageText, { block, before, quote, after }: Wanted): FoundSpan | null {
  if (!block) return null;
  const lead = before.slice(before.length - block.before);
  const whole = lead + quote + after.slice(0, block.after);
  const [at, again] = positionsOf(page.text, whole, 2);
  if (at === undefined || again !== undefined) return null;
  return { ...same(at + lead.length, quote, 0.9), status: 'moved' };
}

/** Equal words between equal surroundings occur more than once: the key, the landmarks or their count must tell which. */
function seekTwin(page: PageText, wanted: Wanted, whole: string): FoundSpan | null | undefined {
  const positions = occurrences(page, whole, false).map(at => at + wanted.before.length);
  if (positions.length === 0) return undefined;
  // There are so many that we stopped counting, so their count tells nothing.
  if (positions.length >= MAX_OCCURRENCES && wanted.start !== null) {
    return page.text.startsWith(whole, wanted.start - wanted.before.length)
      ? same(wanted.start, wanted.quote, 0.4)
      : null;
  }
  const { inKey, near } = whereabouts(page, wanted);
  const keyedPositions = positions.filter(at => inKey(at));
  if (keyedPositions.length === 1) return same(keyedPositions[0] as number, wanted.quote, 0.95);
  const nearPositions = positions.filter(at => near?.nearness(at) === 1);
  if (nearPositions.length === 1) return same(nearPositions[0] as number, wanted.quote, 0.9);
  const at = positions[wanted.turn];
  if (positions.length === wanted.twins && at !== undefined) return same(at, wanted.quote, 0.7);
  return null;
}

function decide(page: PageText, wanted: Wanted, then: number | null): FoundSpan | null {
  const where = whereabouts(page, wanted);
  const near = where.near?.expected ?? then;
  const exact = occurrences(page, wanted.quote, wanted.wholeWords);
  const matches = mostAlike(page, wanted, exact, near, wanted.wholeWords).map(start =>
    weigh(page, wanted, { start, end: start + wanted.quote.length, similarity: 1 }, where),
  );
  const quick = choose(page, wanted, matches, exact.length);
  // One side fits perfectly, or the words occurred only once then and now: there is no need to search for lookalikes.
  if (quick && (quick.before === 1 || quick.after === 1 || (wanted.count === 1 && exact.length === 1))) {
    return found(quick, wanted);
  }
  const others = alike(page, wanted, near)
    .filter(
      ({ start, end, similarity }: Match) =>
        similarity >= MIN_SIMILARITY && !matches.some(match => match.start === start && match.end === end),
    )
    .map(match => weigh(page, wanted, match, where));
  const choice = choose(page, wanted, [...matches, ...others], exact.length);
  return choice && found(choice, wanted);
}

/** The match that fits best, if it is not a rival and convinces us. */
function choose(
  page: PageText,
  wanted: Wanted,
  matches: WeighedMatch[],
  exactNow: number,
): WeighedMatch | null {
  const seen = new Set<Wanted['rivals'][number]>();
  const ours = matches.filter(match => {
    const rivals = rivalsAt(page, match, wanted.rivals);
    for (const rival of rivals) seen.add(rival);
    return rivals.length === 0;
  });
  const best = strongest(ours);
  if (!best) return null;
  const { score, similarity, before, after } = best;
  const { length } = wanted.quote;
  const isExact = similarity === 1;
  const isShort = length < SHORT;
  const side = Math.max(before, after);
  const other = strongest(ours.filter(({ start, end }) => end <= best.start || start >= best.end));
  if (other && score < other.score + SECOND_MARGIN) return null;
  // The row is there but these words are not in it, so they were removed, unless they were moved as a whole.
  const isStray = isOutside(page, wanted, best);
  if (isExact && wanted.count === 1 && exactNow === 1) {
    if ((length >= UNIQUE_LENGTH || side > MIN_SIDE) && !(isShort && isStray)) return best;
  }
  // This may be a rival that was edited, unless it fits better than that rival ever did.
  const bar = Math.max(0, ...wanted.rivals.filter(rival => !seen.has(rival)).map(rival => rival.score));
  if (score < bar + (isExact ? RIVAL_MARGIN : FUZZY_RIVAL_MARGIN) || isStray) return null;
  if (isShort && !hasSides(page, wanted, best)) return null;
  if ((isShort || !isExact) && isCutOut(page, wanted, before + after)) return null;
  const isStrong = similarity >= STRONG_SIMILARITY && length >= STRONG_LENGTH;
  const least = isExact ? MIN_EXACT_SCORE : isStrong ? MIN_STRONG_SCORE : MIN_FUZZY_SCORE;
  return score >= least && (isExact || isStrong || side >= MIN_SIDE) ? best : null;
}

/** Whether a short quote has enough of its surroundings: on both sides, if the quote or its row has changed. */
function hasSides(page: PageText, { key }: Wanted, { before, after, similarity }: WeighedMatch): boolean {
  const [less, more] = before < after ? [before, after] : [after, before];
  // The row with this key is gone. Its words elsewhere belong to another row, unless nearly everything around them fits.
  if (lastingRows(page, key)?.length === 0) return less >= GOOD_SIDE;
  if (similarity < 1) return less >= MIN_OTHER_SIDE && less + more >= GOOD_SUM;
  return more >= GOOD_SIDE || less + more >= GOOD_SUM;
}

function isOutside(page: PageText, { key }: Wanted, match: WeighedMatch): boolean {
  return key !== null && isLasting(key) && keyTest(page, key)(match.start) === false;
}

/** The elements with this key; null if the key does not last. */
function lastingRows(page: PageText, key: Key | null): Element[] | null {
  return key && isLasting(key) ? keyed(key, page.root) : null;
}

/**
 * Whether what stood before the quote, or before a row or paragraph that held it, now touches what stood after. Then the
 * quote was removed, and the same words elsewhere are others. `sides` is how much of its surroundings the match has, 0–2.
 */
function isCutOut({ text }: PageText, { before, quote, after, breaks }: Wanted, sides: number): boolean {
  const isTouching = (begins: number[], ends: number[], side: number) => {
    const leads = begins.map(at => before.slice(0, before.length + at).slice(-side));
    const trails = ends.map(at => after.slice(at - quote.length).slice(0, side));
    const isWhole = ({ length }: string) => length === side;
    return leads
      .filter(isWhole)
      .some(lead =>
        positionsOf(text, lead, MAX_CUTS).some(at =>
          trails.filter(isWhole).some(trail => text.startsWith(trail, at + side)),
        ),
      );
  };
  if (isTouching([0], [quote.length], CUT_SIDE)) return true;
  const begins = breaks.filter(at => at <= 0).slice(-MAX_CUTS);
  const ends = breaks.filter(at => at >= quote.length).slice(0, MAX_CUTS);
  return sides < CUT_BLOCK_SUM && isTouching(begins, ends, CUT_BLOCK_SIDE);
}

function found(match: WeighedMatch, wanted: Wanted): FoundSpan {
  const { start, end, similarity, before, after, score } = match;
  const isOnly = similarity === 1 && wanted.count === 1;
  const confidence = Math.min(1, isOnly ? Math.max(score, 0.75) : score);
  const isElsewhere = before < 0.3 && after < 0.3;
  const status = similarity < 1 ? 'edited' : isElsewhere ? 'moved' : 'same';
  return { start, end, confidence, status: confidence < SURE ? 'unsure' : status };
}

function same(start: number, quote: string, confidence: number): FoundSpan {
  return { start, end: start + quote.length, confidence, status: 'same' };
}

function strongest(matches: WeighedMatch[]): WeighedMatch | undefined {
  return [...matches].sort((one, other) => other.score - one.score)[0];
}

/** What the page as it is now tells about where a quote was. */
export function whereabouts(page: PageText, from: Pick<Wanted, 'key' | 'landmarks'>): Where {
  return {
    inKey: keyTest(page, from.key),
    near: nearTest(page, from.landmarks),
  };
}

/** Tests whether a position lies in the element with a key; answers null if there is not exactly one such element. */
function keyTest(page: PageText, key: Key | null): Where['inKey'] {
  const [element, more] = key ? keyed(key, page.root) : [];
  if (!element || more) return () => null;
  const from = page.edge(element);
  const to = page.edge(element, true);
  return start => start >= from && start < to;
}

/** The decision: which place is the quote's, how sure that is, or that it is gone. */
import { alike, type Candidate, mostAlike, occurrences } from './candidates.ts';
import { type Place, type Sought, weigh } from './evidence.ts';
import { keyed } from './key.ts';
import type { PageText } from './page-text.ts';
import type { Wanted } from './wanted.ts';

export type Status = 'same' | 'moved' | 'edited' | 'unsure';

export type Span = { start: number; end: number; confidence: number; status: Status };

/** Words found once on the page then and now, at least this long, need no surroundings to be believed. */
const UNIQUE_LENGTH = 10;
/** By how much a place must fit better than the best other place did, and does. */
const RIVAL_MARGIN = 0.08;
const SECOND_MARGIN = 0.05;
/** Less than this of the quote, and it is not the quote any more. */
const MIN_SIMILARITY = 0.45;
const MIN_EXACT_SCORE = 0.4;
const MIN_FUZZY_SCORE = 0.55;
/** With less confidence than this a place is shown as unsure. */
const SURE = 0.6;

export function seek(page: PageText, wanted: Wanted): Span | null {
  if (!wanted.quote) return null;
  if (!wanted.tail) return seekWords(page, wanted, wanted.start);
  return seekLong(page, wanted);
}

/** A quote too long to be kept whole: its beginning and its end are sought, and must fit together. */
function seekLong(page: PageText, wanted: Wanted): Span | null {
  const { start, length, tail, quote } = wanted;
  const single = { count: 0, twins: 1, turn: 0, rival: 0, tail: '' };
  const head = seekWords(page, { ...wanted, ...single, after: '' }, start);
  const near = start === null ? null : start + length - tail.length;
  const foot = seekWords(page, { ...wanted, ...single, quote: tail, before: '', start: near }, near);
  if (head && foot && foot.end > head.start) {
    const ratio = (foot.end - head.start) / length;
    if (ratio > 0.4 && ratio < 2.5) {
      const exact = ratio === 1 && head.status !== 'edited' && foot.status !== 'edited';
      return {
        start: head.start,
        end: foot.end,
        confidence: Math.min(head.confidence, foot.confidence),
        status: exact ? head.status : 'edited',
      };
    }
  }
  if (!head) return null;
  return { ...head, end: Math.max(head.end, head.start + quote.length), confidence: 0.5, status: 'unsure' };
}

function seekWords(page: PageText, wanted: Wanted, near: number | null): Span | null {
  const { quote, before, after } = wanted;
  const { text } = page;
  const whole = before + quote + after;
  // Nothing has changed around it: the common case costs one comparison.
  if (wanted.twins === 1) {
    if (near !== null && text.startsWith(whole, near - before.length)) return same(near, quote, 1);
    const at = whole.length > UNIQUE_LENGTH ? text.indexOf(whole) : -1;
    if (at >= 0 && text.indexOf(whole, at + 1) < 0) return same(at + before.length, quote, 1);
  } else {
    const turn = seekTwin(page, wanted, whole);
    if (turn !== undefined) return turn;
  }
  return decide(page, wanted, near);
}

/** Equal words between equal surroundings, more than once: the key tells them apart, else their number. */
function seekTwin(page: PageText, wanted: Wanted, whole: string): Span | null | undefined {
  const places = occurrences(page, whole, false).map(at => at + wanted.before.length);
  if (places.length === 0) return undefined;
  const inKey = keyTest(page, wanted);
  const keyed = places.filter(at => inKey(at, at + wanted.quote.length) === true);
  if (keyed.length === 1) return same(keyed[0] as number, wanted.quote, 0.95);
  const at = places[wanted.turn];
  if (places.length === wanted.twins && at !== undefined) return same(at, wanted.quote, 0.8);
  return null;
}

function decide(page: PageText, wanted: Wanted, near: number | null): Span | null {
  const inKey = keyTest(page, wanted);
  const exact = occurrences(page, wanted.quote, wanted.wholeWords);
  const places = mostAlike(page, wanted, exact, near)
    .map(start => ({ start, end: start + wanted.quote.length, similarity: 1 }))
    .map(candidate => weigh(page, wanted, candidate, inKey(candidate.start, candidate.end)));
  const best = strongest(places);
  if (best && isConvincing(best, wanted, exact.length, second(places, best))) return found(best, wanted);
  const others = alike(page, wanted, near)
    .filter(({ similarity }) => similarity < 1 && similarity >= MIN_SIMILARITY)
    .map((candidate: Candidate) => weigh(page, wanted, candidate, inKey(candidate.start, candidate.end)));
  const all = [...places, ...others];
  const choice = strongest(all);
  if (!choice) return null;
  return isConvincing(choice, wanted, exact.length, second(all, choice)) ? found(choice, wanted) : null;
}

function isConvincing(place: Place, wanted: Wanted, exactNow: number, other: Place | null): boolean {
  if (other && place.score < other.score + SECOND_MARGIN) return false;
  if (place.similarity === 1) {
    const isLong = wanted.quote.length >= UNIQUE_LENGTH;
    if (wanted.count <= 1 && exactNow === 1 && (isLong || Math.max(place.before, place.after) > 0.4))
      return true;
    return place.score >= MIN_EXACT_SCORE && place.score >= wanted.rival + RIVAL_MARGIN;
  }
  return place.score >= MIN_FUZZY_SCORE && place.score >= wanted.rival + RIVAL_MARGIN;
}

function found(place: Place, wanted: Wanted): Span {
  const { start, end, similarity, before, after, score } = place;
  const margin = Math.min(1, Math.max(0, score - wanted.rival) * 2);
  const confidence = Math.min(
    1,
    Math.max(score, similarity === 1 && wanted.count <= 1 ? 0.7 : 0) * 0.7 + margin * 0.3,
  );
  const isElsewhere = before < 0.3 && after < 0.3;
  const status = similarity < 1 ? 'edited' : isElsewhere ? 'moved' : 'same';
  return { start, end, confidence, status: confidence < SURE ? 'unsure' : status };
}

function same(start: number, quote: string, confidence: number): Span {
  return { start, end: start + quote.length, confidence, status: 'same' };
}

/** How well the best place other than `own` fits: asked when the anchor is made, remembered as its rival. */
export function bestRival(
  page: PageText,
  sought: Sought,
  own: { start: number; end: number },
  exact: number[],
): number {
  const elsewhere = exact.filter(at => at !== own.start);
  const places = mostAlike(page, sought, elsewhere, null)
    .map(start => ({ start, end: start + sought.quote.length, similarity: 1 }))
    .map(candidate => weigh(page, sought, candidate, null));
  const others = alike(page, sought, null)
    .filter(({ start, end, similarity }) => similarity < 1 && (end <= own.start || start >= own.end))
    .map(candidate => weigh(page, sought, candidate, null));
  return strongest([...places, ...others])?.score ?? 0;
}

function strongest(places: Place[]): Place | null {
  return places.reduce<Place | null>(
    (best, place) => (best && best.score >= place.score ? best : place),
    null,
  );
}

/** The best of the places that do not overlap the chosen one. */
function second(places: Place[], chosen: Place): Place | null {
  return strongest(places.filter(({ start, end }) => end <= chosen.start || start >= chosen.end));
}

/** A test of whether a place lies in the element that bears the anchor's key; null where no such element is. */
function keyTest(page: PageText, wanted: Wanted): (start: number, end: number) => boolean | null {
  if (!wanted.key) return () => null;
  const elements = keyed(wanted.key, page.root);
  if (elements.length !== 1) return () => null;
  const [element] = elements as [Element];
  const from = page.pieces[page.firstPieceFrom(element)]?.start ?? page.text.length;
  const to = page.pieces[page.firstPieceAfter(element)]?.start ?? page.text.length;
  return (start, end) => start >= from && end <= to;
}

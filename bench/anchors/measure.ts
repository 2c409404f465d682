/** Runs in the page: takes random quotes, lets each contender describe them, edits the page, lets them find again. */
import { chanceFrom, seedFrom } from './chance.ts';
import { type Contender, contenders } from './contenders.ts';
import { edits } from './edits.ts';
import { type Model, type Place, placesNow, rangeOver, readModel, tokenOf } from './model.ts';
import { recordEdits, recordPage } from './records.ts';

export type Outcome =
  | 'exact'
  | 'near'
  | 'wrong'
  | 'orphaned'
  | 'gone, left alone'
  | 'gone, yet found'
  | 'undecided';

export type Result = {
  contender: string;
  outcomes: Partial<Record<Outcome, number>>;
  /** Getting ready on a page: what a contender keeps for all anchors of it. */
  prepare: number[];
  describe: number[];
  find: number[];
  misses: string[];
};

export type Task = {
  edit: string;
  quotes: number;
  seed: number;
  name: string;
  only: string[] /** Measure on a made record page instead of the page at hand. */;
  record?: 'with keys' | 'without keys';
};

const MAX_WORDS = 60;
const MAX_RECORD_WORDS = 4;
/** Fewer of a quote's own words left than this, and people would argue whether it is still there. */
const STILL_THERE = 0.5;
const MAX_MISSES = 12;

let saved: string | undefined;

export async function measure(task: Task): Promise<Result[]> {
  const root = document.body;
  const { record } = task;
  saved = record
    ? recordPage(chanceFrom(seedFrom(record + task.name, task.seed)), record === 'with keys')
    : (saved ?? root.innerHTML);
  if (record) root.innerHTML = saved;
  const results: Result[] = [];
  for (const contender of contenders) {
    if (task.only.length && !task.only.includes(contender.name)) continue;
    results.push(await measureOne(contender, task, root));
    root.innerHTML = saved;
  }
  return results;
}

async function measureOne(contender: Contender, task: Task, root: Element): Promise<Result> {
  const chance = chanceFrom(seedFrom(task.name + task.edit, task.seed));
  const model = readModel(root);
  const quotes = pickQuotes(model, task.quotes, chance, task.record ? MAX_RECORD_WORDS : MAX_WORDS);
  const places = placesNow(model);
  const result: Result = {
    contender: contender.name,
    outcomes: {},
    prepare: [],
    describe: [],
    find: [],
    misses: [],
  };
  const anchors: unknown[] = [];
  prepare(contender, root, result);
  for (const { from, to } of quotes) {
    const range = rangeOver(places[from] as Place, places[to] as Place);
    const start = performance.now();
    anchors.push(await contender.describe(range, root));
    result.describe.push(performance.now() - start);
  }
  (recordEdits[task.edit] ?? edits[task.edit])?.(model, root, chance, quotes);
  prepare(contender, root, result);
  const now = placesNow(model);
  for (const [at, quote] of quotes.entries()) {
    const truth = truthOf(now, quote);
    const start = performance.now();
    let found: Range | null = null;
    try {
      found = await contender.find(anchors[at], root);
    } catch {
      found = null; // Some of the peers throw on what they cannot find.
    }
    result.find.push(performance.now() - start);
    const outcome = judge(now, truth, found);
    result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
    if (
      (outcome === 'wrong' ||
        outcome === 'orphaned' ||
        outcome === 'near' ||
        outcome === 'gone, yet found') &&
      result.misses.length < MAX_MISSES
    ) {
      result.misses.push(
        JSON.stringify({
          outcome,
          truth: truth && typeof truth === 'object' ? rangeOver(truth.first, truth.last).toString() : truth,
          found: found?.toString(),
          anchor: anchors[at],
        }),
      );
    }
  }
  return result;
}

function prepare(contender: Contender, root: Element, result: Result): void {
  // The browser's own work after a change (style, layout) is nobody's in particular.
  root.getBoundingClientRect();
  const start = performance.now();
  contender.prepare?.(root);
  result.prepare.push(performance.now() - start);
}

export function pickQuotes(
  model: Model,
  count: number,
  chance: ReturnType<typeof chanceFrom>,
  maxWords: number,
) {
  const taken = new Uint8Array(model.count);
  const quotes: { from: number; to: number }[] = [];
  for (let tries = 0; tries < count * 4 && quotes.length < count; tries++) {
    // Half of all quotes are short: a word, a name, a number.
    const length = chance.next() < 0.5 ? 1 + chance.below(Math.min(8, maxWords)) : 1 + chance.below(maxWords);
    const from = chance.below(Math.max(1, model.count - length));
    const to = Math.min(model.count - 1, from + length - 1);
    // No two quotes overlap, or the deletion of one would be that of the other.
    if (taken.subarray(from, to + 1).includes(1)) continue;
    taken.fill(1, from, to + 1);
    quotes.push({ from, to });
  }
  return quotes;
}

type Truth = { first: Place; last: Place } | 'gone' | 'undecided';

/** Where a quote's words are now. Undecided when too few are left, or when they were torn apart. */
function truthOf(now: Place[], { from, to }: { from: number; to: number }): Truth {
  const slots: number[] = [];
  let own = 0;
  for (const [at, place] of now.entries()) {
    const { id, replaced } = tokenOf(place);
    if (id < from || id > to) continue;
    slots.push(at);
    if (!replaced) own++;
  }
  const length = to - from + 1;
  const first = now[slots[0] ?? -1];
  const last = now[slots.at(-1) ?? -1];
  if (!first || !last || own === 0) return 'gone';
  if (own / length < STILL_THERE) return 'undecided';
  const spread = (slots.at(-1) as number) - (slots[0] as number) + 1;
  const inOrder = slots.every(
    (at, index) =>
      index === 0 || tokenOf(now[slots[index - 1] as number] as Place).id < tokenOf(now[at] as Place).id,
  );
  return !inOrder || spread > 2 * length + 8 ? 'undecided' : { first, last };
}

function judge(now: Place[], truth: Truth, found: Range | null): Outcome {
  if (truth === 'undecided') return 'undecided';
  if (truth === 'gone') return found ? 'gone, yet found' : 'gone, left alone';
  if (!found) return 'orphaned';
  const wanted = rangeOver(truth.first, truth.last);
  if (isTight(found, wanted)) return 'exact';
  const first = now.indexOf(truth.first);
  const last = now.indexOf(truth.last);
  const near = (range: Range) =>
    range.compareBoundaryPoints(Range.START_TO_END, found) > 0 &&
    range.compareBoundaryPoints(Range.END_TO_START, found) < 0;
  if (!near(wanted)) return 'wrong';
  const within = (at: number, edge: 'start' | 'end') =>
    [at - 1, at, at + 1].some(other => {
      const place = now[other];
      if (!place) return false;
      const point = edge === 'start' ? found.startContainer : found.endContainer;
      const offset = edge === 'start' ? found.startOffset : found.endOffset;
      const { node } = place.line;
      const range = document.createRange();
      range.setStart(node, Math.max(0, place.start - 1));
      range.setEnd(node, Math.min(node.data.length, place.end + 1));
      return range.comparePoint(point, offset) === 0;
    });
  return within(first, 'start') && within(last, 'end') ? 'near' : 'wrong';
}

/** The same words: the boundaries differ by white space at most. */
function isTight(found: Range, wanted: Range): boolean {
  return (
    isBlank(found.startContainer, found.startOffset, wanted.startContainer, wanted.startOffset) &&
    isBlank(found.endContainer, found.endOffset, wanted.endContainer, wanted.endOffset)
  );
}

function isBlank(one: Node, oneOffset: number, other: Node, otherOffset: number): boolean {
  if (one === other && oneOffset === otherOffset) return true;
  const range = document.createRange();
  range.setStart(one, oneOffset);
  range.setEnd(other, otherOffset);
  if (range.collapsed) {
    range.setStart(other, otherOffset);
    range.setEnd(one, oneOffset);
  }
  return !/\S/.test(range.toString());
}

Object.assign(globalThis, { measureAnchors: measure });

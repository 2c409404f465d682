/**
 * Aligns two texts by chains of equal runs, as `diff` does: what a quote and its surroundings still share, in order, with
 * a part of the page. Edit distance would punish a long insertion more than it deserves.
 */

/** `length` characters from `a` in the first text equal those from `b` in the second. */
export type Run = { a: number; b: number; length: number };

/** Unrelated texts share shorter runs by chance. Between two runs that are related, shorter ones fill the gap. */
const RUN = 6;
const SHORT_RUN = 3;
/** With more equal runs than this the texts repeat themselves, and the longest runs will do. */
const MAX_RUNS = 400;
/** Only a short gap is filled: in a long one, short runs are chance. */
const MAX_GAP = 120;

/** What a jump between two runs costs, in characters. It marks an edit; a long edit is hardly worse than a short one. */
const JUMP = 1;
const JUMP_PER_CHARACTER = 0.03;
const MAX_JUMP = 6;

/** How many characters runs have in all. */
export function total(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** The longest chain of runs that two texts share in the same order. */
export function chain(a: string, b: string, size = a.length < 40 ? SHORT_RUN : RUN): Run[] {
  const rough = best(equalRuns(a, b, size));
  if (size === SHORT_RUN) return rough;
  const runs: Run[] = [];
  let before: Run = { a: 0, b: 0, length: 0 };
  rough.forEach((run, at) => {
    // Before the first run, nothing tells where the texts begin to be related.
    if (at > 0) runs.push(...fill(a, b, before, run));
    runs.push(run);
    before = run;
  });
  return runs;
}

function fill(a: string, b: string, before: Run, after: Run): Run[] {
  const fromA = before.a + before.length;
  const fromB = before.b + before.length;
  const gapA = a.slice(fromA, after.a);
  const gapB = b.slice(fromB, after.b);
  if (!gapA || !gapB || gapA.length > MAX_GAP || gapB.length > MAX_GAP) return [];
  return chain(gapA, gapB, SHORT_RUN).map(run => ({ ...run, a: run.a + fromA, b: run.b + fromB }));
}

/** How many slots the hash table for pieces of a text has. */
const SLOTS = 2048;

/** All longest equal runs of at least `size` characters. */
function equalRuns(a: string, b: string, size: number): Run[] {
  // Positions of the pieces of `a`, chained by their hash. Each is stored one too high, so that 0 can end a chain.
  const heads = new Int16Array(SLOTS);
  const next = new Int16Array(a.length);
  for (let at = a.length - size; at >= 0; at--) {
    const slot = hash(a, at, size);
    next[at] = heads[slot] as number;
    heads[slot] = at + 1;
  }
  const runs: Run[] = [];
  for (let at = 0; at + size <= b.length; at++) {
    for (let from = (heads[hash(b, at, size)] as number) - 1; from >= 0; from = (next[from] as number) - 1) {
      if (from > 0 && at > 0 && a.charCodeAt(from - 1) === b.charCodeAt(at - 1)) continue;
      let length = 0;
      const limit = Math.min(a.length - from, b.length - at);
      while (length < limit && a.charCodeAt(from + length) === b.charCodeAt(at + length)) length++;
      if (length >= size) runs.push({ a: from, b: at, length });
    }
  }
  if (runs.length <= MAX_RUNS) return runs;
  runs.sort((one, other) => other.length - one.length);
  return runs.slice(0, MAX_RUNS).sort((one, other) => one.b - other.b);
}

function hash(text: string, from: number, size: number): number {
  let value = 0;
  for (let at = from; at < from + size; at++) value = Math.imul(value, 31) + text.charCodeAt(at);
  return (value ^ (value >>> 11)) & (SLOTS - 1);
}

/** The chain of runs, in order in both texts, that holds the most characters. Runs that overlap are cut. */
function best(runs: Run[]): Run[] {
  const scores = new Float32Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  let last = -1;
  runs.forEach((run, at) => {
    scores[at] = run.length;
    for (let other = 0; other < at; other++) {
      const before = runs[other] as Run;
      const overlap = Math.max(0, before.a + before.length - run.a, before.b + before.length - run.b);
      if (before.a >= run.a || before.b >= run.b || overlap >= run.length) continue;
      const shift = Math.abs(run.a - run.b - (before.a - before.b));
      const jump = Math.min(MAX_JUMP, JUMP + shift * JUMP_PER_CHARACTER);
      const score = (scores[other] as number) + run.length - overlap - jump;
      if (score <= (scores[at] as number)) continue;
      scores[at] = score;
      previous[at] = other;
    }
    if (last < 0 || (scores[at] as number) > (scores[last] as number)) last = at;
  });
  const chosen: Run[] = [];
  for (let at = last; at >= 0; at = previous[at] as number) chosen.unshift({ ...(runs[at] as Run) });
  for (let at = 1; at < chosen.length; at++) {
    const before = chosen[at - 1] as Run;
    const run = chosen[at] as Run;
    const overlap = Math.max(0, before.a + before.length - run.a, before.b + before.length - run.b);
    run.a += overlap;
    run.b += overlap;
    run.length -= overlap;
  }
  return chosen.filter(({ length }) => length > 0);
}

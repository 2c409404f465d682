/** Alignment of short folded texts: edit distance with the way it was reached. */

export type Alignment = {
  /** Part of the quote that is there in runs of three or more characters, 0–1; long insertions count against it. */
  similarity: number;
  /** Half-open interval in the window from the first to the last such run. */
  start: number;
  end: number;
  /** How many characters of the quote are missing before the first and after the last run. */
  missingHead: number;
  missingTail: number;
};

/** Shorter runs of equal characters are chance. */
const MIN_RUN = 3;
const MATCH = 1;
const SUBSTITUTE = 2;
const SKIP_QUOTE = 3;
const SKIP_WINDOW = 4;

let steps = new Uint8Array(0);

/**
 * Where in `window` the `quote` lies, any part of the window before and after it being free.
 * Costs quote × window steps: callers keep both short. Null when nothing solid matches.
 */
export function alignQuote(quote: string, window: string): Alignment | null {
  const rows = quote.length;
  const columns = window.length;
  if (rows === 0 || columns === 0) return null;
  const width = columns + 1;
  if (steps.length < (rows + 1) * width) steps = new Uint8Array((rows + 1) * width);
  let previous = new Uint16Array(width);
  let current = new Uint16Array(width);
  for (let row = 1; row <= rows; row++) {
    const char = quote.charCodeAt(row - 1);
    current[0] = row;
    steps[row * width] = SKIP_QUOTE;
    for (let column = 1; column <= columns; column++) {
      const diagonal = previous[column - 1] as number;
      const up = (previous[column] as number) + 1;
      const left = (current[column - 1] as number) + 1;
      let best = diagonal;
      let step = MATCH;
      if (char !== window.charCodeAt(column - 1)) {
        best = diagonal + 1;
        step = SUBSTITUTE;
        if (up < best) {
          best = up;
          step = SKIP_QUOTE;
        }
        if (left < best) {
          best = left;
          step = SKIP_WINDOW;
        }
      }
      current[column] = best;
      steps[row * width + column] = step;
    }
    [previous, current] = [current, previous];
  }
  let end = 0;
  for (let column = 1; column <= columns; column++) {
    if ((previous[column] as number) < (previous[end] as number)) end = column;
  }
  return traceBack(rows, end, width);
}

function traceBack(rows: number, last: number, width: number): Alignment | null {
  const minRun = Math.min(MIN_RUN, rows);
  let row = rows;
  let column = last;
  let run = 0;
  let solid = 0;
  let start = -1;
  let end = -1;
  let head = 0;
  let tail = 0;
  const close = () => {
    if (run >= minRun) {
      solid += run;
      if (end < 0) {
        end = column + run;
        tail = rows - (row + run);
      }
      start = column;
      head = row;
    }
    run = 0;
  };
  while (row > 0) {
    const step = column === 0 ? SKIP_QUOTE : steps[row * width + column];
    if (step === MATCH) {
      run++;
      row--;
      column--;
      continue;
    }
    close();
    if (step === SUBSTITUTE || step === SKIP_QUOTE) row--;
    if (step === SUBSTITUTE || step === SKIP_WINDOW) column--;
  }
  close();
  if (start < 0) return null;
  const similarity = solid / Math.max(rows, (rows + end - start) / 2);
  return { similarity, start, end, missingHead: head, missingTail: tail };
}

/** By chance, two unrelated texts of one language are this similar by edit distance. */
const CHANCE = 0.35;

/**
 * How much of `context` stands directly after the beginning of `text`, 0 (no more than by chance) to 1.
 * For a prefix hand in both reversed.
 */
export function contextSimilarity(context: string, text: string): number {
  const rows = context.length;
  if (rows === 0) return 0;
  if (text.startsWith(context)) return 1;
  const window = text.slice(0, rows + (rows >> 1));
  const columns = window.length;
  let previous = new Uint16Array(columns + 1);
  let current = new Uint16Array(columns + 1);
  for (let column = 0; column <= columns; column++) previous[column] = column;
  for (let row = 1; row <= rows; row++) {
    const char = context.charCodeAt(row - 1);
    current[0] = row;
    for (let column = 1; column <= columns; column++) {
      const diagonal = previous[column - 1] as number;
      if (char === window.charCodeAt(column - 1)) {
        current[column] = diagonal;
        continue;
      }
      const other = Math.min(diagonal, previous[column] as number, current[column - 1] as number);
      current[column] = other + 1;
    }
    [previous, current] = [current, previous];
  }
  const distance = Math.min(...previous);
  return Math.max(0, (1 - distance / rows - CHANCE) / (1 - CHANCE));
}

export function reversed(text: string): string {
  let out = '';
  for (let at = text.length - 1; at >= 0; at--) out += text.charAt(at);
  return out;
}

/** Length of the equal beginning of two texts. */
export function commonStart(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let at = 0;
  while (at < limit && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** Length of the equal end of two texts. */
export function commonEnd(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let at = 0;
  while (at < limit && one.charCodeAt(one.length - 1 - at) === other.charCodeAt(other.length - 1 - at)) at++;
  return at;
}

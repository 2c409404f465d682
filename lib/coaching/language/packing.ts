/**
 * Weights as text: features in rising order of their numbers, each as the distance from the one before (seven bits a
 * byte, the highest bit says that more follow), then four bits a verdict but the last, whose weights are taken off the
 * others: only differences count. Four bits hold a whole number from -7 to 7, and the weight is its square with its sign:
 * most weights are small, and small steps matter where they are. The bias comes first, two bytes a verdict. All in base64.
 */
import { KINDS, type Model } from './model.ts';

const STORED = KINDS - 1;
const LARGEST = 7;
/** The largest weight that can be stored, in units of the scale. */
export const LARGEST_WEIGHT = LARGEST * LARGEST;

export function unpacked({ data, scale }: { data: string; scale: number }): Model {
  const bytes = Uint8Array.from(atob(data), char => char.charCodeAt(0));
  let at = 0;
  const row = () => {
    const values: number[] = [];
    while (values.length < STORED) {
      const byte = bytes[at++] ?? 0;
      values.push(weightOf(byte & 15, scale), weightOf(byte >> 4, scale));
    }
    return [...values.slice(0, STORED), 0];
  };
  const view = new DataView(bytes.buffer);
  const bias = Array.from({ length: STORED }, () => {
    at += 2;
    return view.getInt16(at - 2) * scale;
  });
  const weights = new Map<number, readonly number[]>();
  for (let id = 0; at < bytes.length; ) {
    let distance = 0;
    let shift = 0;
    for (let more = true; more; shift += 7) {
      const byte = bytes[at++] ?? 0;
      distance += (byte & 127) * 2 ** shift;
      more = byte > 127;
    }
    id += distance;
    weights.set(id, row());
  }
  return { bias: [...bias, 0], weights };
}

function weightOf(bits: number, scale: number): number {
  const level = bits > LARGEST ? bits - 16 : bits;
  return level * Math.abs(level) * scale;
}

/** The nearest number that four bits hold; what is larger is cut off. */
function levelOf(weight: number, scale: number): number {
  return Math.sign(weight) * Math.min(LARGEST, Math.round(Math.sqrt(Math.abs(weight) / scale)));
}

/** Features of which nothing is left after rounding take no room. */
export function packed({ bias, weights }: Model, scale: number): string {
  const bytes: number[] = [];
  const levelsOf = (row: readonly number[]) => differences(row).map(weight => levelOf(weight, scale));
  const put = (levels: readonly number[]) => {
    for (let i = 0; i < STORED; i += 2)
      bytes.push(((levels[i] ?? 0) & 15) | (((levels[i + 1] ?? 0) & 15) << 4));
  };
  for (const weight of differences(bias)) {
    const steps = Math.round(weight / scale);
    bytes.push((steps >> 8) & 255, steps & 255);
  }
  let before = 0;
  for (const id of [...weights.keys()].sort((a, b) => a - b)) {
    const levels = levelsOf(weights.get(id) ?? []);
    if (levels.every(level => level === 0)) continue;
    let distance = id - before;
    for (; distance > 127; distance = Math.floor(distance / 128)) bytes.push((distance & 127) | 128);
    bytes.push(distance);
    before = id;
    put(levels);
  }
  return btoa(bytes.map(byte => String.fromCharCode(byte)).join(''));
}

/** The weights of all verdicts but the last, less that of the last. */
export function differences(row: readonly number[]): number[] {
  const last = row[STORED] ?? 0;
  return row.slice(0, STORED).map(weight => weight - last);
}

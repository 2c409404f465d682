/**
 * Weights as text: features in rising order of their numbers, each as the distance from the one before (seven bits a
 * byte, the highest bit says that more follow), then one signed byte a verdict but the last, whose weights are taken off
 * the others: only differences count. The bias comes first. All in base64.
 */
import { KINDS, type Model } from './model.ts';

const STORED = KINDS - 1;

export function unpacked({ data, scale }: { data: string; scale: number }): Model {
  const bytes = Uint8Array.from(atob(data), char => char.charCodeAt(0));
  let at = 0;
  const row = () => {
    const values = Array.from(
      bytes.subarray(at, at + STORED),
      byte => (byte > 127 ? byte - 256 : byte) * scale,
    );
    at += STORED;
    return [...values, 0];
  };
  const bias = row();
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
  return { bias, weights };
}

/** Rounds to whole steps of `scale`; what is larger than a byte holds is cut off there. */
export function packed({ bias, weights }: Model, scale: number): string {
  const bytes: number[] = [];
  const row = (values: readonly number[]) => {
    for (const value of differences(values)) {
      bytes.push(Math.max(-127, Math.min(127, Math.round(value / scale))) & 255);
    }
  };
  row(bias);
  let before = 0;
  for (const id of [...weights.keys()].sort((a, b) => a - b)) {
    let distance = id - before;
    for (; distance > 127; distance = Math.floor(distance / 128)) bytes.push((distance & 127) | 128);
    bytes.push(distance);
    before = id;
    row(weights.get(id) ?? []);
  }
  return btoa(bytes.map(byte => String.fromCharCode(byte)).join(''));
}

/** The weights of all verdicts but the last, less that of the last. */
export function differences(row: readonly number[]): number[] {
  const last = row[STORED] ?? 0;
  return row.slice(0, STORED).map(weight => weight - last);
}

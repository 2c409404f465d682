/** A look-up of short pieces of a text, made when the text is searched a second time: then it pays. */

/** Characters in a piece. */
export const GRAM = 8;
const TABLE_BITS = 18;
const MASK = (1 << TABLE_BITS) - 1;
/** Places with the same hash that are looked at before a piece is called too common. */
const MAX_STEPS = 400;

type Table = { heads: Int32Array; next: Int32Array };

const tables = new WeakMap<object, { text: string; table: Table | null }>();

/**
 * Where `piece` (at least GRAM characters) stands in the text; empty when it stands in more than `limit` places.
 * @param owner whose text it is: the table is kept for it until the text changes
 */
export function placesOf(owner: { text: string }, piece: string, limit: number): number[] {
  const { text } = owner;
  let entry = tables.get(owner);
  if (entry?.text !== text) {
    entry = { text, table: null };
    tables.set(owner, entry);
    return scan(text, piece, limit);
  }
  if (piece.length < GRAM) return scan(text, piece, limit);
  entry.table ??= makeTable(text);
  const { heads, next } = entry.table;
  const places: number[] = [];
  let steps = 0;
  for (let at = (heads[hash(piece, 0)] as number) - 1; at >= 0; at = (next[at] as number) - 1) {
    if (++steps > MAX_STEPS) return [];
    if (!text.startsWith(piece, at)) continue;
    places.push(at);
    if (places.length > limit) return [];
  }
  return places.reverse();
}

function scan(text: string, piece: string, limit: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    places.push(at);
    if (places.length > limit) return [];
  }
  return places;
}

/** Chains of places with equal hash, the last place first. Numbers are one higher than places; 0 ends a chain. */
function makeTable(text: string): Table {
  const heads = new Int32Array(MASK + 1);
  const next = new Int32Array(text.length);
  for (let at = 0; at + GRAM <= text.length; at++) {
    const key = hash(text, at);
    next[at] = heads[key] as number;
    heads[key] = at + 1;
  }
  return { heads, next };
}

function hash(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + GRAM; at++) value = Math.imul(value, 31) + text.charCodeAt(at);
  return (value ^ (value >>> TABLE_BITS)) & MASK;
}

/** Twins: equal words between equal surroundings. A marker, text further off, tells one from the others. */
import type { PageText } from './page-text.ts';

/** A text that stood `distance` characters before the quote (negative: after it), as it did before no twin. */
export type Marker = { text: string; distance: number };

const LENGTH = 32;
const STEP = 24;
const MAX_DISTANCE = 3000;
/** A marker that has drifted further than this share of its distance is no marker. */
const DRIFT = 0.3;
const MIN_DRIFT = 60;

/** The nearest text to the quote at `own` that stands so near to none of its twins. */
export function findMarker(page: PageText, own: number, twins: number[], from: number): Marker | null {
  const { text } = page;
  for (let distance = from; distance <= MAX_DISTANCE; distance += STEP) {
    for (const side of [1, -1]) {
      const at = own - side * distance;
      const marker = text.slice(Math.max(0, at), Math.max(0, at + LENGTH));
      if (marker.length < LENGTH) continue;
      const found = { text: marker, distance: side * distance };
      if (twins.every(twin => twin === own || !isNear(page, found, twin))) return found;
    }
  }
  return null;
}

/** Of several twins the one that the marker stands near; null when it tells nothing. */
export function byMarker(page: PageText, marker: Marker, places: number[]): number | null {
  const near = places.filter(at => isNear(page, marker, at));
  return near.length === 1 ? (near[0] as number) : null;
}

function isNear(page: PageText, { text, distance }: Marker, place: number): boolean {
  const slack = Math.max(MIN_DRIFT, Math.abs(distance) * DRIFT);
  const from = Math.max(0, place - distance - slack);
  return page.text.slice(from, place - distance + text.length + slack).includes(text);
}

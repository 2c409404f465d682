/** A mark on a recording, as editing programs and players pass it on. */
export interface Marker {
  /** In ms of the recording: its first picture is 0, whatever its timecode says. */
  start: number;
  /** Null for a moment. */
  end: number | null;
  name: string;
  /** What is said about it; may be empty. */
  text: string;
}

/** A file or a value is not what its format says. The message names the place. */
export class MarkerProblem extends Error {}

/** Anything on one line, for formats whose lines end an entry. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What `read` gives; a problem of it says on which line. */
export function onLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MarkerProblem) throw new MarkerProblem(`line ${line}: ${error.message}`);
    throw error;
  }
}

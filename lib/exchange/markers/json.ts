/** Markers as JSON, with seconds and, where a frame rate is known, the timecode. */
import { z } from 'zod';
import { type Marker, MarkerProblem } from './marker.ts';
import { type Clock, codeAt, msAt } from './timecode.ts';

const seconds = z.number().min(0).max(1_000_000);
const schema = z.array(
  z.object({
    seconds: seconds.optional(),
    timecode: z.string().optional(),
    endSeconds: seconds.nullish(),
    endTimecode: z.string().nullish(),
    name: z.string().default(''),
    text: z.string().default(''),
  }),
);

export function writeJson(markers: readonly Marker[], clock?: Clock): string {
  const rows = markers.map(({ start, end, name, text }) => ({
    seconds: start / 1000,
    ...(clock ? { timecode: codeAt(start, clock) } : {}),
    endSeconds: end === null ? null : end / 1000,
    ...(clock && end !== null ? { endTimecode: codeAt(end, clock) } : {}),
    name,
    text,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The timecode counts where there are both and a clock to read it by. Throws MarkerProblem. */
export function readJson(text: string, clock?: Clock): Marker[] {
  const rows = schema.safeParse(parsed(text));
  if (!rows.success) throw new MarkerProblem(`not a list of markers: ${z.prettifyError(rows.error)}`);
  return rows.data.map((row, i) => {
    const start = timeOf(row.timecode, row.seconds, clock);
    if (start === undefined) throw new MarkerProblem(`marker ${i + 1} has no time that could be read`);
    const end = timeOf(row.endTimecode ?? undefined, row.endSeconds ?? undefined, clock);
    return { start, end: end !== undefined && end > start ? end : null, name: row.name, text: row.text };
  });
}

function timeOf(code: string | undefined, plain: number | undefined, clock?: Clock): number | undefined {
  if (code !== undefined && clock) return msAt(code, clock);
  return plain === undefined ? undefined : Math.round(plain * 1000);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MarkerProblem(`no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

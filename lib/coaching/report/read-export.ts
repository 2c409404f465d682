/**
 * Reads an export of Sideline: one's own data or a workspace as NDJSON, one's own data as JSON, or what waits on a
 * device (one record a line). What cannot be read is named by its line and left out.
 */
import type { CoachedSince } from '#lib/coaching/metrics/active.ts';
import { type Envelope, storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { parseRecord } from '#lib/records/parse.ts';
import { z } from '#lib/records/zod.ts';

export interface ReadExport {
  records: readonly Envelope[];
  pairings: readonly CoachedSince[];
  /** When the export was made, in ms since 1970; null if it does not say. */
  made: number | null;
  problems: readonly { line: number; message: string }[];
}

const head = z.looseObject({
  sideline: z.string(),
  made: z.string().optional(),
  assignments: z
    .array(
      z.looseObject({
        coachId: z.string(),
        coacheeId: z.string(),
        from: z.number(),
        to: z.number().nullish(),
      }),
    )
    .optional(),
  records: z.array(z.unknown()).optional(),
  damaged: z.array(z.unknown()).optional(),
});

export function readExport(text: string): ReadExport {
  const found = {
    records: [] as Envelope[],
    pairings: [] as CoachedSince[],
    made: null as number | null,
    problems: [] as { line: number; message: string }[],
  };
  const problem = (line: number, message: string) => found.problems.push({ line, message });
  const add = (line: number, record: unknown) => {
    const parsed = parseRecord(record);
    if (parsed.ok) found.records.push(parsed.record);
    else problem(line, `no record: ${parsed.reason}`);
  };
  let [ended, isStream] = [false, false];
  const whole = jsonIn(text);
  const lines = whole === undefined ? text.replace(/^\uFEFF/, '').split(/\r?\n/) : [text];
  for (const [i, each] of lines.entries()) {
    if (each.trim() === '') continue;
    const line = i + 1;
    const value = whole ?? jsonIn(each);
    if (typeof value !== 'object' || value === null) {
      problem(line, 'no JSON');
      continue;
    }
    const start = head.safeParse(value);
    if (start.success) {
      const { made, assignments = [], records, damaged = [] } = start.data;
      const at = Date.parse(made ?? '');
      found.made = Number.isNaN(at) ? null : at;
      isStream = records === undefined;
      for (const { coachId, coacheeId, from, to } of assignments) {
        found.pairings.push({ coachId, memberId: coacheeId, since: from, until: to ?? undefined });
      }
      for (const record of records ?? []) add(line, record);
      for (const _ of damaged) problem(line, 'a damaged record');
    } else if ('record' in value) add(line, value.record);
    else if ('damaged' in value) problem(line, 'a damaged record');
    else if ('end' in value) ended = true;
    else if (storedEnvelopeSchema.safeParse(value).success) add(line, value);
    else problem(line, 'neither a record nor the head of an export');
  }
  if (isStream && !ended) problem(lines.length, 'the file is cut off: it has no last line');
  return found;
}

/** Undefined for what is no JSON, which the caller names by its line. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

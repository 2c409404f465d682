/** Validates records from the server, which we do not trust. */
import type { Envelope } from '#lib/records/envelope.ts';
import { parseRecord } from '#lib/records/parse.ts';
import type { QuarantinedRecord } from '#lib/store/sync-meta.ts';

/** None of our records needs deeper values, and they could exhaust the stack of whatever walks them. */
const MAX_DEPTH = 64;

export interface Incoming {
  records: Envelope[];
  /** What we cannot store, and why. */
  quarantined: QuarantinedRecord[];
}

/** Sorts what the server sent into records to store and records to quarantine. Never throws. */
export function readIncoming(inputs: unknown[], workspaceId: string, now: number): Incoming {
  const incoming: Incoming = { records: [], quarantined: [] };
  for (const input of inputs) {
    const read = readOne(input, workspaceId);
    if (typeof read !== 'string') incoming.records.push(read);
    else incoming.quarantined.push({ ...nameOf(input), reason: read, at: now });
  }
  return incoming;
}

function readOne(input: unknown, workspaceId: string): Envelope | string {
  if (isTooDeep(input)) return 'The record is nested too deeply.';
  const parsed = parseRecord(input);
  if (!parsed.ok) return parsed.reason;
  return parsed.record.workspaceId === workspaceId ? parsed.record : 'The record is of another workspace.';
}

function nameOf(input: unknown): { id?: string } {
  if (typeof input !== 'object' || input === null || !('id' in input)) return {};
  return typeof input.id === 'string' ? { id: input.id.slice(0, 128) } : {};
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    level = level.flatMap(each => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

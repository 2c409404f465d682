/** Records as they come from a server that is not trusted. */
import type { Envelope } from '#lib/records/envelope.ts';
import { parseRecord } from '#lib/records/parse.ts';
import type { QuarantinedRecord } from '#lib/store/sync-meta.ts';

/** Deeper values than any record of ours needs could exhaust the stack of whoever walks them. */
const MAX_DEPTH = 64;

export interface Incoming {
  records: Envelope[];
  /** What cannot be taken in, and why. */
  quarantined: QuarantinedRecord[];
}

/** Sorts what the server sent into what can be kept and what is passed over. Never throws. */
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

/** The registry of record types: one schema file each. A type that is not here is kept as it came and passed on. */
import { acknowledgementBody } from './acknowledgement.ts';
import { behaviourBody } from './behaviour.ts';
import type { Envelope } from './envelope.ts';
import { noteBody } from './note.ts';
import { scorecardBody } from './scorecard.ts';
import type { z } from './zod.ts';

export const recordBodies = {
  behaviour: behaviourBody,
  note: noteBody,
  scorecard: scorecardBody,
  acknowledgement: acknowledgementBody,
} as const;

export type RecordType = keyof typeof recordBodies;
export type Body<T extends RecordType> = z.infer<(typeof recordBodies)[T]>;
export type RecordOf<T extends RecordType> = Omit<Envelope, 'type' | 'body'> & { type: T; body: Body<T> };
export type Note = RecordOf<'note'>;
export type Scorecard = RecordOf<'scorecard'>;
export type Acknowledgement = RecordOf<'acknowledgement'>;
export type Behaviour = RecordOf<'behaviour'>;

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(recordBodies, type);
}

/** Narrows a record to one type; false for a tombstone, whose body is gone. */
export function isType<T extends RecordType>(record: Envelope, type: T): record is Envelope & RecordOf<T> {
  return record.type === type && record.deletedAt === undefined;
}

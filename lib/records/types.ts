/**
 * The registry of record types, one schema file each. A record of a type that is not here is stored as it came and
 * passed on.
 */

import type { Envelope } from './envelope.ts';
import { acknowledgementBody } from './kinds/acknowledgement.ts';
import { behaviourBody } from './kinds/behaviour.ts';
import { commitmentBody } from './kinds/commitment.ts';
import { cycleBody } from './kinds/cycle.ts';
import { decisionBody } from './kinds/decision.ts';
import { evidenceBody } from './kinds/evidence.ts';
import { leaveBody } from './kinds/leave.ts';
import { logBody } from './kinds/log.ts';
import { noteBody } from './kinds/note.ts';
import { placementBody } from './kinds/placement.ts';
import { positionBody } from './kinds/position.ts';
import { programmeBody } from './kinds/programme.ts';
import { replyBody } from './kinds/reply.ts';
import { reviewBody } from './kinds/review.ts';
import { routineBody } from './kinds/routine.ts';
import { rubricBody } from './kinds/rubric.ts';
import { rulingBody } from './kinds/ruling.ts';
import { runBody } from './kinds/run.ts';
import { scorecardBody } from './kinds/scorecard.ts';
import { seenBody } from './kinds/seen.ts';
import { settingsBody } from './kinds/settings.ts';
import { siteBody } from './kinds/site.ts';
import { stageBody } from './kinds/stage.ts';
import { templateBody } from './kinds/template.ts';
import { verdictBody } from './kinds/verdict.ts';
import type { z } from './zod.ts';

export const recordBodies = {
  behaviour: behaviourBody,
  note: noteBody,
  scorecard: scorecardBody,
  seen: seenBody,
  acknowledgement: acknowledgementBody,
  reply: replyBody,
  commitment: commitmentBody,
  evidence: evidenceBody,
  verdict: verdictBody,
  log: logBody,
  ruling: rulingBody,
  rubric: rubricBody,
  cycle: cycleBody,
  template: templateBody,
  site: siteBody,
  placement: placementBody,
  routine: routineBody,
  run: runBody,
  review: reviewBody,
  decision: decisionBody,
  programme: programmeBody,
  stage: stageBody,
  leave: leaveBody,
  settings: settingsBody,
  position: positionBody,
} as const;

export type RecordType = keyof typeof recordBodies;
export type Body<T extends RecordType> = z.infer<(typeof recordBodies)[T]>;
/** An intersection, not `Omit`: that would drop the envelope's own fields, which stand beside an index signature. */
export type RecordOf<T extends RecordType> = Envelope & { type: T; body: Body<T> };
export type Note = RecordOf<'note'>;
export type Scorecard = RecordOf<'scorecard'>;
export type Seen = RecordOf<'seen'>;
export type Acknowledgement = RecordOf<'acknowledgement'>;
export type Behaviour = RecordOf<'behaviour'>;
export type Reply = RecordOf<'reply'>;
export type Commitment = RecordOf<'commitment'>;
export type Evidence = RecordOf<'evidence'>;
export type Verdict = RecordOf<'verdict'>;
export type Log = RecordOf<'log'>;
export type Ruling = RecordOf<'ruling'>;
export type Template = RecordOf<'template'>;
export type Cycle = RecordOf<'cycle'>;
export type Site = RecordOf<'site'>;
export type Placement = RecordOf<'placement'>;
export type Routine = RecordOf<'routine'>;
export type Run = RecordOf<'run'>;
export type Review = RecordOf<'review'>;
export type Decision = RecordOf<'decision'>;
export type Programme = RecordOf<'programme'>;
export type Stage = RecordOf<'stage'>;
export type LeaveRecord = RecordOf<'leave'>;
export type Settings = RecordOf<'settings'>;
export type Position = RecordOf<'position'>;

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(recordBodies, type);
}

/** Narrows a record to one type; false for a tombstone, whose body is gone. */
export function isType<T extends RecordType>(record: Envelope, type: T): record is Envelope & RecordOf<T> {
  return record.type === type && record.deletedAt === undefined;
}

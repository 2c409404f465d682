/** Builds a ruling: a person's decision on a computed pattern or stall (R139–R148). */
import type { Diagnosis, Remedy, StallClass, StructuralCause } from '#lib/records/kinds/ruling.ts';
import type { Body } from '#lib/records/types.ts';
import type { Pattern } from './patterns.ts';
import type { Stall } from './stalls.ts';

/** A record refers to at most 32 others. Keep the latest, which say the most. */
const MAX_REFS = 32;

/** The parts of a ruling apart from its envelope. */
export interface RulingParts {
  body: Body<'ruling'>;
  refs: string[];
  /** Absent for the workspace's own matters, which the whole workspace sees. */
  subjectId: string | undefined;
}

/** What usually helps with each cause. A suggestion, not a decision. */
export const USUAL_REMEDY: Readonly<Record<StructuralCause, Remedy>> = {
  brief: 'brief',
  role: 'role',
  tool: 'workflow',
  template: 'template',
  none: 'practice',
};

export interface PatternFinding {
  cause: StructuralCause;
  remedy: Remedy;
  /** The person who changes it, by name. */
  assigneeId: string;
  sentence: string;
}

export function rulingOnPattern(pattern: Pattern, finding: PatternFinding): RulingParts {
  return {
    body: { on: 'pattern', key: pattern.key, behaviourId: pattern.behaviourId, ...finding },
    refs: pattern.noteIds.slice(-MAX_REFS),
    subjectId: pattern.subjectId,
  };
}

export interface StallFinding {
  stallClass: StallClass;
  diagnosis: Diagnosis | undefined;
  assigneeId: string;
  sentence: string;
  /** It is resolved; otherwise it stays with the person it names. */
  resolved: boolean;
}

export function rulingOnStall(stall: Stall, { diagnosis, ...finding }: StallFinding): RulingParts {
  return {
    body: { on: 'stall', key: stall.key, ...finding, ...(diagnosis ? { diagnosis } : {}) },
    refs: stall.refs.slice(-MAX_REFS),
    subjectId: stall.memberId,
  };
}

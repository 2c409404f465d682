/**
 * What a kind of record is, one row for each: what it may answer, who writes it, how it is logged, kept and shown. A new
 * kind without a row does not compile. No zod here: the page script reads this too.
 */
import type { RecordType } from './types.ts';

interface Common {
  /**
   * What a coachee writes back: it is about the work of its author, and its subject is the person to whom it speaks,
   * whose own coaches it does not concern.
   */
  writtenBack: boolean;
  /** What the audit log calls its first revision; `send` only where others see it and it is about somebody else. */
  audit: 'create' | 'send' | 'acknowledge' | 'score';
  /** Stays past the workspace's retention where it is about nobody: the whole workspace works with it. */
  keptForAll: boolean;
  /** A line in the history under a note. */
  inHistory: boolean;
}

/** A record that stands for itself: what it refers to gives nobody a right to write it. */
export interface Standing extends Common {
  standing: true;
  /** Must it say whose work it is about, unless its author keeps it for themself? */
  needsSubject: boolean;
  /**
   * Who may let others see it. `related`: whoever may write about its subject, and for the whole workspace about
   * nobody, who leads. `leaders` and `owners`: these alone, whoever it is about, for it changes what others work with.
   */
  sharedBy: 'related' | 'leaders' | 'owners';
}

/** A record that answers another one, and is bound to the people and the audience of that. */
export interface Answering extends Common {
  standing: false;
  /** What its first reference may be. */
  answers: readonly RecordType[];
  /**
   * Who may answer with it. `parties`: the two between whom it is, the author and the coachee of what is answered.
   * `coaches`: also the coachee's other coaches and the owners. `readers`: also whoever sees it, for themself alone.
   */
  by: 'parties' | 'coaches' | 'readers';
  /** May it also be written to oneself, with nothing that it answers? */
  alone: boolean;
  /** What it answers must not have been taken back. */
  toLivingOnly: boolean;
}

export type Traits = Standing | Answering;

const STANDING: Standing = {
  standing: true,
  needsSubject: false,
  sharedBy: 'related',
  writtenBack: false,
  audit: 'create',
  keptForAll: false,
  inHistory: false,
};

const ANSWERING = {
  standing: false,
  by: 'parties',
  alone: false,
  toLivingOnly: false,
  writtenBack: false,
  audit: 'create',
  keptForAll: false,
  inHistory: true,
} as const;

export const traits: Readonly<Record<RecordType, Traits>> = {
  behaviour: { ...STANDING, keptForAll: true },
  note: { ...STANDING, needsSubject: true, audit: 'send' },
  scorecard: { ...STANDING, needsSubject: true, audit: 'score' },
  log: STANDING,
  ruling: STANDING,
  cycle: STANDING,
  rubric: { ...STANDING, sharedBy: 'leaders', keptForAll: true },
  template: { ...STANDING, sharedBy: 'leaders' },
  site: { ...STANDING, sharedBy: 'owners', keptForAll: true },
  seen: { ...ANSWERING, answers: ['note'], writtenBack: true, inHistory: false },
  acknowledgement: {
    ...ANSWERING,
    answers: ['note', 'behaviour'],
    toLivingOnly: true,
    writtenBack: true,
    audit: 'acknowledge',
  },
  reply: { ...ANSWERING, answers: ['note', 'acknowledgement'] },
  // After an answer or a verdict too: a client may name first what asked for the promise just now.
  commitment: {
    ...ANSWERING,
    answers: ['note', 'behaviour', 'acknowledgement', 'commitment', 'verdict'],
    alone: true,
    writtenBack: true,
  },
  evidence: { ...ANSWERING, answers: ['commitment', 'note'], writtenBack: true },
  verdict: { ...ANSWERING, answers: ['commitment'], by: 'coaches' },
  placement: { ...ANSWERING, answers: ['note'], by: 'readers', inHistory: false },
};

/** Kinds that this version does not know stand for themselves: nothing is known of what they would answer. */
export function traitsOf(type: string): Traits {
  return isKnown(type) ? traits[type] : STANDING;
}

function isKnown(type: string): type is RecordType {
  return Object.hasOwn(traits, type);
}

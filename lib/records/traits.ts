/**
 * One row for each kind of record: what it may answer, who writes it, and how it is logged, retained and shown. A new
 * kind without a row does not compile. No zod here, because the page script reads this too.
 */
import type { RecordType } from './types.ts';

interface Common {
  /**
   * Written back by a coachee: it is about its author's work, and its subject is the person it addresses, whose own
   * coaches it does not concern.
   */
  writtenBack: boolean;
  /**
   * What the audit log calls its first revision. `send` applies only if others see it and it is about somebody else.
   */
  audit: 'create' | 'send' | 'acknowledge' | 'score';
  /** Survives the workspace's retention period if it is about nobody, because the whole workspace works with it. */
  keptForAll: boolean;
  /** Shown as a line in the history under a note. */
  inHistory: boolean;
}

/** A record that stands alone: referring to another record gives nobody the right to write it. */
export interface Standing extends Common {
  standing: true;
  /** Must it say whose work it is about, unless its author keeps it private? */
  needsSubject: boolean;
  /**
   * Who may share it with others. `related`: anybody who may write about its subject or, for a record about nobody,
   * anybody who leads the workspace. `leaders` and `owners`: only these, whoever it is about, because it changes what
   * others work with. `subject`: the person it is about and the owners, for any audience.
   */
  sharedBy: 'related' | 'leaders' | 'owners' | 'subject';
}

/** A record that answers another one, and is bound to that one's people and audience. */
export interface Answering extends Common {
  standing: false;
  /** The types its first reference may have. */
  answers: readonly RecordType[];
  /**
   * Who may answer with it. `parties`: the author and the coachee of what it answers. `coaches`: also the coachee's
   * other coaches and the owners. `readers`: also anybody who sees it, but privately.
   */
  by: 'parties' | 'coaches' | 'readers';
  /** May it also be written to oneself, answering nothing? */
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
  settings: { ...STANDING, sharedBy: 'owners', keptForAll: true },
  position: { ...STANDING, sharedBy: 'subject', needsSubject: true },
  seen: { ...ANSWERING, answers: ['note'], writtenBack: true, inHistory: false },
  acknowledgement: {
    ...ANSWERING,
    answers: ['note', 'behaviour'],
    toLivingOnly: true,
    writtenBack: true,
    audit: 'acknowledge',
  },
  reply: { ...ANSWERING, answers: ['note', 'acknowledgement'] },
  // Also after an answer or a verdict, because a client may put first whatever prompted the commitment.
  commitment: {
    ...ANSWERING,
    answers: ['note', 'behaviour', 'acknowledgement', 'commitment', 'verdict'],
    alone: true,
    writtenBack: true,
  },
  evidence: { ...ANSWERING, answers: ['commitment', 'note'], writtenBack: true },
  verdict: { ...ANSWERING, answers: ['commitment'], by: 'coaches' },
  placement: { ...ANSWERING, answers: ['note'], by: 'readers', inHistory: false },
  routine: { ...STANDING, keptForAll: true },
  // Whoever coaches the person now holds the check-in that an earlier coach agreed on with them.
  run: { ...ANSWERING, answers: ['routine'], by: 'coaches', inHistory: false },
  review: STANDING,
  decision: { ...ANSWERING, answers: ['review'], by: 'coaches', inHistory: false },
  programme: { ...STANDING, keptForAll: true },
  stage: STANDING,
  leave: STANDING,
};

/** Types that this version does not know stand alone, because we don't know what they would answer. */
export function traitsOf(type: string): Traits {
  return isKnown(type) ? traits[type] : STANDING;
}

function isKnown(type: string): type is RecordType {
  return Object.hasOwn(traits, type);
}

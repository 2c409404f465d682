/**
 * The questions of each kind of review (R097–R102, R107–R109, R115–R126, R153, R161, R164), as data. A set has a version and is never changed
 * under the same one: who answered it can be compared with who answers it next week.
 */
import type { ReviewKind, Seat } from '#lib/records/kinds/review.ts';

export interface Question {
  id: string;
  /** A review is closed only with an answer to it. */
  required: boolean;
  /** What is offered to choose from; a text can stand beside it. Their words are in the texts of the set. */
  choices?: readonly string[];
  /** Several may be chosen. */
  several?: boolean;
  /** The question of one seat alone (R126). */
  seat?: Seat;
}

export interface QuestionSet {
  id: string;
  version: number;
  /** Each question opens when the one before it is saved (R097, R098). */
  inOrder: boolean;
  questions: readonly Question[];
  /** In what it ends besides the answers. */
  ends?: 'decision' | 'ask';
  /** The time that is planned for it, in seconds. */
  seconds: number;
}

const asked = (...ids: string[]): Question[] => ids.map(id => ({ id, required: true }));
const optional = (...ids: string[]): Question[] => ids.map(id => ({ id, required: false }));

/** What may have been in the way in a week (R219). */
export const BARRIERS = [
  'lateScreens',
  'priorities',
  'discomfort',
  'overcommitted',
  'other',
  'nothing',
] as const;
/** Four signs of practice (R121). */
export const PRACTICE = ['practised', 'gotFeedback', 'revised', 'applied'] as const;
const LEVELS = ['0', '1', '2', '3'] as const;

export const questionSets: Readonly<Record<ReviewKind, QuestionSet>> = {
  weekly: {
    id: 'weekly',
    version: 1,
    inOrder: true,
    seconds: 900,
    questions: [
      { id: 'commitments', required: true, choices: PRACTICE, several: true },
      ...asked('scan'),
      { id: 'friction', required: true, choices: BARRIERS, several: true },
      ...asked('nextStep'),
    ],
  },
  monthly: {
    id: 'monthly',
    version: 1,
    inOrder: true,
    seconds: 900,
    questions: asked('trends', 'identity', 'automatic'),
  },
  quarterly: {
    id: 'quarterly',
    version: 1,
    inOrder: true,
    seconds: 900,
    questions: [...asked('goal'), { id: 'behaviours', required: true, several: true }],
  },
  cycle: {
    id: 'cycle',
    version: 1,
    inOrder: true,
    seconds: 900,
    questions: asked(
      'improved',
      'hard',
      'resilience',
      'support',
      'designChange',
      'encouragement',
      'commitment',
    ),
  },
  debrief: {
    id: 'debrief',
    version: 1,
    inOrder: false,
    seconds: 300,
    ends: 'decision',
    questions: [
      ...optional('opening', 'retention', 'comments', 'callToAction'),
      ...asked('worked', 'dropped'),
    ],
  },
  afterAction: {
    id: 'afterAction',
    version: 1,
    inOrder: true,
    seconds: 900,
    ends: 'decision',
    questions: [...optional('expected'), ...asked('happened', 'why', 'next')],
  },
  finish: { id: 'finish', version: 1, inOrder: false, seconds: 120, ends: 'ask', questions: [] },
  sharedAsset: {
    id: 'sharedAsset',
    version: 1,
    inOrder: false,
    seconds: 900,
    ends: 'decision',
    questions: [
      { id: 'performance', required: true, seat: 'creator' },
      { id: 'scheduling', required: true, seat: 'producer' },
      { id: 'execution', required: true, seat: 'editor' },
      { id: 'accountability', required: true, seat: 'manager' },
    ],
  },
  leadership: {
    id: 'leadership',
    version: 1,
    inOrder: false,
    seconds: 900,
    questions: asked('behaviour', 'bottleneck', 'alignment'),
  },
  decisionBrief: {
    id: 'decisionBrief',
    version: 1,
    inOrder: false,
    seconds: 900,
    questions: asked('owner', 'criteria', 'deadline', 'openRisk'),
  },
  checkIn: {
    id: 'checkIn',
    version: 1,
    inOrder: true,
    seconds: 420,
    questions: asked('win', 'behaviour', 'rehearsed', 'change', 'success'),
  },
  dailyCard: {
    id: 'dailyCard',
    version: 1,
    inOrder: false,
    seconds: 300,
    questions: ['clarity', 'energy', 'specificity'].map(id => ({ id, required: true, choices: LEVELS })),
  },
  preShoot: {
    id: 'preShoot',
    version: 1,
    inOrder: true,
    seconds: 420,
    questions: asked('opening', 'adjustment'),
  },
  intake: {
    id: 'intake',
    version: 1,
    inOrder: true,
    seconds: 600,
    questions: asked('followThrough', 'drift', 'patterns'),
  },
  sixWeeks: {
    id: 'sixWeeks',
    version: 1,
    inOrder: false,
    seconds: 300,
    questions: ['consistency', 'stress', 'visibility'].map(id => ({ id, required: true, choices: LEVELS })),
  },
  programmeEnd: {
    id: 'programmeEnd',
    version: 1,
    inOrder: true,
    seconds: 900,
    ends: 'decision',
    questions: asked('changed', 'unchanged', 'bestMoments', 'remove'),
  },
};

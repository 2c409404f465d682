/** The playbooks that Sideline ships with, as data (R151–R156): stages, what belongs to each, and what it takes to go on. */
import { inLanguage } from '#lib/coaching/in-language.ts';
import { type PlaybookTexts, playbooksDe } from './playbooks-de.ts';
import { playbooksEn } from './playbooks-en.ts';

export const playbookIds = ['thirtyDays', 'eightWeeks', 'ninetyDays'] as const;
export type PlaybookId = (typeof playbookIds)[number];

/**
 * What must be there before a stage may be closed, beside its items. Each is looked up in the records by `gateFacts`;
 * `items` means that each item is ticked.
 */
export const gates = [
  'problem',
  'behaviour',
  'baseline',
  'standardWork',
  'notes',
  'endReview',
  'items',
] as const;
export type Gate = (typeof gates)[number];

export interface PlaybookStage {
  id: string;
  /** First and last day, counted from 1. */
  from: number;
  to: number;
  items: readonly string[];
  gates: readonly Gate[];
}

export interface Playbook {
  id: PlaybookId;
  version: number;
  stages: readonly PlaybookStage[];
}

const week = (
  number: number,
  items: readonly string[],
  gates: readonly Gate[] = ['items'],
): PlaybookStage => ({
  id: `week${number}`,
  from: number * 7 - 6,
  to: number * 7,
  items,
  gates,
});

export const playbooks: Readonly<Record<PlaybookId, Playbook>> = {
  thirtyDays: {
    id: 'thirtyDays',
    version: 1,
    stages: [
      week(1, ['chooseProblem', 'chooseBehaviour', 'recordBaseline'], ['problem', 'behaviour', 'baseline']),
      week(2, ['huddles', 'coaching', 'dailyChecks'], ['standardWork']),
      week(3, ['dailyReflex', 'oneCorrection', 'followUp'], ['notes']),
      { ...week(4, ['together', 'unchanged', 'bestMoments', 'remove'], ['endReview']), to: 30 },
    ],
  },
  eightWeeks: {
    id: 'eightWeeks',
    version: 1,
    stages: [
      week(1, ['kickoff', 'goals'], ['problem', 'items']),
      week(2, ['baselineMapping', 'metrics'], ['behaviour', 'baseline', 'items']),
      week(3, ['circles', 'rituals']),
      week(4, ['practice', 'prompts']),
      week(5, ['midpoint', 'pivot']),
      week(6, ['peerLabs', 'sharing']),
      week(7, ['smallActions']),
      week(8, ['review', 'handoff', 'governance'], ['endReview', 'items']),
    ],
  },
  ninetyDays: {
    id: 'ninetyDays',
    version: 1,
    stages: [
      {
        id: 'discovery',
        from: 1,
        to: 30,
        items: ['defineBehaviours', 'mapMetrics', 'gatherInput', 'sponsorship'],
        gates: ['problem', 'behaviour', 'baseline', 'items'],
      },
      {
        id: 'practice',
        from: 31,
        to: 60,
        items: ['circles', 'rituals', 'reflection', 'microPrompts'],
        gates: ['notes', 'items'],
      },
      {
        id: 'reinforcement',
        from: 61,
        to: 90,
        items: ['dashboards', 'recognition', 'peopleTeam'],
        gates: ['endReview', 'items'],
      },
    ],
  },
};

const TEXTS = { en: playbooksEn, de: playbooksDe };

export function playbookTexts(id: PlaybookId, language: string): PlaybookTexts[PlaybookId] {
  return inLanguage<PlaybookTexts>(TEXTS, language)[id];
}

export function playbookOf(id: string): Playbook | undefined {
  return Object.values(playbooks).find(each => each.id === id);
}

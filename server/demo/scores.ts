/** A month of scorecards on the shipped rubric: hook, clarity, follow-up, 0 to 3, oldest first. */
import type { DemoKey } from './people.ts';
import type { DemoWork } from './works.ts';

export interface DemoScore {
  daysAgo: number;
  hour: number;
  author: DemoKey;
  subject: DemoKey;
  work: DemoWork;
  /** Levels for hook, clarity and follow-up; null is "not applicable". */
  levels: readonly [number | null, number | null, number | null];
}

export const demoScores: readonly DemoScore[] = [
  { daysAgo: 29, hour: 9, author: 'ines', subject: 'jonas', work: 'birch', levels: [1, 2, 0] },
  { daysAgo: 28, hour: 13, author: 'tom', subject: 'sam', work: 'kestrelCall', levels: [0, 1, 2] },
  { daysAgo: 27, hour: 10, author: 'ines', subject: 'leila', work: 'nordwindCall', levels: [1, 2, 3] },
  { daysAgo: 24, hour: 15, author: 'ines', subject: 'jonas', work: 'maasCall', levels: [2, 2, 0] },
  { daysAgo: 22, hour: 9, author: 'tom', subject: 'sam', work: 'teaser', levels: [1, 2, null] },
  { daysAgo: 21, hour: 16, author: 'tom', subject: 'leila', work: 'recap', levels: [2, 2, 3] },
  { daysAgo: 20, hour: 8, author: 'jonas', subject: 'jonas', work: 'maasCall', levels: [2, 2, 1] },
  { daysAgo: 14, hour: 15, author: 'ines', subject: 'jonas', work: 'maas', levels: [2, 2, 2] },
  { daysAgo: 13, hour: 9, author: 'tom', subject: 'sam', work: 'kestrel', levels: [1, 2, 1] },
  { daysAgo: 10, hour: 11, author: 'tom', subject: 'leila', work: 'nordwindCall', levels: [1, 3, 3] },
  { daysAgo: 8, hour: 16, author: 'ines', subject: 'jonas', work: 'maas', levels: [2, 2, 2] },
  { daysAgo: 7, hour: 10, author: 'tom', subject: 'sam', work: 'teaser', levels: [3, 2, null] },
  { daysAgo: 6, hour: 14, author: 'ines', subject: 'leila', work: 'recap', levels: [2, 3, 2] },
  { daysAgo: 3, hour: 11, author: 'ines', subject: 'jonas', work: 'crm', levels: [2, 3, 2] },
  { daysAgo: 2, hour: 15, author: 'tom', subject: 'leila', work: 'doc', levels: [1, 3, 1] },
  { daysAgo: 2, hour: 9, author: 'tom', subject: 'sam', work: 'video', levels: [1, 2, 3] },
];

/** The full page's view of the whole workspace, for those who answer for it. */
import type { CoverageAnswer, EscalationsAnswer } from '#lib/sync/insight-protocol.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { inDashboard } from './shells.tsx';
import type { Answers } from './stand-in/server.ts';
import type { Story } from './story.ts';
import { identityOf, LONG_NAME, now, onlyWith } from './worlds.ts';

const share = (k: number, n: number) => ({
  value: k / n,
  k,
  n,
  interval: [0.2, 0.9] as const,
  enough: true,
});

const coverage: CoverageAnswer = {
  minimum: 5,
  weeks: [
    { week: '2026-10-19', coverage: null, verdicts: null, answers: null, adoption: null },
    {
      week: '2026-10-26',
      coverage: { share: share(9, 14), spread: 0.7 },
      verdicts: share(6, 8),
      answers: share(11, 12),
      adoption: share(17, 20),
    },
  ],
};

const escalations: EscalationsAnswer = {
  escalations: [
    {
      kind: 'reply overdue',
      whoId: 'ines',
      whomId: 'jonas',
      since: now - 2 * DAY,
      clock: { name: 'replyHours', value: 24 },
    },
    {
      kind: 'verdict overdue',
      whoId: 'tom',
      whomId: 'leila',
      since: now - DAY,
      assigneeId: 'ines',
      clock: { name: 'verdictDays', value: 7 },
    },
    { kind: 'coach silent', whoId: 'tom', since: now - 3 * HOUR, clock: { name: 'silentDays', value: 1 } },
    { kind: 'milestone missed', whoId: 'mara', whomId: 'sam', since: now - HOUR, clock: { name: 'plan' } },
  ],
};

const press = ['#tab-workspace'] as const;
const none: Answers = {
  '/v1/insight/escalations': { escalations: [] },
  '/v1/insight/coverage': { ...coverage, weeks: [] },
};
const all: Answers = { '/v1/insight/escalations': escalations, '/v1/insight/coverage': coverage };
const long = identityOf('mara').members.map(member => ({ ...member, name: LONG_NAME }));

export const stories: readonly Story[] = [
  {
    name: 'workspace, escalations and figures',
    world: { ...onlyWith('mara', []), server: all },
    show: inDashboard,
    press,
    until: '.card',
  },
  {
    name: 'workspace, names without an end',
    world: { ...onlyWith('mara', [], long), server: all },
    show: inDashboard,
    press,
    until: '.card',
  },
  {
    name: 'workspace, nothing late',
    world: { ...onlyWith('mara', []), server: none },
    show: inDashboard,
    press,
  },
  { name: 'workspace, no answer', world: onlyWith('mara', []), show: inDashboard, press },
];

/** Whose own behaviours some of the demo's are, and how often each was done, week by week. */
import type { LogResult } from '#lib/records/log.ts';
import type { DemoBehaviour } from './behaviours.ts';
import type { DemoKey } from './people.ts';

export interface DemoPractice {
  person: DemoKey;
  behaviour: DemoBehaviour;
  /** One sign for each working day, the oldest first, up to yesterday: done, not done, no chance; `.` not logged. */
  days: string;
}

const SIGNS: Readonly<Record<string, LogResult>> = { '+': 'done', '-': 'notDone', o: 'noOpportunity' };

export const demoPractice: readonly DemoPractice[] = [
  { person: 'jonas', behaviour: 'nextStep', days: '--+-o -+-++ +-++o +++-+' },
  { person: 'jonas', behaviour: 'followUp', days: '+--.+ o-+-+ -+o+- ++-+-' },
  { person: 'leila', behaviour: 'nextStep', days: '++-+o +++.+ -++++ ++++.' },
  { person: 'sam', behaviour: 'hook', days: '--o-. -+o-- +-+-o ++-+o' },
];

/** What was logged on that sign's day, if anything was. */
export function logResultOf(sign: string): LogResult | undefined {
  return SIGNS[sign];
}

/** Whether this person works on this behaviour. */
export function isOwn(person: DemoKey, behaviour: DemoBehaviour): boolean {
  return demoPractice.some(practice => practice.person === person && practice.behaviour === behaviour);
}

/** Which behaviours the demo's people work on themselves, and how often they did each, week by week. */
import type { LogResult } from '#lib/records/kinds/log.ts';
import type { DemoBehaviour } from './behaviours.ts';
import type { DemoKey } from './people.ts';

export interface DemoPractice {
  person: DemoKey;
  behaviour: DemoBehaviour;
  /**
   * One character for each working day up to yesterday, the oldest first: done, not done, no chance; `.` not logged.
   */
  days: string;
}

const SIGNS: Readonly<Record<string, LogResult>> = { '+': 'done', '-': 'notDone', o: 'noOpportunity' };

export const demoPractice: readonly DemoPractice[] = [
  { person: 'jonas', behaviour: 'nextStep', days: '--+-o -+-++ +-++o +++-+' },
  { person: 'jonas', behaviour: 'followUp', days: '+--.+ o-+-+ -+o+- ++-+-' },
  { person: 'leila', behaviour: 'nextStep', days: '++-+o +++.+ -++++ ++++.' },
  { person: 'sam', behaviour: 'hook', days: '--o-. -+o-- +-+-o ++-+o' },
];

/** What was logged on that character's day, if anything. */
export function logResultOf(sign: string): LogResult | undefined {
  return SIGNS[sign];
}

/** Does this person work on this behaviour? */
export function isOwn(person: DemoKey, behaviour: DemoBehaviour): boolean {
  return demoPractice.some(practice => practice.person === person && practice.behaviour === behaviour);
}

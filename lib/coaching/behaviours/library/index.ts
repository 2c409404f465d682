/** The behaviours Sideline ships with. People adopt them, change them or leave them alone (R017–R023, R215). */
import type { BehaviourRole } from '#lib/records/kinds/behaviour.ts';
import { creatorBehaviours } from './creators.ts';
import { editorBehaviours } from './editors.ts';
import type { ShippedBehaviour } from './entry.ts';
import { everyoneBehaviours } from './everyone.ts';
import { leaderBehaviours } from './leaders.ts';
import { salesBehaviours } from './sales.ts';

export type { ShippedBehaviour } from './entry.ts';

export const shippedBehaviours: readonly ShippedBehaviour[] = [
  ...salesBehaviours,
  ...creatorBehaviours,
  ...editorBehaviours,
  ...leaderBehaviours,
  ...everyoneBehaviours,
];

/** What a leader's behaviours require at each level (R025). */
export interface LevelTexts {
  frontline: string;
  mid: string;
  senior: string;
}

const LEADER_LEVELS: LevelTexts = {
  frontline:
    'Hold one-to-ones and one coaching conversation a week with each person, in the same short form.',
  mid: 'Sponsor one ritual across teams and coach your own leads as regularly as they coach.',
  senior: 'Protect the time for coaching in the calendar, name a sponsor, and keep the rhythm as it grows.',
};

export function levelTexts(role: BehaviourRole): LevelTexts | undefined {
  return role === 'leader' ? LEADER_LEVELS : undefined;
}

/** The behaviours for one role, followed by those for everyone. */
export function behavioursOf(role: BehaviourRole): ShippedBehaviour[] {
  const fits = shippedBehaviours.filter(({ body }) => body.role === role);
  return role === 'everyone' ? fits : [...fits, ...everyoneBehaviours];
}

export function shippedBehaviour(id: string): ShippedBehaviour | undefined {
  return shippedBehaviours.find(behaviour => behaviour.id === id);
}

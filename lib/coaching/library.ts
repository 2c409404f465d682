/** The behaviours that Sideline ships with, to be taken up, changed or left alone (R017–R023, R215). */
import type { BehaviourRole } from '#lib/records/behaviour.ts';
import { creatorBehaviours } from './library/creators.ts';
import { editorBehaviours } from './library/editors.ts';
import type { ShippedBehaviour } from './library/entry.ts';
import { everyoneBehaviours } from './library/everyone.ts';
import { leaderBehaviours } from './library/leaders.ts';
import { salesBehaviours } from './library/sales.ts';

export type { ShippedBehaviour } from './library/entry.ts';

export const shippedBehaviours: readonly ShippedBehaviour[] = [
  ...salesBehaviours,
  ...creatorBehaviours,
  ...editorBehaviours,
  ...leaderBehaviours,
  ...everyoneBehaviours,
];

/** Those for one role, with those for everyone after them. */
export function behavioursOf(role: BehaviourRole): ShippedBehaviour[] {
  const fits = shippedBehaviours.filter(({ body }) => body.role === role);
  return role === 'everyone' ? fits : [...fits, ...everyoneBehaviours];
}

export function shippedBehaviour(id: string): ShippedBehaviour | undefined {
  return shippedBehaviours.find(behaviour => behaviour.id === id);
}

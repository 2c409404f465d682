/** The demo workspace's five behaviours, out of the shipped ones. */
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import type { Body } from '#lib/records/types.ts';

export const demoBehaviours = {
  nextStep: 'library:next-step-aloud',
  coldReason: 'library:cold-reason',
  followUp: 'library:same-day-follow-up',
  hook: 'library:opening-structure',
  callToAction: 'library:cta-placement',
} as const;

export type DemoBehaviour = keyof typeof demoBehaviours;

export function behaviourBodyOf(key: DemoBehaviour): Body<'behaviour'> {
  const shipped = shippedBehaviour(demoBehaviours[key]);
  if (!shipped) throw new Error(`The library has no ${demoBehaviours[key]}.`);
  return { ...shipped.body, state: 'active' };
}

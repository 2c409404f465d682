import type { StepProps } from '../NextStep.tsx';

/** What a note's author owes: a reply to "discuss" or "dispute", or a verdict. */
export function CoachStep(_props: StepProps & { step: 'reply' | 'verdict' }) {
  return null;
}

import { i18n } from '#i18n';
import type { ActivationProblem, BehaviourPart } from '#lib/coaching/behaviours/activation.ts';
import type { ActiveAnswer } from '#lib/coaching/behaviours/limits.ts';
import { partLabel } from './parts.ts';

/** Why a behaviour cannot be active now, and what to do about it. */
export function limitLabel(answer: Extract<ActiveAnswer, { ok: false }>): string {
  if (answer.code === 'incomplete') return i18n.t('behaviours.missing', [partsToLookAt(answer.problems)]);
  return answer.code === 'no-execution-problem'
    ? i18n.t('behaviours.needsProblem')
    : i18n.t('behaviours.tooMany', [String(answer.limit)]);
}

/** The parts that keep a behaviour from being active, each once, after anything else that does. */
export function partsToLookAt(
  problems: readonly ActivationProblem[],
  before: readonly string[] = [],
): string {
  const parts = [...new Set(problems.map(({ part }): BehaviourPart => part))];
  return [...before, ...parts.map(partLabel)].join(' · ');
}

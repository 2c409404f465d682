import { i18n } from '#i18n';
import type { LimitAnswer } from '#lib/coaching/behaviours/limits.ts';

/** Why a behaviour cannot be active now, and what to do about it. */
export function limitLabel(answer: Extract<LimitAnswer, { ok: false }>): string {
  return answer.code === 'no-execution-problem'
    ? i18n.t('behaviours.needsProblem')
    : i18n.t('behaviours.tooMany', [String(answer.limit)]);
}

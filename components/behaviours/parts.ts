import { i18n } from '#i18n';
import { type BehaviourPart, behaviourParts } from '#lib/coaching/behaviours/activation.ts';

export const PARTS = behaviourParts;

/** Each part as the question it answers. */
export function partLabel(part: BehaviourPart): string {
  return {
    name: i18n.t('behaviours.parts.name'),
    when: i18n.t('behaviours.parts.when'),
    looksLike: i18n.t('behaviours.parts.looksLike'),
    soundsGood: i18n.t('behaviours.parts.soundsGood'),
    ifItBreaks: i18n.t('behaviours.parts.ifItBreaks'),
    howOften: i18n.t('behaviours.parts.howOften'),
    standard: i18n.t('behaviours.parts.standard'),
    byWhen: i18n.t('behaviours.parts.byWhen'),
  }[part];
}

import { i18n } from '#i18n';
import type { Rule } from '#lib/coaching/language/index.ts';

/** What to do about what the language check flagged, in the interface's language. */
export function ruleHint(rule: Rule): string {
  return {
    outcome: i18n.t('composer.language.outcome'),
    personal: i18n.t('composer.language.personal'),
    accusation: i18n.t('composer.language.accusation'),
    absolute: i18n.t('composer.language.absolute'),
    discipline: i18n.t('composer.language.discipline'),
    'state-verb': i18n.t('composer.language.stateVerb'),
    'no-verb': i18n.t('composer.language.noVerb'),
    quality: i18n.t('composer.language.quality'),
    degree: i18n.t('composer.language.degree'),
    frequency: i18n.t('composer.language.frequency'),
    anchor: i18n.t('composer.language.anchor'),
    'one-ask': i18n.t('composer.language.oneAsk'),
    hedge: i18n.t('composer.language.hedge'),
  }[rule];
}

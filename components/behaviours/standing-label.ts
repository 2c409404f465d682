import { i18n } from '#i18n';
import type { BehaviourStanding } from '#lib/coaching/behaviours/activation.ts';

/** The state of a behaviour, in words for everybody involved. */
export function standingLabel({ state, answer }: BehaviourStanding, name: string): string {
  switch (state) {
    case 'active':
      return i18n.t('behaviours.active');
    case 'agreed':
      return i18n.t('behaviours.agreed', [name]);
    case 'automatic':
      return i18n.t('behaviours.automatic');
    case 'parked':
      return i18n.t('behaviours.parked');
    case 'retired':
      return i18n.t('behaviours.retired');
    case 'proposed':
      return answer === null || answer === 'accept'
        ? i18n.t('behaviours.proposed', [name])
        : i18n.t('behaviours.discussed', [name]);
  }
}

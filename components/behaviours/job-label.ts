import { i18n } from '#i18n';
import type { BehaviourRole } from '#lib/records/kinds/behaviour.ts';

/** The job that a shipped behaviour is for, as a heading. */
export function jobLabel(role: BehaviourRole): string {
  return {
    sales: i18n.t('behaviours.roles.sales'),
    service: i18n.t('behaviours.roles.service'),
    creator: i18n.t('behaviours.roles.creator'),
    editor: i18n.t('behaviours.roles.editor'),
    creatorLead: i18n.t('behaviours.roles.creatorLead'),
    leader: i18n.t('behaviours.roles.leader'),
    everyone: i18n.t('behaviours.roles.everyone'),
  }[role];
}

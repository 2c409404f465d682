import { i18n } from '#i18n';
import type { Identity } from '#lib/store/identity.ts';

/** Stands for the whole workspace where a person is chosen. */
export const EVERYONE = '';

/** For whom this member may write: oneself, those whom one coaches, for owners all, and the workspace's own list. */
export function peopleFor({ memberId, members, workspaceName }: Identity): { id: string; name: string }[] {
  const me = members.find(member => member.id === memberId);
  const leads = me?.roles.includes('owner') || me?.roles.includes('coach');
  const theirs = members.filter(
    member => member.id !== memberId && (me?.roles.includes('owner') || member.coachIds.includes(memberId)),
  );
  return [
    { id: memberId, name: i18n.t('composer.myself') },
    ...theirs,
    ...(leads && members.length > 1
      ? [{ id: EVERYONE, name: i18n.t('behaviours.wholeTeam', [workspaceName]) }]
      : []),
  ];
}

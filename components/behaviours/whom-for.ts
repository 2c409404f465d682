import { i18n } from '#i18n';
import { leads, mayWriteAbout } from '#lib/records/permissions.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';

/** Means the whole workspace where a person is chosen. */
export const EVERYONE = '';

/**
 * The people this member may write behaviours for: themself, the people they coach, everybody for an owner; and the
 * workspace's own list.
 */
export function peopleFor({ memberId, members, workspaceName }: Identity): { id: string; name: string }[] {
  const writer = writerOf({ memberId, members });
  const theirs = members.filter(({ id }) => id !== memberId && mayWriteAbout(writer, id));
  return [
    { id: memberId, name: i18n.t('composer.myself') },
    ...theirs,
    ...(leads(writer) && members.length > 1
      ? [{ id: EVERYONE, name: i18n.t('behaviours.wholeTeam', [workspaceName]) }]
      : []),
  ];
}

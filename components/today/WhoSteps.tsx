import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';

/** Who sees what is on this view, who may step in, and what happens when a day passes (R146). */
export function WhoSteps({ identity }: { identity: Identity }) {
  return (
    <details className="who">
      <summary>{i18n.t('today.who.title')}</summary>
      <WhoStepsWords identity={identity} />
    </details>
  );
}

/** The same without having to ask for it. */
export function WhoStepsWords({ identity }: { identity: Identity }) {
  const me = identity.members.find(member => member.id === identity.memberId);
  const coaches = me?.coachIds.filter(id => id !== identity.memberId) ?? [];
  const owners = identity.members
    .filter(member => member.roles.includes('owner') && member.id !== identity.memberId)
    .map(({ id }) => id);
  const names = (ids: readonly string[]) =>
    new Intl.ListFormat(i18n.t('language')).format(ids.map(id => nameOf(identity, id)));
  const alone = identity.members.length < 2;
  if (alone) {
    return (
      <p>
        {identity.workspaceId === SOLO_WORKSPACE ? i18n.t('today.who.alone') : i18n.t('today.who.aloneTeam')}
      </p>
    );
  }
  return (
    <ul className="stack tight">
      <li>
        {coaches.length === 0
          ? i18n.t('today.who.noCoach')
          : coaches.length === 1
            ? i18n.t('today.who.coach', [names(coaches)])
            : i18n.t('today.who.coaches', [names(coaches)])}
      </li>
      {owners.length > 0 && (
        <li>
          {owners.length === 1
            ? i18n.t('today.who.owner', [names(owners)])
            : i18n.t('today.who.owners', [names(owners)])}
        </li>
      )}
      <li>{i18n.t('note.who.nextWords')}</li>
    </ul>
  );
}

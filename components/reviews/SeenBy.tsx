import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import type { Review } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';

/** Who reads what is written here, in a sentence. */
export function SeenBy({ identity, review }: { identity: Identity; review: Review }) {
  return <p className="hint">{sentence(identity, review)}</p>;
}

function sentence(identity: Identity, { audience, subjectId }: Review): string {
  if (audience === 'workspace' && identity.members.length > 1) return i18n.t('reviews.seenByAll');
  if (audience !== 'coaches' || subjectId === undefined) return i18n.t('reviews.seenByMe');
  if (subjectId !== identity.memberId) return i18n.t('reviews.seenByPerson', [nameOf(identity, subjectId)]);
  const me = identity.members.find(({ id }) => id === subjectId);
  const coaches = me?.coachIds.filter(id => id !== subjectId) ?? [];
  if (coaches.length === 0) return i18n.t('reviews.seenByMe');
  const names = new Intl.ListFormat(i18n.t('language')).format(coaches.map(id => nameOf(identity, id)));
  return i18n.t('reviews.seenByCoaches', [names]);
}

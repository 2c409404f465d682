/** Who said that a behaviour did not happen: the person, or a coach about them. */
import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';

/** `said` is the entry or verdict that the miss stands on; `name` is the name of the person, `memberId`. */
export function missLabel(
  said: Pick<Envelope, 'type' | 'authorId'>,
  memberId: string,
  name: string,
  identity: Identity,
): string {
  const { type, authorId } = said;
  if (authorId === memberId) return i18n.t('coach.stallMissed', [name]);
  const isMine = authorId === identity.memberId;
  const author = nameOf(identity, authorId);
  if (type === 'verdict') {
    return isMine
      ? i18n.t('coach.stallNotSeenByMe', [name])
      : i18n.t('coach.stallNotSeenByOther', [name, author]);
  }
  return isMine
    ? i18n.t('coach.stallMissedByMe', [name])
    : i18n.t('coach.stallMissedByOther', [name, author]);
}

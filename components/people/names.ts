import { i18n } from '#i18n';
import { type Named, tellApart } from '#lib/coaching/namesakes.ts';
import type { ComposerContext } from '#lib/messages/contract.ts';
import type { Identity } from '#lib/store/identity.ts';

/** A member's name as this person should read it. For somebody who left, it says so. */
export function nameOf(identity: Identity, memberId: string | undefined): string {
  if (memberId === undefined || memberId === identity.memberId) return i18n.t('note.you');
  const member = identity.members.find(each => each.id === memberId);
  if (member) return distinctName(member, identity.members);
  const former = identity.former?.find(each => each.id === memberId);
  return former ? i18n.t('note.formerMemberNamed', [former.name]) : i18n.t('note.formerMember');
}

/** Looked through once for each list, as lists of people ask for every name in it. */
const known = new WeakMap<readonly Named[], ReturnType<typeof tellApart>>();

/** The name, with what tells its bearer from others of that name in `everybody`. */
export function distinctName({ id, name }: Named, everybody: readonly Named[]): string {
  const all = known.get(everybody) ?? tellApart(everybody);
  known.set(everybody, all);
  const telling = all.get(id);
  if (!telling) return name;
  if ('number' in telling) return i18n.t('note.namedNumbered', [name, String(telling.number)]);
  const coaches = new Intl.ListFormat(i18n.t('language')).format(telling.coaches);
  return i18n.t('note.namedWithCoach', [name, coaches]);
}

/** The name of somebody about whom one may write; '' if nobody is chosen, or nobody who is here. */
export function subjectNameIn(
  { members, others = [] }: Pick<ComposerContext, 'members' | 'others'>,
  subjectId: string | undefined,
): string {
  const person = members.find(({ id }) => id === subjectId);
  return person ? distinctName(person, [...members, ...others]) : '';
}

/** Who wrote a record and whose work it is about, as this person should read it. */
export function authorAndSubject(
  record: { authorId: string; subjectId?: string | undefined },
  identity: Identity,
): string {
  const me = identity.memberId;
  const author = nameOf(identity, record.authorId);
  const subject = nameOf(identity, record.subjectId);
  if (record.authorId === me) {
    return record.subjectId === me ? i18n.t('note.toYourself') : i18n.t('note.byYouFor', [subject]);
  }
  return record.subjectId === me ? i18n.t('note.byFor', [author]) : i18n.t('note.by', [author, subject]);
}

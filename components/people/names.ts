import { i18n } from '#i18n';
import { type Named, tellApart } from '#lib/coaching/namesakes.ts';
import type { Identity } from '#lib/store/identity.ts';

/** A member's name as this person should read it. For somebody who left, it says so. */
export function nameOf(identity: Identity, memberId: string | undefined): string {
  if (memberId === undefined || memberId === identity.memberId) return i18n.t('note.you');
  const member = identity.members.find(each => each.id === memberId);
  if (member) return distinctName(member, identity.members);
  const former = identity.former?.find(each => each.id === memberId);
  return former ? i18n.t('note.formerMemberNamed', [former.name]) : i18n.t('note.formerMember');
}

/** The name, with what tells its bearer from others of that name. */
export function distinctName(person: Named, everybody: readonly Named[]): string {
  const telling = tellApart(person, everybody);
  if (!telling) return person.name;
  return 'coaches' in telling
    ? i18n.t('note.namedWithCoach', [
        person.name,
        new Intl.ListFormat(i18n.t('language')).format(telling.coaches),
      ])
    : i18n.t('note.namedNumbered', [person.name, String(telling.number)]);
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

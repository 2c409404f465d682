/** What the picker says, by its codes. */
import { i18n } from '#i18n';
import type { Remark, TrialPart } from '#lib/artifacts/teach/try-definition.ts';

/** Found out by going from one record to the next, which a trial on one page cannot know. */
export type LessonRemark =
  | Remark
  /** The same text on two records. */
  | { code: 'same'; what: TrialPart }
  /** Notes that were written under the earlier definition have another key. */
  | { code: 'moved' };

export function partName(what: TrialPart): string {
  switch (what) {
    case 'title':
      return i18n.t('sites.teach.title');
    case 'owner':
      return i18n.t('sites.teach.owner');
    case 'stage':
      return i18n.t('sites.teach.stage');
    case 'fields':
      return i18n.t('sites.teach.fields');
  }
}

export function wordsFor(remark: LessonRemark): string {
  switch (remark.code) {
    case 'address':
      return i18n.t('sites.teach.otherAddress');
    case 'moved':
      return i18n.t('sites.teach.moved');
    case 'same':
      return i18n.t('sites.teach.same', [partName(remark.what)]);
    case 'nothing':
      return i18n.t('sites.teach.nothing', [partName(remark.what)]);
    case 'many':
      return i18n.t('sites.teach.many', [partName(remark.what), String(remark.count), remark.css]);
    case 'position':
      return i18n.t('sites.teach.place', [partName(remark.what)]);
  }
}

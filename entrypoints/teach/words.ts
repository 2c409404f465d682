/** The words for the picker's codes. */
import { i18n } from '#i18n';
import type { Remark, TrialPart } from '#lib/artifacts/teach/try-definition.ts';

/** What only shows when going from one record to the next, and not when trying a definition on one page. */
export type LessonRemark =
  | Remark
  /** Two records have the same text. */
  | { code: 'same'; what: TrialPart }
  /** Notes that were written with the earlier definition have another key. */
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

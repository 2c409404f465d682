import { i18n } from '#i18n';
import type { LogResult } from '#lib/records/kinds/log.ts';

/** What an entry says. Says "in time" for a behaviour whose standard is a time. */
export function resultWords(result: LogResult, kind: string | undefined): string {
  if (result === 'done') return kind === 'latency' ? i18n.t('today.log.inTime') : i18n.t('today.log.done');
  if (result === 'notDone')
    return kind === 'latency' ? i18n.t('today.log.late') : i18n.t('today.log.notDone');
  return i18n.t('today.log.noOpportunity');
}

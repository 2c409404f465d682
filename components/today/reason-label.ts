import { i18n } from '#i18n';
import type { MissReason } from '#lib/records/kinds/commitment.ts';

/** What got in the way, in words. */
export function reasonLabel(reason: MissReason): string {
  return {
    process: i18n.t('note.resize.process'),
    cue: i18n.t('note.resize.cue'),
    schedule: i18n.t('note.resize.schedule'),
    demoralised: i18n.t('note.resize.demoralised'),
  }[reason];
}

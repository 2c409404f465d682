import { i18n } from '#i18n';
import type { WinKind } from '#lib/coaching/loop/wins.ts';

/** A win as a sentence, in the interface's language. */
export function winLabel(kind: WinKind, behaviour: string, count: number): string {
  return {
    recognised: i18n.t('coach.winRecognised', [behaviour]),
    'first time': i18n.t('coach.winFirst', [behaviour]),
    'first after a miss': i18n.t('coach.winAgain', [behaviour]),
    streak: i18n.t('coach.winStreak', [behaviour, String(count)]),
    implemented: i18n.t('coach.winImplemented', [behaviour]),
  }[kind];
}

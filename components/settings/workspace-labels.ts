/** The words for the numbers that a workspace sets. */
import { i18n } from '#i18n';
import type { NUMBERS, NumberSetting } from '#lib/coaching/settings/defaults.ts';

export function groupLabel(group: keyof typeof NUMBERS): string {
  return {
    clocks: i18n.t('workspace.clocks'),
    caps: i18n.t('workspace.caps'),
    windows: i18n.t('workspace.windows'),
  }[group];
}

export function numberLabel(name: NumberSetting): string {
  return {
    noteHours: i18n.t('workspace.number.noteHours'),
    answerHours: i18n.t('workspace.number.answerHours'),
    replyHours: i18n.t('workspace.number.replyHours'),
    commitmentHours: i18n.t('workspace.number.commitmentHours'),
    verdictDays: i18n.t('workspace.number.verdictDays'),
    notesADay: i18n.t('workspace.number.notesADay'),
    peopleInFigures: i18n.t('workspace.number.peopleInFigures'),
    patternDays: i18n.t('workspace.number.patternDays'),
    noEntryDays: i18n.t('workspace.number.noEntryDays'),
    overdueDays: i18n.t('workspace.number.overdueDays'),
    silentDays: i18n.t('workspace.number.silentDays'),
  }[name];
}

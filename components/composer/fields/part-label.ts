import { i18n } from '#i18n';
import type { NoteText } from '#lib/records/kinds/note.ts';

/** What a text field of a note is called. */
export function partLabel(part: NoteText, isQuestion = false): string {
  return {
    observation: i18n.t('composer.observation'),
    impact: i18n.t('composer.impact'),
    nextAction: isQuestion ? i18n.t('composer.answerTo') : i18n.t('composer.nextAction'),
    affirmation: i18n.t('composer.affirmation'),
  }[part];
}

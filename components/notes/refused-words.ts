import { partLabel } from '#components/composer/fields/part-label.ts';
import { messageLabel } from '#components/composer/Message.tsx';
import { notTaken } from '#components/composer/state/messages.ts';
import { i18n } from '#i18n';
import type { SendOutcome } from '#lib/messages/contract.ts';
import type { NoteText } from '#lib/records/kinds/note.ts';

export type Refused = Extract<SendOutcome, { ok: false }>;

/**
 * Why a note about `name` was not sent, outside the composer: its words, but for those that speak of its fields.
 * `labelOf` says what a field is called there.
 */
export function refusedWords(
  refused: Refused,
  name: string,
  labelOf: (part: NoteText) => string = partLabel,
): string {
  if (refused.reason === 'reword') return i18n.t('note.hidden.aboutThePerson', [labelOf(refused.part)]);
  if (refused.reason === 'ask') return i18n.t('note.hidden.notSeen', [labelOf(refused.part)]);
  const message = notTaken(refused, name, '');
  return message.kind === 'ask' ? '' : messageLabel(message, false);
}

import type { Envelope } from './envelope.ts';
import { isType, type Settings } from './types.ts';

/** The settings that count among these records: the latest that somebody shared who is an owner today. */
export function settingsIn(
  records: readonly Envelope[],
  ownerIds: ReadonlySet<string>,
): Settings | undefined {
  return records
    .filter(record => isType(record, 'settings'))
    .filter(({ audience, authorId }) => audience === 'workspace' && ownerIds.has(authorId))
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1))
    .at(-1);
}

import type { Envelope } from './envelope.ts';
import { type Body, isType } from './types.ts';

/** The settings that count among these records: the latest that an owner shared. */
export function settingsIn(records: readonly Envelope[]): Body<'settings'> | undefined {
  return records
    .filter(record => isType(record, 'settings'))
    .filter(({ audience }) => audience === 'workspace')
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1))
    .at(-1)?.body;
}

/** What a page script announces to all of ours that listen, told from the other messages. */
import type { Announcement } from './contract.ts';

/** What was announced; undefined for every other message. Whose it is, the sender tells. */
export function announced(message: unknown): Announcement['announce'] | undefined {
  return typeof message === 'object' && message !== null && 'announce' in message
    ? (message as Announcement).announce
    : undefined;
}

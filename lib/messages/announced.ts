/** Tells a page script's announcements, which anybody of ours may hear, from other messages. */
import type { Announcement } from './contract.ts';

/** What was announced; undefined for every other message. Check the sender to know who announced it. */
export function announced(message: unknown): Announcement['announce'] | undefined {
  return typeof message === 'object' && message !== null && 'announce' in message
    ? (message as Announcement).announce
    : undefined;
}

/**
 * The chord that marks a moment (a browser command, so that the person can change it and the browser shows when two
 * extensions want the same): opens the panel, which marks and takes the focus, so that single keys are ours there and
 * never the page's.
 */
import { announceMark } from '#lib/device/marked-moment.ts';
import { askPage } from '#lib/messages/ask.ts';
import { ensureTools } from './scripts.ts';

export async function markMoment(tabId: number, now: number): Promise<void> {
  await announceMark(tabId, now);
  if (await ensureTools(tabId)) await askPage(tabId, 'tools.panel', { open: true });
}

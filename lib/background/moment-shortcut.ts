/**
 * The shortcut that marks a moment. It is a browser command, so that the person can change it and the browser reports
 * a conflict between two extensions. It opens the panel, which marks the moment and takes the focus, so that single
 * keys reach us there and never the page.
 */
import { announceMark } from '#lib/device/moment-shortcut.ts';
import { askPage } from '#lib/messages/ask.ts';
import { ensureTools } from './scripts.ts';

export async function markMoment(tabId: number, now: number): Promise<void> {
  await announceMark(tabId, now);
  if (await ensureTools(tabId)) await askPage(tabId, 'tools.panel', { open: true });
}

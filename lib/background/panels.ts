/**
 * Knows which framed panels are ours. panel.html has to be web-accessible, so any page can frame it. Only the panel
 * that the page tools opened receives a ticket, over a channel the page cannot see, and only a frame that claimed a
 * ticket may send us commands. Tickets are in session storage, because the worker may be killed before one is claimed.
 */
import { browser } from 'wxt/browser';
import type { Sender } from '#lib/messages/serve.ts';
import { newId } from '#lib/records/create.ts';

const TICKET = 'ticket:';
const PANEL = 'panel:';
/** A ticket is claimed within about a second; an older one belongs to a page that has gone. */
const TICKET_LIFE_MS = 60_000;

interface Ticket {
  tabId: number;
  madeAt: number;
}

/** A ticket for the one panel that the tools in `tabId` are about to open. */
export async function issueTicket(tabId: number, now: number): Promise<string> {
  const ticket = newId() + newId();
  const value: Ticket = { tabId, madeAt: now };
  await browser.storage.session.set({ [TICKET + ticket]: value });
  return ticket;
}

/** True once, and only for the ticket's own tab. From then on this document may send commands. */
export async function claimPanel(ticket: string, sender: Sender, now: number): Promise<boolean> {
  const key = TICKET + ticket;
  const stored = (await browser.storage.session.get(key))[key] as Ticket | undefined;
  if (!stored || stored.tabId !== sender.tabId || now - stored.madeAt > TICKET_LIFE_MS) return false;
  await Promise.all([
    browser.storage.session.remove(key),
    browser.storage.session.set({ [panelKey(sender)]: true }),
  ]);
  return true;
}

export async function isClaimed(sender: Sender): Promise<boolean> {
  const key = panelKey(sender);
  return (await browser.storage.session.get(key))[key] === true;
}

/** Forgets a closed tab's panels and tickets. */
export async function forgetTab(tabId: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const gone = Object.entries(all).filter(
    ([key, value]) =>
      key.startsWith(`${PANEL}${tabId}:`) || (key.startsWith(TICKET) && (value as Ticket).tabId === tabId),
  );
  if (gone.length > 0) await browser.storage.session.remove(gone.map(([key]) => key));
}

/** Uses the document id where the browser has one, because a frame that navigates becomes a different document. */
function panelKey(sender: Sender): string {
  return `${PANEL}${sender.tabId}:${sender.documentId ?? `frame-${sender.frameId}`}`;
}

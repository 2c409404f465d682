/**
 * Which framed panels are ours. panel.html must be web-accessible, so any page can put it in a frame; only the one
 * that the page tools put up is told a ticket, over a channel that the page cannot see, and only a frame that claimed
 * a ticket may speak. Kept in session storage: the worker may be killed between the two.
 */
import { browser } from 'wxt/browser';
import type { Sender } from '#lib/messages/serve.ts';
import { newId } from '#lib/records/create.ts';

const TICKET = 'ticket:';
const PANEL = 'panel:';
/** A ticket is claimed within a second or so; one that lies longer is of a page that went away. */
const TICKET_LIFE_MS = 60_000;

interface Ticket {
  tabId: number;
  madeAt: number;
}

/** A ticket for the one panel that the tools of `tabId` are about to open. */
export async function issueTicket(tabId: number, now: number): Promise<string> {
  const ticket = newId() + newId();
  const value: Ticket = { tabId, madeAt: now };
  await browser.storage.session.set({ [TICKET + ticket]: value });
  return ticket;
}

/** True once for the ticket's own tab; from then on this very document may speak. */
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

/** A document id where the browser has one: a frame that navigates is somebody else. */
function panelKey(sender: Sender): string {
  return `${PANEL}${sender.tabId}:${sender.documentId ?? `frame-${sender.frameId}`}`;
}

/** Answering messages in the background: sender first, then shape, then the work. */
import { browser } from 'wxt/browser';
import type { z } from '../records/zod.ts';
import { isRequest, type Reply } from './ask.ts';
import type { Command, Commands } from './contract.ts';

export type Door = 'page' | 'panel' | 'extension';

export interface Sender {
  door: Door;
  /** Set for `page` and `panel`. */
  tabId?: number | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  /** The address the browser reports for the sending document. */
  url: string;
  origin: string;
}

export type Handlers = {
  [C in Command]: {
    from: readonly Door[];
    input: z.ZodType<Commands[C]['in']>;
    /** Runs before anything is awaited, for the calls that a browser allows only within a person's gesture. */
    gesture?(sender: Sender): void;
    run(input: Commands[C]['in'], sender: Sender): Promise<Commands[C]['out']>;
  };
};

/**
 * Which door a sender stands in, by what the browser says of it; null for whoever is not ours. Never by `sender.tab`:
 * the side panel has none, and the same page opened in a tab has one.
 */
export function doorOf(sender: BrowserSender, extensionId: string, extensionOrigin: string): Sender | null {
  if (sender.id !== extensionId || !sender.url) return null;
  const origin = sender.origin ?? originOf(sender.url);
  const at = {
    tabId: sender.tab?.id,
    frameId: sender.frameId,
    documentId: sender.documentId,
    url: sender.url,
    origin,
  };
  if (originOf(sender.url) === extensionOrigin && origin === extensionOrigin) {
    const framed = sender.frameId !== undefined && sender.frameId !== 0;
    const isPanel = new URL(sender.url).pathname === '/panel.html';
    if (isPanel) return { ...at, door: 'panel' };
    return framed ? null : { ...at, door: 'extension' };
  }
  return at.tabId === undefined ? null : { ...at, door: 'page' };
}

/** The part of the browser's MessageSender that we read. */
export interface BrowserSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/**
 * Registers the handlers. `admit` has the last word on a panel: only one that claimed its ticket may speak. What is
 * refused changes nothing and is answered with a reason.
 */
export function serve(
  handlers: Handlers,
  admit: (sender: Sender, command: Command) => Promise<boolean>,
): void {
  const extensionOrigin = originOf(browser.runtime.getURL('/'));
  browser.runtime.onMessage.addListener(
    (message: unknown, from: BrowserSender, respond: (r: Reply) => void) => {
      if (!isRequest(message)) return;
      const sender = doorOf(from, browser.runtime.id, extensionOrigin);
      if (!sender) return;
      if (!Object.hasOwn(handlers, message.sideline)) return;
      const handler = handlers[message.sideline as Command];
      if (handler.from.includes(sender.door)) handler.gesture?.(sender);
      void handle(handlers, message.sideline as Command, message.input, sender, admit).then(respond);
      return true;
    },
  );
}

export async function handle<C extends Command>(
  handlers: Handlers,
  command: C,
  input: unknown,
  sender: Sender,
  admit: (sender: Sender, command: Command) => Promise<boolean>,
): Promise<Reply> {
  const handler = handlers[command];
  if (!handler.from.includes(sender.door)) return { error: `${command} may not come from ${sender.door}.` };
  if (!(await admit(sender, command))) return { error: 'This panel was not opened by Sideline.' };
  const parsed = handler.input.safeParse(input);
  if (!parsed.success) return { error: `${command}: the message is not of its form.` };
  try {
    return { value: await handler.run(parsed.data, sender) };
  } catch (error) {
    console.error(`[sideline] ${command}`, error);
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** `URL.origin` is "null" for an extension's scheme in some engines: put together from its parts it is the same in all. */
function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}` : '';
}

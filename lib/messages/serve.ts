/** How the background answers messages: it looks at the sender first, then at the shape, and only then does the work. */
import { browser } from 'wxt/browser';
import type { z } from '../records/zod.ts';
import { isRequest, type Reply } from './ask.ts';
import type { Command, Commands } from './contract.ts';

/** Where a message comes from; contract.ts says what each may do. */
export type Channel = 'page' | 'panel' | 'extension';

export interface Sender {
  channel: Channel;
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
    from: readonly Channel[];
    input: z.ZodType<Commands[C]['in']>;
    /** Runs before anything is awaited, because a browser allows some calls only within a person's gesture. */
    gesture?(sender: Sender): void;
    run(input: Commands[C]['in'], sender: Sender): Promise<Commands[C]['out']>;
  };
};

/**
 * Reads from what the browser says about a sender which channel it speaks on; null when it is not ours. `sender.tab`
 * cannot tell: the side panel has no tab, and the same page opened in a tab has one.
 */
export function senderOf(sender: BrowserSender, extensionId: string, extensionOrigin: string): Sender | null {
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
    if (isPanel) return { ...at, channel: 'panel' };
    return framed ? null : { ...at, channel: 'extension' };
  }
  return at.tabId === undefined ? null : { ...at, channel: 'page' };
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
 * Registers the handlers. `admit` has the last word on a panel, because only a panel that claimed its ticket may speak. A
 * refused message changes nothing and is answered with the reason.
 */
export function serve(
  handlers: Handlers,
  admit: (sender: Sender, command: Command) => Promise<boolean>,
): void {
  const extensionOrigin = originOf(browser.runtime.getURL('/'));
  browser.runtime.onMessage.addListener(
    (message: unknown, from: BrowserSender, respond: (r: Reply) => void) => {
      if (!isRequest(message)) return;
      const sender = senderOf(from, browser.runtime.id, extensionOrigin);
      if (!sender) return;
      if (!Object.hasOwn(handlers, message.sideline)) return;
      const handler = handlers[message.sideline as Command];
      if (handler.from.includes(sender.channel)) handler.gesture?.(sender);
      void handle(handlers, message.sideline as Command, message.input, sender, admit).then(respond);
      return true;
    },
  );
}

/** People may come to read it. */
const NOT_OF_ITS_FORM = 'something in it cannot be kept.';

export async function handle<C extends Command>(
  handlers: Handlers,
  command: C,
  input: unknown,
  sender: Sender,
  admit: (sender: Sender, command: Command) => Promise<boolean>,
): Promise<Reply> {
  const handler = handlers[command];
  if (!handler.from.includes(sender.channel))
    return { error: `${command} may not come from ${sender.channel}.` };
  if (!(await admit(sender, command))) return { error: 'This panel was not opened by Sideline.' };
  const parsed = handler.input.safeParse(input);
  if (!parsed.success) {
    // Paths, never values: what people write goes into no log.
    console.error(`[sideline] ${command} is not of its form:`, parsed.error.issues.map(issueOf));
    return { error: NOT_OF_ITS_FORM };
  }
  try {
    return { value: await handler.run(parsed.data, sender) };
  } catch (error) {
    console.error(`[sideline] ${command}`, error);
    return error instanceof Error ? { error: error.message, name: error.name } : { error: String(error) };
  }
}

function issueOf({ path, code }: { path: PropertyKey[]; code: string }): string {
  return `${path.map(String).join('.')}: ${code}`;
}

/** Some engines say "null" for the `URL.origin` of an extension; put together from its parts it is the same in all. */
function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}` : '';
}

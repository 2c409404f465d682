/** Sends messages: the asking side of contract.ts. */
import { browser } from 'wxt/browser';
import type { Command, Commands, PageCommand, PageCommands } from './contract.ts';

export interface Request {
  sideline: string;
  input: unknown;
}

/** `name` is the error's own name, for those who act on it. */
export type Reply = { value: unknown } | { error: string; name?: string };

/** The background refused a message or broke while handling it; `message` says why, `cause` is what broke. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/**
 * Asks the background. Throws RefusedError when it refuses, and the browser's own error when nobody is there, because the
 * extension was updated or removed under an open page.
 */
export async function ask<C extends Command>(
  command: C,
  input: Commands[C]['in'],
): Promise<Commands[C]['out']> {
  return open(await browser.runtime.sendMessage({ sideline: command, input } satisfies Request));
}

/** Asks the page script or tools in a tab's top frame; undefined when none is there. */
export async function askPage<C extends PageCommand>(
  tabId: number,
  command: C,
  input: PageCommands[C]['in'],
): Promise<PageCommands[C]['out'] | undefined> {
  let reply: unknown;
  try {
    reply = await browser.tabs.sendMessage(tabId, { sideline: command, input } satisfies Request, {
      frameId: 0,
    });
  } catch {
    // "Receiving end does not exist" is no error: most tabs have no script of ours.
    return undefined;
  }
  return reply === undefined ? undefined : open(reply);
}

/** Answers the extension's messages in a page. Page script and tools each answer the commands that they know. */
export function answerPage(
  handlers: {
    [C in PageCommand]?: (
      input: PageCommands[C]['in'],
    ) => PageCommands[C]['out'] | Promise<PageCommands[C]['out']>;
  },
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { id?: string }, respond: (reply: Reply) => void) => {
    if (sender.id !== browser.runtime.id || !isRequest(message)) return;
    const handler = handlers[message.sideline as PageCommand] as ((input: unknown) => unknown) | undefined;
    if (!handler) return;
    Promise.resolve()
      .then(() => handler(message.input))
      .then(
        value => respond({ value: value ?? null }),
        (error: unknown) => respond({ error: String(error) }),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

export function isRequest(message: unknown): message is Request {
  return (
    typeof message === 'object' &&
    message !== null &&
    'sideline' in message &&
    typeof message.sideline === 'string'
  );
}

function causeOf(reply: object): Error | undefined {
  if (!('name' in reply) || typeof reply.name !== 'string') return undefined;
  const cause = new Error();
  cause.name = reply.name;
  return cause;
}

function open<T>(reply: unknown): T {
  if (typeof reply === 'object' && reply !== null) {
    if ('value' in reply) return reply.value as T;
    if ('error' in reply) throw new RefusedError(String(reply.error), { cause: causeOf(reply) });
  }
  throw new RefusedError('Nobody answered.');
}

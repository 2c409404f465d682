/** Connects a composer with the page tools: by a MessagePort from the framed panel, or a runtime port from the sidebar. */
import type { ToolsMessage, ToTools } from '#lib/messages/contract.ts';
import { atEnd, on } from './dom-events.ts';

export interface ComposerLink {
  send(message: ToolsMessage): void;
}

type Receive = (message: ToTools, link: ComposerLink) => void;

export function linkPort(port: MessagePort, receive: Receive, signal: AbortSignal): ComposerLink {
  const link: ComposerLink = { send: message => port.postMessage(message) };
  on<MessageEvent<ToTools>>(port, 'message', event => receive(event.data, link), signal);
  port.start();
  atEnd(signal, () => port.close());
  return link;
}

/** The part of a browser's runtime port that we use. */
export interface RuntimePort {
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: { addListener(callback: (message: unknown) => void): void };
  onDisconnect: { addListener(callback: () => void): void };
}

export function linkRuntimePort(
  port: RuntimePort,
  receive: Receive,
  onGone: (link: ComposerLink) => void,
  signal: AbortSignal,
): ComposerLink {
  let open = true;
  const link: ComposerLink = {
    send: message => {
      if (open) port.postMessage(message);
    },
  };
  port.onMessage.addListener(message => receive(message as ToTools, link));
  port.onDisconnect.addListener(() => {
    open = false;
    onGone(link);
  });
  atEnd(signal, () => {
    open = false;
    port.disconnect();
  });
  return link;
}

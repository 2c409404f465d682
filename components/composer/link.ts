/** The composer's end of its line to the page tools; the other end is entrypoints/tools/link.ts. */
import type { FromTools, ToolsMessage, ToTools } from '#lib/messages/contract.ts';
import { labelOfPlace } from './place/place-label.ts';

export interface ToolsLink {
  send(message: ToTools): void;
  listen(callback: (message: FromTools) => void): void;
}

export function overMessagePort(port: MessagePort): ToolsLink {
  return {
    send: message => port.postMessage(message),
    listen(callback) {
      const hear = withLabels(callback);
      port.addEventListener('message', event => hear(event.data as ToolsMessage));
      port.start();
    },
  };
}

/** Gives each place its words; the whole is called by the title that the page was last told with. */
function withLabels(callback: (message: FromTools) => void): (message: ToolsMessage) => void {
  let title = '';
  return message => {
    if (message.type === 'page') title = message.artifact?.title ?? '';
    if (message.type !== 'place') callback(message);
    else {
      const { anchor, auto } = message;
      callback({ type: 'place', place: { anchor, label: labelOfPlace(anchor, title) }, auto });
    }
  };
}

/** The part of a browser runtime port that is used here. */
export interface RuntimePort {
  postMessage(message: unknown): void;
  onMessage: { addListener(callback: (message: unknown) => void): void };
}

export function overRuntimePort(port: RuntimePort): ToolsLink {
  return {
    send(message) {
      try {
        port.postMessage(message);
      } catch {
        // The page was left, and its tools with it: what is written is kept all the same.
      }
    },
    listen(callback) {
      const hear = withLabels(callback);
      port.onMessage.addListener(message => hear(message as ToolsMessage));
    },
  };
}

/** For pages in which nothing can be injected: the sidebar alone knows what is on show, and points at the whole. */
export function withoutTools(page: Extract<FromTools, { type: 'page' }>): ToolsLink {
  let tell: (message: FromTools) => void = () => undefined;
  const whole = () =>
    tell({
      type: 'place',
      place: { anchor: { kind: 'whole' }, label: page.artifact?.title ?? '' },
      auto: true,
    });
  return {
    send(message) {
      if (message.type === 'pick' && message.what !== 'whole') tell({ type: 'no-place', what: message.what });
      else if (message.type === 'pick') whole();
    },
    listen(callback) {
      tell = callback;
      tell(page);
      whole();
    },
  };
}

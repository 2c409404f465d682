/** The composer's end of its connection to the page tools. The other end is entrypoints/tools/link.ts. */
import type { FromTools, ToolsMessage, ToTools } from '#lib/messages/contract.ts';
import { labelOfPlace } from '../fields/place/place-label.ts';

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

/** Adds a label to each place. The whole is labelled with the title that the page last reported. */
function withLabels(callback: (message: FromTools) => void): (message: ToolsMessage) => void {
  let title = '';
  return message => {
    if (message.type === 'page') title = message.artifact?.title ?? '';
    if (message.type !== 'place') callback(message);
    else {
      const { anchor, auto, at } = message;
      const place = { anchor, label: labelOfPlace(anchor, title), ...(at === undefined ? {} : { at }) };
      callback({ type: 'place', place, auto });
    }
  };
}

/** The part of a browser runtime port used here. */
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
        // The page and its tools are gone. The text is saved regardless.
      }
    },
    listen(callback) {
      const hear = withLabels(callback);
      port.onMessage.addListener(message => hear(message as ToolsMessage));
    },
  };
}

/** For pages into which nothing can be injected: only the sidebar knows what is shown, and it points at the whole. */
export function withoutTools(page: Extract<FromTools, { type: 'page' }>): ToolsLink {
  let notify: (message: FromTools) => void = () => undefined;
  const whole = () =>
    notify({
      type: 'place',
      place: { anchor: { kind: 'whole' }, label: page.artifact?.title ?? '' },
      auto: true,
    });
  return {
    send(message) {
      if (message.type === 'pick' && message.what !== 'whole')
        notify({ type: 'no-place', what: message.what });
      else if (message.type === 'pick') whole();
    },
    listen(callback) {
      notify = callback;
      notify(page);
      whole();
    },
  };
}

import type { PanelGreeting, RegionGreeting } from '#lib/messages/contract.ts';
import type { Shared } from '../page/state.ts';

/** A frame with a page of ours. Once it has loaded, `onLoad` can send it a first message with one end of a channel. */
export function ownFrame(
  { runtime }: Shared['browser'],
  path: '/panel.html' | '/region.html',
  onLoad: (greet: Greet) => void,
): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = runtime.getURL(path);
  // Without this no button in the panel can copy a text in Chromium. Firefox allows it, and warns of the word.
  if (path === '/panel.html' && !import.meta.env.FIREFOX) frame.allow = 'clipboard-write';
  frame.addEventListener('load', () =>
    onLoad(greeting => {
      const { port1, port2 } = new MessageChannel();
      frame.contentWindow?.postMessage(greeting, new URL(frame.src).origin, [port2]);
      return port1;
    }),
  );
  return frame;
}

type Greet = (greeting: PanelGreeting | RegionGreeting) => MessagePort;

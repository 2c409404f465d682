/**
 * The handshake. Whoever frames this page can send it messages, but only our page tools know the ticket that the
 * background issued for this tab, and it works once. Until then the panel requests nothing and shows nothing.
 */
import { overMessagePort, type ToolsLink } from '#components/composer/state/page-link.ts';
import { ask } from '#lib/messages/ask.ts';
import type { PanelGreeting } from '#lib/messages/contract.ts';

export function greet(onLink: (link: ToolsLink) => void, onRefused: () => void): void {
  if (window.top === window) {
    onRefused();
    return;
  }
  const done = new AbortController();
  window.addEventListener(
    'message',
    event => {
      const port = event.ports[0];
      if (event.source !== window.parent || !isGreeting(event.data) || !port) return;
      ask('panel.claim', { ticket: event.data.ticket }).then(
        ({ ok }) => {
          if (!ok || done.signal.aborted) return;
          done.abort();
          onLink(overMessagePort(port));
        },
        // The extension is gone or refuses, so this panel must show nothing of ours.
        () => onRefused(),
      );
    },
    { signal: done.signal },
  );
}

function isGreeting(data: unknown): data is PanelGreeting {
  return (
    typeof data === 'object' &&
    data !== null &&
    'sideline' in data &&
    data.sideline === 'panel' &&
    'ticket' in data &&
    typeof data.ticket === 'string'
  );
}

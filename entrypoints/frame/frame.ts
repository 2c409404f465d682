/**
 * The panel's frame: panel.html in an iframe, in a closed shadow root, in the top layer. The page can neither read it nor
 * guess the ticket that it needs before it answers.
 */
import { atEnd } from '../tools/dom-events.ts';
import { ownFrame } from '../tools/own-frame.ts';
import type { PanelFrame, PartHost } from '../tools/parts.ts';
import { shieldFocus } from '../tools/shield-focus.ts';

/** How often we look whether the page took the panel away without a word, in ms. */
const SETTLE_MS = 1000;
/** Some pages take out whatever they did not put in: after so many times it stays away, and is known to. */
const MAX_REOPENED = 3;

const STYLE =
  ':host{all:initial}iframe{width:100%;height:100%;border:0;border-radius:12px;color-scheme:normal;background:#0000;display:block}';

export function createFrame({ state, onPort, lent }: PartHost): PanelFrame {
  const { ask, browser, signal } = state;
  const { make, closedRoot, raise, topLayerEvents } = lent;
  let host: HTMLElement | undefined;
  let focus = () => {};
  let life: AbortController | undefined;
  let reopened = 0;
  let side: 'left' | 'right' = 'right';

  function place(): void {
    if (!host) return;
    // `all` undoes what the browser and the page set for popovers and boxes.
    host.style.cssText = `all:initial;position:fixed;inset:min(12px,2vh) auto;${side}:min(12px,2vh);width:min(384px,calc(100vw - 24px));z-index:2147483647;border-radius:12px;box-shadow:0 0 0 1px #0002,0 12px 40px #0004`;
  }

  function switchSide(): void {
    side = side === 'right' ? 'left' : 'right';
    place();
  }

  /** Follows whatever comes into the top layer. A page that is put up anew takes the panel with it: it opens again. */
  function settle(): void {
    if (!host) return;
    if (host.isConnected) {
      raise(host, focus);
      return;
    }
    close();
    // Where no ticket comes, the panel stays away, and the next click on the toolbar button opens it.
    if (reopened++ < MAX_REOPENED) open().catch(() => undefined);
  }

  function close(): void {
    life?.abort();
    life = undefined;
    host?.remove();
    host = undefined;
  }

  async function open(): Promise<void> {
    if (host?.isConnected || signal.aborted) return;
    close();
    // The person is waiting, so we ask for the ticket while the frame loads.
    const asked = ask('tools.ticket', null);
    life = new AbortController();
    const { signal: gone } = life;
    host = make('div');
    const frame = ownFrame(browser, '/panel.html', greet => {
      const meet = ({ ticket }: { ticket: string }) => {
        if (!gone.aborted) onPort(greet({ sideline: 'panel', ticket }), gone);
      };
      // If no ticket comes, whoever opened the panel is told below.
      asked.then(meet, () => undefined);
    });
    frame.title = 'Sideline';
    focus = () => frame.focus();
    closedRoot(host, STYLE).append(frame);
    place();
    raise(host, focus);
    shieldFocus(host, gone);
    lent.on(document, topLayerEvents, settle, gone);
    const timer = setInterval(settle, SETTLE_MS);
    atEnd(gone, () => clearInterval(timer));
    await asked.catch((error: unknown) => {
      // The panel may have been closed and another one opened meanwhile; that one stays.
      if (!gone.aborted) close();
      throw error;
    });
  }

  atEnd(signal, close);

  return {
    open() {
      reopened = 0;
      return open();
    },
    close,
    settle,
    isOpen: () => !!host?.isConnected,
    switchSide,
    hide(isHidden) {
      if (host) host.style.visibility = isHidden ? 'hidden' : '';
    },
    avoid(target) {
      const box = host?.getBoundingClientRect();
      const { left, right, width } = lent.boxOf(target);
      // If the target is wider than the room beside the panel, switching sides would not help.
      if (box && width < innerWidth - box.width && left < box.right && right > box.left) switchSide();
    },
  };
}

/**
 * The panel's frame: panel.html in an iframe, in a closed shadow root, in the top layer. The page can neither read it
 * nor guess the ticket that makes it answer.
 */
import type { Shared } from '../page/state.ts';
import { atEnd, on } from './listen.ts';
import { closedRoot, home, make, ownFrame } from './overlay.ts';

export interface PanelFrame {
  open(): Promise<void>;
  close(): void;
  isOpen(): boolean;
  switchSide(): void;
  /** Makes way for what the person is led to, if it lies underneath. */
  avoid(target: Element | Range): void;
}

const STYLE =
  ':host{all:initial}iframe{width:100%;height:100%;border:0;border-radius:12px;color-scheme:normal;background:#0000;display:block}';

/** `onPort` gets the channel to the panel, and a signal that ends with it. */
export function createFrame(
  { ask, browser }: Shared,
  onPort: (port: MessagePort, gone: AbortSignal) => void,
  signal: AbortSignal,
): PanelFrame {
  let host: HTMLElement | undefined;
  let life: AbortController | undefined;
  let side: 'left' | 'right' = 'right';

  function place(): void {
    if (!host) return;
    // What the browser and the page set for popovers and boxes goes with `all`.
    host.style.cssText = `all:initial;position:fixed;inset:12px auto;${side}:12px;width:min(384px,calc(100vw - 24px));z-index:2147483647;border-radius:12px;box-shadow:0 0 0 1px #0002,0 12px 40px #0004`;
  }

  function switchSide(): void {
    side = side === 'right' ? 'left' : 'right';
    place();
  }

  function settle(): void {
    if (!host) return;
    const parent = home();
    if (host.parentNode === parent) return;
    // A plain move would load the frame anew; the draft would come back, but the caret would not.
    if (host.isConnected && 'moveBefore' in parent) {
      (parent as unknown as { moveBefore(node: Node, before: null): void }).moveBefore(host, null);
    } else parent.append(host);
    if (host.matches(':popover-open')) return;
    host.popover = 'manual';
    host.showPopover();
  }

  function close(): void {
    life?.abort();
    life = undefined;
    host?.remove();
    host = undefined;
  }

  async function open(): Promise<void> {
    if (host || signal.aborted) return;
    // Asked for while the frame loads: the person is waiting.
    const asked = ask('tools.ticket', null);
    life = new AbortController();
    const { signal: gone } = life;
    host = make('div');
    const frame = ownFrame(browser, '/panel.html', greet => {
      const meet = ({ ticket }: { ticket: string }) => {
        if (!gone.aborted) onPort(greet({ sideline: 'panel', ticket }), gone);
      };
      // A ticket that does not come is told to whoever opened the panel, below.
      asked.then(meet, () => undefined);
    });
    frame.title = 'Sideline';
    closedRoot(host, STYLE).append(frame);
    host.popover = 'manual';
    place();
    home().append(host);
    host.showPopover();
    shieldFocus(host, gone);
    on(document, 'toggle close', settle, gone);
    await asked.catch((error: unknown) => {
      // Only a panel of this very opening: meanwhile it may have been closed, and another one opened.
      if (!gone.aborted) close();
      throw error;
    });
  }

  atEnd(signal, close);

  return {
    open,
    close,
    isOpen: () => host !== undefined,
    switchSide,
    avoid(target) {
      const box = host?.getBoundingClientRect();
      const { left, right, width } = target.getBoundingClientRect();
      // What is wider than the panel's own room is to be seen beside it.
      if (box && width < innerWidth - box.width && left < box.right && right > box.left) switchSide();
    },
  };
}

/**
 * A CRM's modal record closes, or pulls the focus back, when it sees the focus go outside. Our panel is not "outside
 * the record": nobody on the page hears of focus that goes to it or comes from it.
 */
export function shieldFocus(host: HTMLElement, signal: AbortSignal): void {
  const hide = (event: Event) => {
    const { relatedTarget } = event as FocusEvent;
    if (event.target === host || relatedTarget === host) event.stopImmediatePropagation();
  };
  on(window, 'focusin focusout focus blur', hide, signal);
  const stay = (event: Event) => event.stopPropagation();
  on(host, 'pointerdown mousedown pointerup mouseup click touchstart wheel', stay, signal, {
    capture: false,
  });
}

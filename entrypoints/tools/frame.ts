/**
 * The panel's frame: panel.html in an iframe, in a closed shadow root, in the top layer. The page can neither read it nor
 * guess the ticket that it needs before it answers.
 */
import type { Shared } from '../page/state.ts';
import { atEnd, on } from './dom-events.ts';
import { closedRoot, make, ownFrame } from './overlay.ts';
import { raise, TOP_LAYER } from './top-layer.ts';

export interface PanelFrame {
  open(): Promise<void>;
  close(): void;
  isOpen(): boolean;
  switchSide(): void;
  /** Moves to the other side if it covers what the person is led to. */
  avoid(target: Element | Range): void;
}

const STYLE =
  ':host{all:initial}iframe{width:100%;height:100%;border:0;border-radius:12px;color-scheme:normal;background:#0000;display:block}';

/** `onPort` gets the channel to the panel, and a signal that aborts when the panel closes. */
export function createFrame(
  { ask, browser }: Shared,
  onPort: (port: MessagePort, gone: AbortSignal) => void,
  signal: AbortSignal,
): PanelFrame {
  let host: HTMLElement | undefined;
  let focus = () => {};
  let life: AbortController | undefined;
  let side: 'left' | 'right' = 'right';

  function place(): void {
    if (!host) return;
    // `all` undoes what the browser and the page set for popovers and boxes.
    host.style.cssText = `all:initial;position:fixed;inset:12px auto;${side}:12px;width:min(384px,calc(100vw - 24px));z-index:2147483647;border-radius:12px;box-shadow:0 0 0 1px #0002,0 12px 40px #0004`;
  }

  function switchSide(): void {
    side = side === 'right' ? 'left' : 'right';
    place();
  }

  /** Follows whatever comes into the top layer. */
  function settle(): void {
    if (host) raise(host, focus);
  }

  function close(): void {
    life?.abort();
    life = undefined;
    host?.remove();
    host = undefined;
  }

  async function open(): Promise<void> {
    if (host || signal.aborted) return;
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
    on(document, TOP_LAYER, settle, gone);
    await asked.catch((error: unknown) => {
      // The panel may have been closed and another one opened meanwhile; that one stays.
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
      // If the target is wider than the room beside the panel, switching sides would not help.
      if (box && width < innerWidth - box.width && left < box.right && right > box.left) switchSide();
    },
  };
}

/**
 * A CRM's modal record closes, or pulls the focus back, when it sees the focus leave it. So nobody on the page hears when
 * the focus goes to our panel or comes from it.
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

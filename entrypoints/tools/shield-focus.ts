import { on } from './dom-events.ts';

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

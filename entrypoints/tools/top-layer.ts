/**
 * The top layer: full screen, modal dialogs, popovers. What came last lies above all else there, and outside of a modal
 * dialog or of what fills the screen everything is inert. So our elements move into the innermost one, and come anew after
 * whatever else has come.
 */

/** Events that say that something came into the top layer or left it. */
export const TOP_LAYER = 'toggle close fullscreenchange';

/** These show no children: a bare video that fills the screen has the panel above it, but inert. */
const HAS_NO_ROOM = /^(video|iframe|img|canvas|object|embed)$/;

/** The innermost of modal dialogs and what fills the screen, outside of which everything is inert; else the page. */
export function home(): Element {
  const { fullscreenElement: full, documentElement } = document;
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const screen = full && !HAS_NO_ROOM.test(full.localName) ? full : undefined;
  return (dialog && !dialog.contains(full) ? dialog : (screen ?? dialog)) ?? documentElement;
}

/** What filled the screen when an element of ours was last put on top. */
const raised = new WeakMap<HTMLElement, Element | null>();
let panel: { host: HTMLElement; focus(): void } | undefined;

/**
 * Puts an element of ours where it can be seen and used: in the page, or where something is modal or fills the screen, in
 * the top layer. The panel, which alone says how it gets the focus, is always there, above the marks.
 */
export function raise(host: HTMLElement, focus?: () => void): void {
  const { fullscreenElement, documentElement } = document;
  const parent = home();
  const isMoved = host.parentNode !== parent;
  // An ordinary move would reload a frame. The draft would come back, but not the caret.
  if (isMoved && host.isConnected && 'moveBefore' in parent)
    (parent as unknown as { moveBefore(node: Node, before: null): void }).moveBefore(host, null);
  else if (isMoved) parent.append(host);
  if (focus) panel = { host, focus };
  const isWanted = !!(focus || fullscreenElement || parent !== documentElement);
  const isAsWanted = host.matches(':popover-open') === isWanted;
  if (isAsWanted && !isMoved && raised.get(host) === fullscreenElement) return;
  raised.set(host, fullscreenElement);
  put(host, isWanted, focus);
  if (isWanted && !focus && panel?.host.isConnected) put(panel.host, true, panel.focus);
}

/** Brings an element to the top of the top layer, or out of it. The focus stays in it. */
function put(host: HTMLElement, isOnTop: boolean, focus?: () => void): void {
  const hadFocus = document.activeElement === host;
  if (host.matches(':popover-open')) host.hidePopover();
  host.popover = isOnTop ? 'manual' : null;
  if (isOnTop) host.showPopover();
  if (hadFocus) focus?.();
}

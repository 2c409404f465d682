/** What each marking key tells the player. We handle them only where no text is being written. */
import type { ToTools } from '#lib/messages/contract.ts';

/** One frame at 30 frames a second, the most common rate. No browser API tells the real one. */
export const FRAME_SECONDS = 1 / 30;

interface Press {
  key: string;
  /** The key's position on the keyboard, because on many keyboards Shift changes the character. */
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export function playerKey({ key, code, shiftKey, ctrlKey, altKey, metaKey }: Press): ToTools | undefined {
  // On many keyboards brackets need AltGr, which is reported as Ctrl plus Alt.
  if (key === '[') return { type: 'set-in' };
  if (key === ']') return { type: 'set-out' };
  if (ctrlKey || altKey || metaKey) return undefined;
  const by = shiftKey ? 1 : FRAME_SECONDS;
  if (key === ',' || (shiftKey && code === 'Comma')) return { type: 'step', seconds: -by };
  if (key === '.' || (shiftKey && code === 'Period')) return { type: 'step', seconds: by };
  return undefined;
}

/** Is somebody typing or choosing something with the keys? */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.nodeName) || isTextInput(target))
  );
}

function isTextInput(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && !/^(radio|checkbox|range|button)$/.test(element.type);
}

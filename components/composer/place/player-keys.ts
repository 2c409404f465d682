/** The keys of marking: what each means to the player. They are ours only where no text is being written. */
import type { ToTools } from '#lib/messages/contract.ts';

/** A frame of a recording of 30 a second, the most common. Nothing in a browser tells the real rate. */
export const FRAME_SECONDS = 1 / 30;

interface Press {
  key: string;
  /** The key's place on the board: on many boards Shift makes another character of it. */
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export function playerKey({ key, code, shiftKey, ctrlKey, altKey, metaKey }: Press): ToTools | undefined {
  // Brackets take AltGr on many boards, which reads as Ctrl and Alt together.
  if (key === '[') return { type: 'set-in' };
  if (key === ']') return { type: 'set-out' };
  if (ctrlKey || altKey || metaKey) return undefined;
  const by = shiftKey ? 1 : FRAME_SECONDS;
  if (key === ',' || (shiftKey && code === 'Comma')) return { type: 'step', seconds: -by };
  if (key === '.' || (shiftKey && code === 'Period')) return { type: 'step', seconds: by };
  return undefined;
}

/** Is somebody writing, or choosing, with the keys? */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.nodeName) || isTextInput(target))
  );
}

function isTextInput(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && !/^(radio|checkbox|range|button)$/.test(element.type);
}

/** Which keys are ours: never one that writes something, and none while an input method composes. */

export interface Press {
  key: string;
  /** The key's position on the keyboard. */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const isMac = () => /^(Mac|iP)/.test(navigator.platform);

/**
 * Whether this is Alt with a letter (A–Z), as a shortcut. Wherever Alt writes a sign or another letter, as Option does on a
 * Mac and AltGr elsewhere, the key is the writer's; there Control and Option together are ours, which write nothing.
 */
export function isAltLetter(press: Press, letter: string, mac = isMac()): boolean {
  const { key, code, ctrlKey, altKey, metaKey } = press;
  if (!altKey || metaKey) return false;
  const isPlace = code === `Key${letter.toUpperCase()}`;
  if (ctrlKey) return mac && isPlace;
  if (key.toLowerCase() === letter.toLowerCase()) return true;
  // On a keyboard with other letters (Greek, Cyrillic, Hebrew) the letter stands at the key's place.
  return !mac && isPlace && /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
}

/** The same shortcut in the format of `aria-keyshortcuts`. */
export function altLetter(letter: string, mac = isMac()): string {
  return `${mac ? 'Control+' : ''}Alt+${letter.toUpperCase()}`;
}

/** An input method is composing: Escape, Enter and digits choose and end what it offers. */
export function isComposing(event: KeyboardEvent | { nativeEvent: KeyboardEvent }): boolean {
  const { isComposing, keyCode } = 'nativeEvent' in event ? event.nativeEvent : event;
  // The key that begins or ends a composition comes before or after it, with this code alone.
  return isComposing || keyCode === 229;
}

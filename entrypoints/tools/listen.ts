/** Listening until a signal: all that the tools add to a page, they take away with it. */

/** Adds one handler for several types, by default early (capturing) and in nobody's way (passive). */
export function on<E extends Event>(
  target: EventTarget,
  types: string,
  handler: (event: E) => void,
  signal: AbortSignal,
  options?: AddEventListenerOptions,
): void {
  for (const type of types.split(' ')) {
    target.addEventListener(type, handler as EventListener, {
      capture: true,
      passive: true,
      ...options,
      signal,
    });
  }
}

export function atEnd(signal: AbortSignal, run: () => void): void {
  signal.addEventListener('abort', run);
}

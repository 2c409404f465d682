/** Listens until a signal aborts, so that the tools take away everything that they add to a page. */

/** Adds one handler for several event types. By default it captures, to hear them early, and is passive, to delay nothing. */
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

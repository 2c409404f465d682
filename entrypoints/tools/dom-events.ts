/** Listens until a signal aborts, so that the tools take away everything that they add to a page. */

const again = new Set<() => void>();

/** Adds one handler for several event types. By default it captures, to hear them early, and is passive, to delay nothing. */
export function on<E extends Event>(
  target: EventTarget,
  types: string,
  handler: (event: E) => void,
  signal: AbortSignal,
  options?: AddEventListenerOptions,
): void {
  if (signal.aborted) return;
  const all = { capture: true, passive: true, ...options, signal };
  const add = () => {
    for (const type of types.split(' ')) target.addEventListener(type, handler as EventListener, all);
  };
  add();
  again.add(add);
  atEnd(signal, () => again.delete(add));
}

/**
 * `document.open` takes every listener off a document and its window, ours too. Adding one that is still there changes
 * nothing, so we need not know which were lost.
 */
export function listenAgain(): void {
  for (const add of again) add();
}

export function atEnd(signal: AbortSignal, run: () => void): void {
  signal.addEventListener('abort', run);
}

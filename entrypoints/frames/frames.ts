/** Frames of the page's own origin are part of the page: what is selected, clicked and painted there counts too. */
import type { Frames, PartHost } from '../tools/parts.ts';

export function createFrames({ state, overlay, join, lent }: PartHost): Frames {
  const { signal, ask } = state;
  const met = new WeakSet<Document>();

  /** The documents in the frames of this one, and in theirs. The browser keeps those of other origins from us. */
  function inside(root: Document): Document[] {
    return [...root.querySelectorAll<HTMLIFrameElement>('iframe,frame')].flatMap(frame => {
      const inner = frame.contentDocument;
      return inner?.body ? [inner, ...inside(inner)] : [];
    });
  }

  function meet(): void {
    const fresh = inside(document).filter(each => !met.has(each));
    for (const root of fresh) {
      met.add(root);
      join(root);
      lent.on(root, 'scroll', overlay.place, signal);
      lent.on(root, 'load focusin', meet, signal);
    }
    // Without its style nothing is painted there, but all is found.
    if (fresh.length > 0) ask('tools.style-frames', null).catch(() => undefined);
  }

  meet();
  // They come and go; each picture that loads tells too, and costs only this look.
  lent.on(document, 'load focusin', meet, signal);
  lent.on(window, 'blur', meet, signal);
  return { documents: () => inside(document) };
}

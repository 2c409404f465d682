/** A document for tests that identify pages: happy-dom, with sizes for media, which it does not lay out. */
import { Window } from 'happy-dom';

/** The page at `url` with this HTML. Every video is 640×360 unless `data-box="width×height"` says otherwise. */
export function openPage(url: string, html = ''): { url: string; document: Document } {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  });
  window.document.write(
    html.includes('<html') ? html : `<!doctype html><html><head></head><body>${html}</body></html>`,
  );
  Object.defineProperty(window.HTMLElement.prototype, 'getBoundingClientRect', {
    configurable: true,
    value(this: Element) {
      const [width = 640, height = 360] = this.getAttribute('data-box')?.split('x').map(Number) ?? [];
      return { width, height, x: 0, y: 0, top: 0, left: 0, right: width, bottom: height };
    },
  });
  return { url, document: window.document as unknown as Document };
}

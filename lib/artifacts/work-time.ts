/**
 * When the work that a page shows was done, as far as the page says so. Part of the page tools, which hand it to the
 * composer: a note's moment is not typed by hand where the page knows it.
 */

export interface WorkTime {
  /** Ms since 1970. */
  at: number;
  /** The page says only when it was last changed, which may be long after the moment that a note is about. */
  estimated: boolean;
}

const PUBLISHED = [
  '[itemprop="uploadDate"]',
  '[itemprop="datePublished"]',
  'meta[property="video:release_date"]',
  'meta[property="og:video:release_date"]',
  'meta[property="article:published_time"]',
].join();
const MODIFIED = [
  '[itemprop="dateModified"]',
  'meta[property="article:modified_time"]',
  'meta[property="og:updated_time"]',
  'meta[name="last-modified"]',
].join();

/** What holds one entry of a list or a history. */
const ENTRY = 'article, li, tr, [role="article"], [role="listitem"], [role="row"], [class*="comment"]';
const TIME = 'time[datetime], relative-time[datetime]';

/** For a recording when it was published; for anything else when it was last changed, or else published. */
export function timeOfWork(document: Document, kind: string, now: number): WorkTime | undefined {
  const published = () => first(document, PUBLISHED, ['uploadDate', 'datePublished'], now);
  const modified = () => first(document, MODIFIED, ['dateModified'], now);
  const last = kind === 'video' ? undefined : modified();
  if (last !== undefined) return { at: last, estimated: true };
  const at = published();
  return at === undefined ? undefined : { at, estimated: kind !== 'video' };
}

/**
 * The time of the entry (a message, a call, a comment) that an element is in. Undefined where the entry names several,
 * because then nobody knows which is meant.
 */
export function timeNear(element: Element | null | undefined, now: number): number | undefined {
  const entry = element?.closest(ENTRY);
  const times = new Set(
    [...(entry?.querySelectorAll(TIME) ?? [])].map(each => past(each.getAttribute('datetime'), now)),
  );
  return times.size === 1 ? [...times][0] : undefined;
}

function first(document: Document, css: string, names: string[], now: number): number | undefined {
  for (const element of document.querySelectorAll(css)) {
    const at = past(element.getAttribute('content') ?? element.getAttribute('datetime'), now);
    if (at !== undefined) return at;
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const name of names) {
      // Read as text, because such data is often not quite JSON and may be nested in any way.
      const at = past(new RegExp(`"${name}"\\s*:\\s*"([^"]{8,40})"`).exec(script.textContent)?.[1], now);
      if (at !== undefined) return at;
    }
  }
}

/** Only a whole date counts, and no time that is still to come. */
function past(text: string | null | undefined, now: number): number | undefined {
  const at = /^\d{4}-\d\d-\d\d/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  return at >= 0 && at <= now ? at : undefined;
}

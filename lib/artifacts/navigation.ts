/**
 * Follows a page from one artifact to the next. The address runs up to a second ahead of the content: a note taken in
 * between would land on the wrong record. So the old artifact is left at once, and the new one announced only when its
 * own title has settled. Part of the page script.
 */
import type { Artifact } from '#lib/records/artifact.ts';
import type { SiteDefinition } from './definition/definition.ts';
import { identify, webAddress } from './identify/identify.ts';
import { matchPage, type PageMatch, readRecord } from './identify/site-artifact.ts';
import { readText, tidy } from './read-text.ts';

export interface FollowOptions {
  definition?: SiteDefinition | undefined;
  /** The page has moved on: whatever was drawn for the last artifact must go now. */
  onLeave(): void;
  /**
   * The page shows this artifact (null: nothing to speak of). Called once at the start, after each `onLeave`, and
   * again with the same key when a title, owner, stage or length has become known.
   */
  onArrive(artifact: Artifact | null): void;
  /** Stops everything. */
  signal: AbortSignal;
}

/** How often the title is looked at while it settles, in ms. Inputs and shadow roots send no mutations. */
const LOOK_MS = 60;
/** When what comes after the title (owner, stage, a player) is read once more, in ms after the arrival. */
const LATE_MS = [1200, 4000];
/** How often a page with nothing on it is looked at, in ms. */
const EMPTY_MS = 2000;
/** How often the address is looked at where the browser has no Navigation API, in ms. */
const POLL_MS = 500;

interface Navigation extends EventTarget {}

/** What is worth announcing again. The address of another view of the same record is not. */
const fingerprint = (artifact: Artifact | null) =>
  JSON.stringify(artifact && { ...artifact, url: '', formerKeys: [] });

/**
 * Tells which artifact the page shows, and each later one, until the signal aborts. To be called back when the page was put
 * up anew within the same document, which may have taken our listeners off it.
 */
export function followNavigation({ definition, onLeave, onArrive, signal }: FollowOptions): () => void {
  const { maxMs = definition ? 2500 : 1200, quietMs = 150, events = [] } = definition?.navigation ?? {};
  let shown: Artifact | null | undefined;
  /** What the page called the record that was announced last, and the one that was left and is still in the page. */
  let called = '';
  let left = '';
  let lastUrl = '';
  let timers: ReturnType<typeof setTimeout>[] = [];
  const later = (run: () => void, ms: number) => timers.push(setTimeout(run, ms));
  const cancel = () => {
    timers.forEach(clearTimeout);
    timers = [];
  };

  function matchNow(): PageMatch | undefined {
    const address = webAddress(location.href);
    return definition && address && matchPage(definition, address, document);
  }

  /** What the page calls the record now; empty while it shows no title. */
  function titleNow(): string {
    const match = matchNow();
    if (match?.rule.title) return readRecord(match, document).title;
    return tidy(document.title) + readText(document, [{ css: 'h1' }]);
  }

  function announce(artifact: Artifact | null): void {
    if (shown !== undefined && fingerprint(artifact) === fingerprint(shown)) return;
    if (shown && artifact?.key !== shown.key) onLeave();
    left = '';
    called = titleNow();
    shown = artifact;
    onArrive(artifact);
  }

  function look(): void {
    // The address may have changed since the last event: then this is not yet the record that it names.
    if (location.href !== lastUrl) moved(false);
    else {
      announce(identify(definition, { url: lastUrl, document }));
      // An empty page may fill itself at any time.
      if (!shown) {
        cancel();
        later(look, EMPTY_MS);
      }
    }
  }

  /** Waits for a title that is not the last record's and stays, at most `maxMs`; then reads, and once more later. */
  function settle(): void {
    cancel();
    const start = performance.now();
    let title = '';
    let since = start;
    const check = () => {
      if (location.href !== lastUrl) return moved(false);
      const now = performance.now();
      const read = titleNow();
      if (read !== title) [title, since] = [read, now];
      const settled = title && title !== left && now - since >= quietMs;
      if (!settled && now - start < maxMs) {
        later(check, LOOK_MS);
        return;
      }
      look();
      for (const ms of LATE_MS) later(look, ms);
    };
    check();
  }

  /** The address or the media may have changed. Nothing happens while the key says that it is still the same thing. */
  function moved(again: boolean): void {
    if (signal.aborted || (!again && location.href === lastUrl)) return;
    lastUrl = location.href;
    const next = identify(definition, { url: lastUrl, document });
    // An id that was read from the page is still the last record's: only one from the address can be trusted yet.
    const isSame = shown !== undefined && next?.key === shown?.key && (again || !matchNow()?.fromPage);
    if (isSame) {
      settle();
      return;
    }
    if (shown !== undefined) {
      left = again ? '' : called;
      onLeave();
    }
    shown = undefined;
    settle();
  }

  const listening: (() => void)[] = [];
  const on = (target: EventTarget, type: string, listener: () => void, capture = false) => {
    const add = () => target.addEventListener(type, listener, { signal, capture });
    listening.push(add);
    add();
  };
  const api = (window as { navigation?: Navigation }).navigation;
  if (api) {
    // The first comes when the address changes, the second when a page that answers for itself is done.
    on(api, 'currententrychange', () => moved(false));
    on(api, 'navigatesuccess', () => moved(false));
  } else {
    const poll = setInterval(moved, POLL_MS, false);
    signal.addEventListener('abort', () => clearInterval(poll));
    // Most steps begin with a click or a key: look right after what the page makes of it.
    for (const type of ['click', 'keyup']) on(document, type, () => setTimeout(moved, 0, false), true);
  }
  on(window, 'popstate', () => moved(false));
  on(window, 'hashchange', () => moved(false));
  // The same element plays another clip, or a player came late. These events do not bubble, but they can be captured.
  for (const type of ['loadedmetadata', 'emptied', ...events]) {
    on(document, type, () => moved(true), true);
  }
  signal.addEventListener('abort', cancel);
  lastUrl = location.href;
  look(); // At load there is no other record that this one could be taken for.
  // A title that is there at load is the page's own: no need to watch it stand still, only to see what comes late.
  if (titleNow()) for (const ms of LATE_MS) later(look, ms);
  else settle();
  return () => {
    for (const add of listening) add();
    moved(true);
  };
}

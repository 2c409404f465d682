/**
 * The page script: which work is this, and when does it change? It draws no notes. The background answers its
 * `page.arrived` by sending the marks to the page tools (lib/background/page-marks.ts, entrypoints/tools).
 */
import { browser } from 'wxt/browser';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { findAll } from '#lib/artifacts/find-all.ts';
import { probe } from '#lib/artifacts/identify/identify.ts';
import { findClips, mediaName } from '#lib/artifacts/media/find-video.ts';
import { followNavigation } from '#lib/artifacts/navigation.ts';
import { tidy } from '#lib/artifacts/read-text.ts';
import { isVisible } from '#lib/artifacts/visible.ts';
import { answerPage, ask, RefusedError } from '#lib/messages/ask.ts';
import type { Announcement } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { isOrphan, noticeUpdate } from './notice-update.ts';
import { onReplaced } from './replaced.ts';
import { type PageState, publishState } from './state.ts';

/** Finds out which artifact this page is, follows its navigation, and tells the background. */
export function startPage(): void {
  const life = new AbortController();
  const { signal } = life;
  const stop = () => life.abort();
  const listeners = new Set<(artifact: Artifact | null) => void>();
  let artifact: Artifact | null = null;
  /** Between two works: an open sidebar waits for the next. */
  let moving = false;
  let definition: SiteDefinition | undefined;

  const state: PageState = {
    browser,
    ask,
    answerPage,
    clips: () => findClips(document, definition),
    mediaName,
    tidy,
    findShown: (css, root = document) => findAll(root, css).filter(isVisible),
    get artifact() {
      return artifact;
    },
    get definition() {
      return definition;
    },
    tools: false,
    signal,
    onChange(callback, until) {
      listeners.add(callback);
      until.addEventListener('abort', () => listeners.delete(callback));
    },
    onReplaced,
  };
  publishState(state);
  signal.addEventListener('abort', () => publishState(undefined));

  function show(next: Artifact | null): void {
    artifact = next;
    for (const callback of listeners) callback(next);
    const announcement: Announcement = { announce: 'artifact', artifact: next };
    // While no sidebar is open nobody listens, which is no error.
    browser.runtime.sendMessage(announcement).catch(() => undefined);
    tell(askTwice('page.arrived', { artifact: next }));
  }

  /** The background logs a refusal. If the extension is gone, this script ends. */
  function tell(sending: Promise<unknown>): void {
    sending.catch(() => {
      if (isOrphan()) stop();
    });
  }

  answerPage(
    {
      'page.which': () => ({
        artifact,
        tools: state.tools,
        url: location.href,
        moving,
        panel: state.panelOpen?.() ?? false,
      }),
      'page.leave': () => {
        stop();
        return null;
      },
    },
    signal,
  );
  noticeUpdate(stop, signal);

  async function start(): Promise<void> {
    const site = await askTwice('page.hello', null);
    const id = probe(document, site.probes ?? []);
    definition = id ? (await askTwice('page.site', { id })).definition : site.definition;
    if (signal.aborted) return;
    const again = followNavigation({
      definition,
      onLeave() {
        moving = true;
        show(null);
      },
      onArrive(next) {
        moving = false;
        show(next);
      },
      signal,
    });
    onReplaced(again, signal);
    // Back from the browser's cache: meanwhile the tab has shown other work.
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted && !moving) show(artifact);
      },
      { signal },
    );
  }
  tell(start());
}

/** A worker that is stopped before it answers never will. Asking once more wakes a new one. */
const askTwice: typeof ask = (command, input) =>
  ask(command, input).catch((error: unknown) => {
    if (isOrphan() || error instanceof RefusedError) throw error;
    return ask(command, input);
  });

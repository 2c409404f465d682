/**
 * What the page script knows, for the page tools that may come later. Both run in the same isolated world of the page,
 * which the page itself cannot see.
 */

import type { browser } from 'wxt/browser';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import type { mediaName } from '#lib/artifacts/media/find-video.ts';
import type { tidy } from '#lib/artifacts/read-text.ts';
import type { answerPage, ask } from '#lib/messages/ask.ts';
import type { Artifact } from '#lib/records/artifact.ts';

/** What the page script has anyway. The tools use it, so that a page does not get a second copy. */
export interface Shared {
  browser: typeof browser;
  ask: typeof ask;
  answerPage: typeof answerPage;
  /** What may be the page's video or audio now, the most likely first. */
  clips(): HTMLMediaElement[];
  mediaName: typeof mediaName;
  tidy: typeof tidy;
  /** What of the page fits a selector and is shown. */
  findShown(css: string, root?: Document): Element[];
}

export interface PageState extends Shared {
  readonly artifact: Artifact | null;
  readonly definition: SiteDefinition | undefined;
  /** Aborts when the site is switched off or the extension is gone. */
  readonly signal: AbortSignal;
  /** The page tools set this while they run, so that they are not injected twice. */
  tools: boolean;
  /** Whether the panel is open; set by the tools, where they are. */
  panelOpen?: () => boolean;
  /** Calls back with the artifact that is now shown, and with null as soon as the page leaves it. */
  onChange(callback: (artifact: Artifact | null) => void, signal: AbortSignal): void;
  /** Calls back when the page has put up another document element or body in the same window. */
  onReplaced(callback: () => void, signal: AbortSignal): void;
}

const KEY = Symbol.for('sideline.page');

type World = typeof globalThis & { [KEY]?: PageState | undefined };

export function publishState(state: PageState | undefined): void {
  (globalThis as World)[KEY] = state;
}

export function readState(): PageState | undefined {
  return (globalThis as World)[KEY];
}

/**
 * What the page script knows, for the page tools that may come later: both run in the same isolated world of the page,
 * which the page itself cannot see.
 */

import type { browser } from 'wxt/browser';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import type { answerPage, ask } from '#lib/messages/ask.ts';
import type { Artifact } from '#lib/records/artifact.ts';

/** What the page script brings along anyway: the tools use it too, rather than being given a second copy. */
export interface Shared {
  browser: typeof browser;
  ask: typeof ask;
  answerPage: typeof answerPage;
  /** The page's main video or audio, if it has one now. */
  video(): HTMLMediaElement | null;
  /** Does an advertisement play in its element now? */
  isAd(): boolean;
  /** The caption line at a second; '' where none is known. */
  caption(media: HTMLMediaElement, seconds: number): string;
}

export interface PageState extends Shared {
  readonly artifact: Artifact | null;
  readonly definition: SiteDefinition | undefined;
  /** Ends when the site was switched off or the extension is gone. */
  readonly signal: AbortSignal;
  /** Set by the page tools while they run, so that nobody injects them twice. */
  tools: boolean;
  /** Called with the artifact now on show; null at once when the page leaves it. */
  onChange(callback: (artifact: Artifact | null) => void, signal: AbortSignal): void;
}

const KEY = Symbol.for('sideline.page');

type World = typeof globalThis & { [KEY]?: PageState | undefined };

export function publishState(state: PageState | undefined): void {
  (globalThis as World)[KEY] = state;
}

export function readState(): PageState | undefined {
  return (globalThis as World)[KEY];
}

/**
 * What the page script knows, for the page tools that may come later: both run in the same isolated world of the page,
 * which the page itself cannot see.
 */
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { Artifact } from '#lib/records/artifact.ts';

export interface PageState {
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

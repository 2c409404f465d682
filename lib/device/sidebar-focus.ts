/** What an open or opening sidebar should show first: a view, or certain notes. Stored in session storage. */
import { browser } from 'wxt/browser';

const FOCUS = 'focus-note';
const VIEW = 'focus-view';
const LOOK_BACK = 'focus-look-back';

export type SidebarView = 'page' | 'today' | 'people';

/** The view that an open or opening sidebar should show. */
export async function focusView(view: SidebarView): Promise<void> {
  await browser.storage.session.set({ [VIEW]: view });
}

/** Calls back with the view to show, now and on later requests. Each request is handled once. */
export function onFocusView(callback: (view: SidebarView) => void, signal: AbortSignal): void {
  const notify = (view: unknown) => {
    if (!view) return;
    callback(view as SidebarView);
    void browser.storage.session.remove(VIEW);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => notify(changes[VIEW]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(VIEW).then(stored => notify(stored[VIEW]));
}

/** The notes that an open or opening sidebar should put first; several when they overlap on the same words. */
export async function focusNotes(noteIds: string[], now: number): Promise<void> {
  await browser.storage.session.set({ [FOCUS]: { noteIds, at: now } });
}

export interface FocusedNotes {
  noteIds: string[];
  at: number;
}

/** Calls back with the notes to put first, now and on later requests. */
export function onFocusNotes(callback: (focus: FocusedNotes) => void, signal: AbortSignal): void {
  const notify = (value: unknown) => {
    if (value) callback(value as FocusedNotes);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => notify(changes[FOCUS]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(FOCUS).then(stored => notify(stored[FOCUS]));
}

/** The panel asks an open or opening sidebar to offer the reviews of the work that is on show. */
export async function focusLookBack(now: number): Promise<void> {
  await browser.storage.session.set({ [LOOK_BACK]: now });
}

/** Calls back when the reviews of this work should be open, now and on later requests. Each request is handled once. */
export function onFocusLookBack(callback: () => void, signal: AbortSignal): void {
  const notify = (asked: unknown) => {
    if (asked === undefined) return;
    callback();
    void browser.storage.session.remove(LOOK_BACK);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => notify(changes[LOOK_BACK]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(LOOK_BACK).then(stored => notify(stored[LOOK_BACK]));
}

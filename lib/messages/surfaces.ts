/**
 * Between the background and the composers that are open. Which of them has what on its screen is nowhere written down:
 * whoever wants to know asks, and a composer that is gone does not answer.
 */
import { browser } from 'wxt/browser';
import { announced } from './announced.ts';
import type { Announcement } from './contract.ts';

/** To all composers: does the one called `surface` show this half-written note? */
interface Question {
  surface: string;
  shows: string;
}

/** A composer that takes longer is there, and stands still: a browser freezes the tabs that nobody looks at. In ms. */
const PATIENCE_MS = 1000;

/** Does this composer have this half-written note on its screen? */
export async function isShown(surface: string, noteId: string): Promise<boolean> {
  const question: Question = { surface, shows: noteId };
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, PATIENCE_MS, true);
  // An error says that no page of ours is open.
  const answer = browser.runtime.sendMessage(question).then(
    (reply: unknown) => reply === true,
    () => false,
  );
  const shown = await Promise.race([answer, late]);
  clearTimeout(timer);
  return shown;
}

/** Tells all composers that half-written notes came, went or changed hands. */
export function notifyDraftsChanged(): void {
  const news: Announcement = { announce: 'drafts' };
  // Nobody listens while no composer is open; that is not an error.
  browser.runtime.sendMessage(news).catch(() => undefined);
}

/** The composer's side. `shows` is asked which half-written note is on the screen; `onDrafts` hears of changes. */
export function listenAsSurface(
  surface: string,
  shows: (noteId: string) => boolean,
  onDrafts: () => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { id?: string }, respond: (reply: boolean) => void) => {
    if (sender.id !== browser.runtime.id) return;
    if (announced(message) === 'drafts') onDrafts();
    // Only a yes: whoever answers first is heard, and others may show it.
    else if (isQuestion(message) && message.surface === surface && shows(message.shows)) respond(true);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'surface' in message && 'shows' in message;
}

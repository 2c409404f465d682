/** Identifies this document as one of the places where a note can be half-written: a panel or a sidebar. */
import { listenAsSurface } from '#lib/messages/surfaces.ts';
import { newId } from '#lib/records/create.ts';

export interface Surface {
  /** Changes with each load of the document, so what the previous one held becomes free. */
  id: string;
  /**
   * `shows` says which half-written note is on screen; `onDrafts` runs when drafts were added, removed or changed
   * hands.
   */
  listen(shows: (noteId: string) => boolean, onDrafts: () => void, signal: AbortSignal): void;
}

const id = newId();

export const thisDocument: Surface = {
  id,
  listen: (shows, onDrafts, signal) => listenAsSurface(id, shows, onDrafts, signal),
};

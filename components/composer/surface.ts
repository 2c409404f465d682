/** This document as one of the places in which a note can be half-written: a panel, a sidebar. */
import { listenAsSurface } from '#lib/messages/surfaces.ts';
import { newId } from '#lib/records/create.ts';

export interface Surface {
  /** Another one after each load of the document: what the last one had is free then. */
  id: string;
  /** `shows` is asked which half-written note is on the screen; `onDrafts` hears when drafts came, went or changed hands. */
  listen(shows: (noteId: string) => boolean, onDrafts: () => void, signal: AbortSignal): void;
}

const id = newId();

export const thisDocument: Surface = {
  id,
  listen: (shows, onDrafts, signal) => listenAsSurface(id, shows, onDrafts, signal),
};

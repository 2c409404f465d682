/**
 * Handles what the page reports. While the page moves from one artifact to the next, the form belongs to neither until
 * the next one is known: what was started before stays with the old artifact, and what is typed in the meantime moves
 * on to the new one.
 */
import { ask } from '#lib/messages/ask.ts';
import type { ComposerContext, ComposerDraft, FromTools, Place } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { carriedTo, forPerson, hasText, isBlank, newDraft } from './draft-content.ts';
import type { Drafts } from './form-drafts.ts';
import { explain } from './messages.ts';
import type { Desk } from './store.ts';
import { twice } from './twice.ts';
import { whomFor } from './whom.ts';

/** How long we wait for a page, in ms: a little longer than the slowest known site needs to show its next record. */
const LONGEST_WAIT_MS = 6000;

export function createArrival(desk: Desk, drafts: Drafts) {
  const { store, link, surface } = desk;
  const { getState: get, setState: set } = store;
  /** A place that arrived before the draft it belongs to was loaded. */
  let early: Place | undefined;
  /** The person is still pointing at something on the previous artifact, and that is not for this one. */
  let stalePick = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let loads = 0;
  /** Who the form was for when the page began to move. If that is somebody else now, the author chose them. */
  let presetSubject: string | undefined;

  function wait(): void {
    waiting ??= setTimeout(() => set({ lost: true }), LONGEST_WAIT_MS);
  }

  function endWait(): void {
    clearTimeout(waiting);
    waiting = undefined;
  }

  /** The page shows something else, or is about to. Runs at once, before we know what it is. */
  function leave(): void {
    const { artifact, draft, context, sending, moving, former } = get();
    stalePick ||= get().picking;
    early = undefined;
    loads++;
    if (moving) {
      // Text carried to one artifact moves on again to the one after it.
      set({ artifact: null });
      return;
    }
    const isKept = draft && !isBlank(draft) && artifact && !sending;
    desk.lastSubjectId = undefined;
    const carry = context && newDraft(context, null, Date.now());
    presetSubject = carry?.subjectId;
    set({
      artifact: null,
      moving: context !== undefined,
      lost: false,
      draft: carry,
      others: [],
      former: isKept ? { noteId: draft.noteId, title: artifact.title } : former,
      message: undefined,
    });
  }

  function arrive(artifact: Artifact | null, hasVideo: boolean): void {
    const last = get();
    if (artifact && artifact.key === last.artifact?.key) {
      set({ artifact, hasVideo });
      if (artifact.owner !== last.artifact.owner) rename(artifact);
      return;
    }
    if (last.artifact) leave();
    if (!artifact) {
      wait();
      return;
    }
    endWait();
    desk.home ??= artifact;
    set({ artifact, hasVideo, lost: false, moving: get().context !== undefined });
    void load(artifact);
  }

  /**
   * The page reports only now whose work it is. Keep the person if the author chose them or has started writing to
   * them.
   */
  function rename(artifact: Artifact): void {
    const { context, draft } = get();
    if (!context || !draft || desk.lastSubjectId !== undefined) return;
    if (draft.subjectId !== undefined && !isBlank(draft)) return;
    const { subjectId } = whomFor(context, artifact);
    if (subjectId === draft.subjectId) return;
    drafts.change(forPerson(context, artifact, draft, subjectId), !isBlank(draft));
  }

  async function load(artifact: Artifact): Promise<void> {
    const turn = ++loads;
    const take = !hasWords(get().draft);
    try {
      const [context, { all, draft: found }] = await Promise.all([
        twice(() => ask('compose.context', null)),
        twice(() => ask('compose.drafts', { artifact, surface: surface.id, take })),
      ]);
      if (turn !== loads) return;
      // The page may have said meanwhile whose artifact it is.
      const latest = get().artifact;
      const shown = latest?.key === artifact.key ? latest : artifact;
      const written = get().draft;
      const fresh = newDraft(context, shown, Date.now(), desk.lastSubjectId);
      const carried = hasWords(written)
        ? forOffered(context, shown, carriedTo(fresh, written, written.subjectId !== presetSubject))
        : undefined;
      const kept = carried ?? forMembers(found, context, shown);
      drafts.knows(found);
      desk.home = artifact;
      const draft = kept ?? fresh;
      const place = kept?.place && hasText(kept) ? kept.place : (early ?? kept?.place);
      const others = all.filter(({ noteId }) => noteId !== draft.noteId);
      // The page is back on the previous artifact, so its half-written note is in the form or among the others.
      const { former: left } = get();
      const former = all.some(({ noteId }) => noteId === left?.noteId) ? undefined : left;
      set({ context, draft: place ? { ...draft, place } : draft, others, former, moving: false });
      if (carried) drafts.keep(artifact, { ...carried, ...(place ? { place } : {}) });
    } catch (error) {
      if (turn === loads) set({ message: explain(error) });
    }
  }

  function takePlace(place: Place, auto: boolean): void {
    const { draft, artifact, moving } = get();
    // Between artifacts there is nothing to point at, and a place on the old one is not for the new one.
    if (!artifact || (stalePick && !auto)) return;
    if (!draft || moving) early = place;
    else if (auto && draft.place && hasText(draft)) return;
    else drafts.change({ place }, !auto);
  }

  function onPicking(on: boolean): void {
    set({ picking: on });
    if (on || !stalePick) return;
    stalePick = false;
    // The page has marked what was pointed at, but the note doesn't have it.
    link.send({ type: 'pick', what: get().hasVideo ? 'moment' : 'whole' });
  }

  function hear(message: FromTools): void {
    switch (message.type) {
      case 'page':
        set({ notes: message.notes, noText: message.noText ?? false });
        arrive(message.artifact, message.hasVideo);
        break;
      case 'place':
        // Something is pointed at after all.
        if (get().message?.kind === 'no-place') set({ message: undefined });
        takePlace(message.place, message.auto);
        break;
      case 'no-place':
        set({ message: { kind: 'no-place', what: message.what } });
        break;
      case 'picking':
        onPicking(message.on);
        break;
      case 'focus':
        set({ focusCount: get().focusCount + 1 });
        break;
    }
  }

  wait();
  desk.signal.addEventListener('abort', endWait);
  return {
    hear,
    /** The person is pointing again, and means what the page shows now. */
    asked(): void {
      stalePick = false;
    },
  };
}

function hasWords(draft: ComposerDraft | undefined): draft is ComposerDraft {
  return draft !== undefined && !isBlank(draft);
}

/**
 * A draft from before the sign-in, or about somebody who left, is now for whoever a new draft would be for. Its
 * behaviour becomes one that this person can have.
 */
function forMembers(
  draft: ComposerDraft | undefined,
  context: ComposerContext,
  artifact: Artifact,
): ComposerDraft | undefined {
  if (!draft || draft.edits) return draft;
  const known = context.members.some(member => member.id === draft.subjectId);
  const subjectId = known ? draft.subjectId : whomFor(context, artifact).subjectId;
  return forOffered(context, artifact, { ...draft, subjectId });
}

/** The draft, about a behaviour that its person can have. */
function forOffered(context: ComposerContext, artifact: Artifact, draft: ComposerDraft): ComposerDraft {
  return { ...draft, ...forPerson(context, artifact, draft, draft.subjectId) };
}

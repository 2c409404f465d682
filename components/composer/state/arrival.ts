/**
 * Handles what the page reports. While the page moves from one artifact to the next, the form belongs to neither until
 * the next one is known: what was started before stays with the old artifact, and what is typed in the meantime moves
 * on to the new one.
 */
import { ask } from '#lib/messages/ask.ts';
import type { ComposerContext, ComposerDraft, DraftHere, FromTools, Place } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { twice } from './ask-twice.ts';
import { carriedTo, forMembers, forOffered, forPerson, hasText, isBlank, newDraft } from './draft-content.ts';
import type { Drafts } from './form-drafts.ts';
import { explain } from './messages.ts';
import type { Desk } from './store.ts';
import { whomFor } from './whom.ts';

/** How long we wait for a page, in ms: a little longer than the slowest known site needs to show its next record. */
const LONGEST_WAIT_MS = 6000;
/** How long until we ask again what is half-written here, after we got no answer, in ms. */
const TRY_AGAIN_MS = 3000;

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
  /** We know what the page shows, but not what is half-written on it: nobody answered. */
  let unloaded: Artifact | undefined;
  let nextTry: ReturnType<typeof setTimeout> | undefined;

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
    // The storage may have been cleared since it was stored, and from now on it is on no screen.
    if (isKept && !get().onlyHere) drafts.keep(artifact, draft);
    desk.lastSubjectId = undefined;
    const carry = context && newDraft(context, null, Date.now());
    presetSubject = carry?.subjectId;
    desk.chosen = {};
    set({
      artifact: null,
      moving: context !== undefined,
      lost: false,
      draft: carry,
      others: [],
      former: isKept ? { noteId: draft.noteId, title: artifact.title } : former,
      message: undefined,
      onlyHere: false,
    });
  }

  function arrive(artifact: Artifact | null, hasVideo: boolean): void {
    const last = get();
    if (artifact && artifact.key === last.artifact?.key) {
      set({ artifact, hasVideo });
      if (artifact.owner !== last.artifact.owner) rename(artifact);
      again();
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
    unloaded = undefined;
    const take = !hasWords(get().draft) && !hasChoices();
    try {
      const [context, { all, draft: found }] = await Promise.all([
        twice(() => ask('compose.context', null)),
        twice(() => ask('compose.drafts', { artifact, surface: surface.id, take })),
      ]);
      if (turn === loads) settle(artifact, context, all, found);
    } catch (error) {
      if (turn !== loads) return;
      unloaded = artifact;
      const { context } = get();
      // What was typed is about what the page shows now, though nobody knows what else is half-written on it.
      if (context && get().moving) settle(artifact, context, [], undefined);
      set({ message: explain(error) });
      clearTimeout(nextTry);
      nextTry = setTimeout(again, TRY_AGAIN_MS);
    }
  }

  /** The form belongs to this artifact from now on. */
  function settle(
    artifact: Artifact,
    context: ComposerContext,
    all: DraftHere[],
    given?: ComposerDraft,
  ): void {
    // The page may have said meanwhile whose artifact it is.
    const latest = get().artifact;
    const shown = latest?.key === artifact.key ? latest : artifact;
    const written = get().draft;
    desk.lastSubjectId ??= desk.chosen.subjectId;
    const blank = newDraft(context, shown, Date.now(), desk.lastSubjectId);
    const next = { ...blank, ...desk.chosen, subjectId: desk.chosen.subjectId ?? blank.subjectId };
    // A form that has been on this artifact while nobody answered stays as its author has set it.
    const fresh = written && !get().moving ? written : next;
    const carried = hasWords(written)
      ? forOffered(context, shown, carriedTo(fresh, written, isChosen(written.subjectId)))
      : undefined;
    const found = given && !drafts.isSent(given.noteId) ? given : undefined;
    const taken = carried || hasChoices() || !found ? undefined : forMembers(found, context, shown);
    drafts.knows(found);
    desk.home = artifact;
    desk.chosen = {};
    const kept = carried ?? taken?.draft;
    const draft = kept ?? forOffered(context, shown, fresh);
    const place = kept?.place && hasText(kept) ? kept.place : (early ?? kept?.place);
    const others = all.filter(({ noteId }) => noteId !== draft.noteId);
    // The page is back on the previous artifact, so its half-written note is in the form or among the others.
    const { former: left } = get();
    const former = all.some(({ noteId }) => noteId === left?.noteId) ? undefined : left;
    const message = taken?.asksWhom ? ({ kind: 'whom-anew' } as const) : get().message;
    set({ context, draft: place ? { ...draft, place } : draft, others, former, message, moving: false });
    if (carried) drafts.keep(artifact, { ...carried, ...(place ? { place } : {}) });
  }

  /** Tries again to find out what is half-written here, if that did not work. */
  function again(): boolean {
    const artifact = unloaded;
    if (!artifact || desk.signal.aborted) return false;
    if (get().artifact?.key !== artifact.key) return false;
    if (hasWords(get().draft)) {
      unloaded = undefined;
      void drafts.look();
    } else void load(artifact).then(forgetTrouble);
    return true;
  }

  function forgetTrouble(): void {
    const { message } = get();
    if (!unloaded && (message?.kind === 'gone' || message?.kind === 'refused')) set({ message: undefined });
  }

  const hasChoices = () => Object.keys(desk.chosen).length > 0;
  /** Did the author choose this person after the page began to move? */
  const isChosen = (id: string | undefined) => desk.chosen.subjectId !== undefined || id !== presetSubject;

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
  desk.signal.addEventListener('abort', () => {
    endWait();
    clearTimeout(nextTry);
  });
  return {
    hear,
    again,
    /** The person is pointing again, and means what the page shows now. */
    asked(): void {
      stalePick = false;
    },
  };
}

function hasWords(draft: ComposerDraft | undefined): draft is ComposerDraft {
  return draft !== undefined && !isBlank(draft);
}

/** Serves the composers (panel, sidebar): which place they point at, and the player while somebody types. */
import { flat } from '#lib/anchors/fold.ts';
import { describe } from '#lib/anchors/index.ts';
import { describeMoment, formatTime } from '#lib/anchors/moment.ts';
import type { FromTools, Place, ToTools } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { PageState } from '../page/state.ts';
import type { ComposerLink } from './link.ts';
import type { Overlay } from './overlay.ts';
import type { Painter } from './paint.ts';
import { pickField } from './pick-field.ts';
import type { Player } from './player.ts';

/** A selection is taken once it has rested for this long, in ms. */
const SELECTION_REST_MS = 180;
const LABEL_LENGTH = 140;
/** Shorter than this, in seconds, it is still a moment. */
const MIN_STRETCH = 0.3;

export interface Places {
  add(link: ComposerLink): void;
  remove(link: ComposerLink): void;
  receive(message: ToTools, link: ComposerLink): void;
  /** Looks at the page for the most likely place: the selected words, else the moment, else the whole. */
  guess(): void;
  /** The notes on the artifact have changed. */
  recount(): void;
  /** Jumping to a note selects its words; that is not the person pointing. */
  ignoreSelectionOnce(): void;
}

export function createPlaces(
  state: PageState,
  overlay: Overlay,
  painter: Painter,
  player: Player,
  drawMoment: (place: Place | undefined) => void,
  noteCount: () => number,
  frame: { switchSide(): void; close(): void },
  signal: AbortSignal,
): Places {
  const links = new Set<ComposerLink>();
  let place: Place | undefined;
  /** The moment moves with the playhead until somebody types or points elsewhere. */
  let following = false;
  let guessing = false;
  /** Whether `place` is our guess and not what somebody pointed at. */
  let guessed = true;
  let ignoreSelection = false;
  let shownKey = state.artifact?.key;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(message: FromTools): void {
    for (const link of links) link.send(message);
  }

  function point(next: Place, range?: Range, element?: Element): void {
    place = next;
    following = false;
    guessed = guessing;
    painter.drawPlace(next.anchor, range, element);
    drawMoment(next.anchor.kind === 'moment' ? next : undefined);
    tell({ type: 'place', place: next, auto: guessed });
  }

  function clear(): void {
    place = undefined;
    following = false;
    painter.drawPlace(undefined);
    drawMoment(undefined);
  }

  function selectedRange(): Range | undefined {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    return range.toString().trim() === '' ? undefined : range;
  }

  function pointAtWords(): boolean {
    const range = selectedRange();
    if (!range) return false;
    const anchor = describe(range, document.body);
    point({ anchor, label: shorten(anchor.quote.exact) }, range.cloneRange());
    return true;
  }

  function pointAtMoment(): boolean {
    const video = player.video();
    if (!video) return false;
    const anchor = describeMoment(video);
    point({ anchor, label: formatTime(anchor.start) });
    following = true;
    return true;
  }

  function pointAtWhole(): void {
    point({ anchor: { kind: 'whole' }, label: state.artifact?.title ?? document.title });
  }

  function pointAtField(): void {
    tell({ type: 'picking', on: true });
    pickField(
      overlay,
      state.definition,
      picked => {
        tell({ type: 'picking', on: false });
        if (picked) {
          const { label, value } = picked.anchor;
          const words = value === '' ? label : `${label}: ${value}`;
          point({ anchor: picked.anchor, label: shorten(words) }, undefined, picked.element);
        } else tell({ type: 'no-place', what: 'field' });
        tell({ type: 'focus' });
      },
      signal,
    );
  }

  function follow(): void {
    if (!following || links.size === 0) return;
    const video = player.video();
    if (!video) return;
    const anchor = describeMoment(video);
    place = { anchor, label: formatTime(anchor.start) };
    drawMoment(place);
    tell({ type: 'place', place, auto: true });
  }

  function setOut(): void {
    const video = player.video();
    if (place?.anchor.kind !== 'moment' || !video) return;
    const { start } = place.anchor;
    const end = video.currentTime;
    if (Math.abs(end - start) < MIN_STRETCH) return;
    const [from, to] = end < start ? [end, start] : [start, end];
    const anchor = { ...place.anchor, start: from, end: to };
    point({ anchor, label: `${formatTime(from)}–${formatTime(to)}` });
  }

  function describePage(artifact: Artifact | null): FromTools {
    return { type: 'page', artifact, hasVideo: player.video() !== null, notes: noteCount() };
  }

  function guess(): void {
    guessing = true;
    if (!pointAtWords() && !pointAtMoment()) pointAtWhole();
    guessing = false;
  }

  const pick: Record<'words' | 'field' | 'moment' | 'whole', () => void> = {
    words: () => {
      if (!pointAtWords()) tell({ type: 'no-place', what: 'words' });
    },
    field: pointAtField,
    moment: () => {
      if (!pointAtMoment()) tell({ type: 'no-place', what: 'moment' });
    },
    whole: pointAtWhole,
  };

  document.addEventListener(
    'selectionchange',
    () => {
      if (links.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (ignoreSelection) ignoreSelection = false;
        else pointAtWords();
      }, SELECTION_REST_MS);
    },
    { signal },
  );
  // Media events do not bubble, but they can be caught on the way down, whichever element plays.
  for (const type of ['timeupdate', 'seeked', 'pause'] as const) {
    document.addEventListener(type, follow, { capture: true, passive: true, signal });
  }
  state.onChange(artifact => {
    const known = artifact?.key === shownKey;
    shownKey = artifact?.key;
    if (known) {
      // A title or an owner that came late: still the same thing, and what is pointed at stays.
      tell(describePage(artifact));
      return;
    }
    clear();
    tell(describePage(artifact));
    if (artifact && links.size > 0) guess();
  }, signal);
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    add(link) {
      links.add(link);
      link.send(describePage(state.artifact));
      if (place) link.send({ type: 'place', place, auto: guessed });
      else guess();
      link.send({ type: 'focus' });
    },
    remove(link) {
      links.delete(link);
      if (links.size === 0) clear();
    },
    receive(message) {
      switch (message.type) {
        case 'pick':
          pick[message.what]();
          break;
        case 'typing':
          player.pauseForTyping();
          following = false;
          break;
        case 'sent':
          player.resumeAfterSending();
          clear();
          break;
        case 'step':
          player.seek((player.video()?.currentTime ?? 0) + message.seconds);
          break;
        case 'set-out':
          setOut();
          break;
        case 'switch-side':
          frame.switchSide();
          break;
        case 'focus-page':
          window.focus();
          break;
        case 'close':
          frame.close();
          break;
      }
    },
    guess,
    recount: () => tell(describePage(state.artifact)),
    ignoreSelectionOnce() {
      ignoreSelection = true;
    },
  };
}

function shorten(text: string): string {
  const line = flat(text);
  return line.length > LABEL_LENGTH ? `${line.slice(0, LABEL_LENGTH - 1)}…` : line;
}

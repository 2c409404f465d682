/** Serves the composers (panel, sidebar): which place they point at, and the player while somebody types. */

import { describeMoment, type MomentOptions } from '#lib/anchors/media/moment.ts';
import { describeRegion } from '#lib/anchors/media/region.ts';
import { describe } from '#lib/anchors/text/index.ts';
import type { PlaceKind, ToolsMessage, ToTools } from '#lib/messages/contract.ts';
import type { Anchor, MomentAnchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { PageState } from '../page/state.ts';
import { drawRegion } from './draw-region.ts';
import type { ComposerLink } from './link.ts';
import { atEnd, on } from './listen.ts';
import { type Overlay, type OverlayItem, rectAround } from './overlay.ts';
import type { Painter } from './paint.ts';
import { pickField } from './pick-field.ts';
import { nameOf, pictureHere, regionBox } from './pictures.ts';
import type { Player } from './player.ts';

/** A selection is taken once it has rested for this long, in ms. */
const SELECTION_REST_MS = 180;
/** How late a key is pressed, in seconds, until somebody says otherwise. */
const REACTION_SECONDS = 0.8;

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
  drawMoment: (moment: MomentAnchor | undefined) => void,
  noteCount: () => number,
  frame: () => { switchSide(): void; close(): void },
  signal: AbortSignal,
): Places {
  const links = new Set<ComposerLink>();
  let place: Anchor | undefined;
  /** The moment moves with the playhead until somebody types or points elsewhere. */
  let following = false;
  /** Whether `place` is our guess and not what somebody pointed at. */
  let guessed = true;
  let ignoreSelection = false;
  let reaction = REACTION_SECONDS;
  /** Somebody works in another origin's frame, or it is most of what is to be seen: nobody can read its words. */
  let framed = false;
  let shownKey = state.artifact?.key;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(message: ToolsMessage): void {
    for (const link of links) link.send(message);
  }

  function noPlace(what: PlaceKind | 'ad'): void {
    tell({ type: 'no-place', what });
  }

  /** Somebody picks a place on the page; called again when that is over, the focus goes back to the composer. */
  function picking(on: boolean): void {
    tell({ type: 'picking', on });
    if (!on) tell({ type: 'focus' });
  }

  function point(next: Anchor, range?: Range, rect?: OverlayItem['rect'], auto = false): void {
    place = next;
    following = false;
    guessed = auto;
    painter.drawPlace(range, rect);
    drawMoment(next.kind === 'moment' ? next : undefined);
    tell({ type: 'place', anchor: next, auto: guessed });
  }

  function clear(): void {
    place = undefined;
    following = false;
    painter.drawPlace();
    drawMoment(undefined);
  }

  function selectedRange(): Range | undefined {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    return range?.toString().trim() ? range : undefined;
  }

  function pointAtWords(auto?: boolean): boolean {
    const range = selectedRange();
    if (!range) return false;
    point(describe(range, document.body), range.cloneRange(), undefined, auto);
    return true;
  }

  /** The moment that plays now; one that is marked while it plays was over when the key was pressed. */
  function momentNow(media: HTMLMediaElement, options: MomentOptions = {}): MomentAnchor {
    return describeMoment(media, {
      reactionSeconds: media.paused ? 0 : reaction,
      caption: seconds => state.caption(media, seconds),
      ...options,
    });
  }

  function clip(): HTMLMediaElement | null {
    if (player.isAd()) noPlace('ad');
    return player.clip();
  }

  function pointAtMoment(auto?: boolean): boolean {
    const video = clip();
    if (!video) return false;
    point(momentNow(video), undefined, undefined, auto);
    following = true;
    return true;
  }

  function pointAtRegion(): void {
    const isAd = player.isAd();
    const picture = pictureHere(player);
    if (!picture || isAd) {
      noPlace(isAd ? 'ad' : 'region');
      return;
    }
    player.pauseForTyping();
    picking(true);
    drawRegion(
      state.browser,
      overlay,
      picture,
      drawn => {
        const isImage = picture instanceof HTMLImageElement;
        const moment = isImage ? undefined : momentNow(picture as HTMLVideoElement);
        const drawnAt = drawn && describeRegion(picture, drawn, moment);
        if (drawnAt) {
          const anchor = isImage ? { ...drawnAt, image: nameOf(picture) } : drawnAt;
          point(anchor, undefined, () => regionBox(anchor, picture));
        }
        picking(false);
      },
      signal,
    );
  }

  function pointAtWhole(auto?: boolean): void {
    point({ kind: 'whole' }, undefined, undefined, auto);
  }

  function pointAtField(): void {
    picking(true);
    pickField(
      painter,
      state.definition,
      picked => {
        if (picked) point(picked.anchor, undefined, rectAround(picked.element));
        else noPlace('field');
        picking(false);
      },
      signal,
    );
  }

  function follow(): void {
    if (!following || links.size === 0) return;
    const video = player.clip();
    if (!video) return;
    const moment = momentNow(video);
    place = moment;
    drawMoment(moment);
    tell({ type: 'place', anchor: moment, auto: true });
  }

  /** One end of a stretch is where it plays now; the other stays, where there is one. */
  function setEnd(isOut: boolean): void {
    const video = clip();
    if (!video) return;
    const now = momentNow(video);
    const old = !following && place?.kind === 'moment' ? place : now;
    // Whichever comes first is the beginning.
    point(
      momentNow(video, isOut ? { start: old.start, end: now.start } : { start: now.start, end: old.end }),
    );
  }

  function step(seconds: number): void {
    const video = clip();
    if (!video) return;
    if (Math.abs(seconds) < 1) video.pause();
    player.seek(video.currentTime + seconds);
  }

  function describePage(artifact: Artifact | null): ToolsMessage {
    framed ||= [...document.querySelectorAll('iframe')].some(
      frame =>
        !frame.contentDocument &&
        (frame === document.activeElement ||
          2 * frame.clientWidth * frame.clientHeight > innerWidth * innerHeight),
    );
    return {
      type: 'page',
      artifact,
      hasVideo: !!player.video(),
      noText: framed || !!state.definition?.doc?.noText,
      notes: noteCount(),
    };
  }

  function guess(): void {
    if (pointAtWords(true) || pointAtMoment(true)) return;
    pointAtWhole(true);
    // Until the clip itself goes on.
    following = player.isAd();
  }

  const recount = () => tell(describePage(state.artifact));

  const pick: Record<PlaceKind, () => void> = {
    words: () => {
      if (!pointAtWords()) noPlace('words');
    },
    field: pointAtField,
    moment: () => {
      if (!pointAtMoment() && !player.isAd()) noPlace('moment');
    },
    region: pointAtRegion,
    whole: () => pointAtWhole(),
  };

  const hear: { [T in ToTools['type']]: (message: Extract<ToTools, { type: T }>) => void } = {
    pick: ({ what }) => pick[what](),
    typing() {
      player.pauseForTyping();
      following = false;
    },
    sent() {
      player.resumeAfterSending();
      clear();
    },
    step: ({ seconds }) => step(seconds),
    'set-in': () => setEnd(false),
    'set-out': () => setEnd(true),
    play({ loop }) {
      if (place?.kind === 'moment' && place.end !== undefined) player.play(place.start, place.end, loop);
    },
    reaction({ seconds }) {
      reaction = seconds;
    },
    left: recount,
    'switch-side': () => frame().switchSide(),
    'focus-page': () => window.focus(),
    close: () => frame().close(),
  };

  on(
    document,
    'selectionchange',
    () => {
      if (links.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (ignoreSelection) ignoreSelection = false;
        else pointAtWords();
      }, SELECTION_REST_MS);
    },
    signal,
  );
  // Media events do not bubble, but they can be caught on the way down, whichever element plays.
  on(document, 'timeupdate seeked pause', follow, signal);
  on(window, 'blur', recount, signal);
  state.onChange(artifact => {
    const known = artifact?.key === shownKey;
    shownKey = artifact?.key;
    if (known) {
      // A title or an owner that came late: still the same thing, and what is pointed at stays.
      tell(describePage(artifact));
      return;
    }
    clear();
    framed = false;
    tell(describePage(artifact));
    if (artifact && links.size > 0) guess();
  }, signal);
  atEnd(signal, () => clearTimeout(timer));

  return {
    add(link) {
      links.add(link);
      link.send(describePage(state.artifact));
      if (place) link.send({ type: 'place', anchor: place, auto: guessed });
      else guess();
      link.send({ type: 'focus' });
    },
    remove(link) {
      links.delete(link);
      if (links.size === 0) clear();
    },
    receive: message => (hear[message.type] as (message: ToTools) => void)(message),
    guess,
    recount,
    ignoreSelectionOnce() {
      ignoreSelection = true;
    },
  };
}

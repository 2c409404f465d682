/** Serves the composers in panel and sidebar: tells them what the person points at, and pauses the player for typing. */

import type { MomentOptions } from '#lib/anchors/media/moment.ts';
import { describe } from '#lib/anchors/text/index.ts';
import type { PlaceKind, ToolsMessage, ToTools } from '#lib/messages/contract.ts';
import type { Anchor, MomentAnchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { PageState } from '../page/state.ts';
import { atEnd, on } from './dom-events.ts';
import type { ComposerLink } from './link.ts';
import { type OverlayItem, rectAround } from './overlay.ts';
import type { Painter } from './paint.ts';
import type {
  CaptionAt,
  Loader,
  Media,
  MediaLoader,
  PickedField,
  PickField,
  Regions,
  WorkTimes,
} from './parts.ts';
import { selectedIn } from './selection.ts';

/** A selection counts once it has not changed for this long, in ms. */
const SELECTION_REST_MS = 180;
/** How late people press a key, in seconds, until somebody sets another time. */
const REACTION_SECONDS = 0.8;

export interface Places {
  add(link: ComposerLink): void;
  remove(link: ComposerLink): void;
  receive(message: ToTools, link: ComposerLink): void;
  /** Points at what is most likely meant: the selected words, else the moment, else the whole. */
  guess(): void;
  /** times.js is here: what was told without a time is told with it. */
  timesCame(): void;
  /** Tells the composers anew how many notes there are. */
  recount(): void;
  /** Hears what is selected and played in a document. */
  listenIn(root: Document): void;
  /** Going to a note selects its words, but then it is not the person who points at them. */
  ignoreOnce(): void;
}

export function createPlaces(
  state: PageState,
  painter: Painter,
  {
    media,
    captions,
    regions,
    picking: fields,
    times,
  }: {
    media: MediaLoader;
    captions: Loader<CaptionAt>;
    regions: Loader<Regions>;
    picking: Loader<PickField>;
    times: Loader<WorkTimes>;
  },
  drawMoment: (moment: MomentAnchor | undefined) => void,
  noteCount: () => number,
  documents: () => Document[],
  frame: () => { switchSide(): void; close(): void } | undefined,
  signal: AbortSignal,
): Places {
  const links = new Set<ComposerLink>();
  let place: Anchor | undefined;
  /** Whether the moment moves with the playhead, as it does until somebody types or points elsewhere. */
  let following = false;
  /** Whether `place` is our guess, rather than what somebody pointed at. */
  let guessed = true;
  /** What is pointed at, or what is around it: the page may say when that happened. */
  let placeIn: Element | null | undefined;
  let ignoreSelection = false;
  let reaction = REACTION_SECONDS;
  /** Whether words cannot be read: another origin's frame has the focus or fills most of the window, or a root is closed. */
  let framed = false;
  let shownKey = state.artifact?.key;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(message: ToolsMessage): void {
    for (const link of links) link.send(message);
  }

  function noPlace(what: PlaceKind | 'ad' | 'unclear'): void {
    tell({ type: 'no-place', what });
  }

  /** Tells that the person picks something on the page, or has done so. Then the focus goes back to the composer. */
  function picking(on: boolean): void {
    tell({ type: 'picking', on });
    if (!on) tell({ type: 'focus' });
  }

  function point(
    next: Anchor,
    range?: Range,
    rect?: OverlayItem['rect'],
    auto = false,
    element: Element | null | undefined = range?.startContainer.parentElement,
  ): void {
    place = next;
    placeIn = element;
    following = false;
    guessed = auto;
    painter.drawPlace(range, rect);
    drawMoment(next.kind === 'moment' ? next : undefined);
    tell(describePlace(next));
  }

  function clear(): void {
    place = undefined;
    placeIn = undefined;
    following = false;
    painter.drawPlace();
    drawMoment(undefined);
  }

  function pointAtWords(auto?: boolean, roots = documents()): boolean {
    const range = roots.map(selectedIn).find(selected => selected);
    if (range === 'closed' && !framed) {
      framed = true;
      recount();
    }
    if (!range || range === 'closed') return false;
    point(describe(range, document.body), range.cloneRange(), undefined, auto);
    return true;
  }

  /** The moment that plays now. While it plays, what is meant was over when the key was pressed. */
  function momentNow(here: Media, video: HTMLMediaElement, options: MomentOptions = {}): MomentAnchor {
    return here.describeMoment(video, {
      reactionSeconds: video.paused ? 0 : reaction,
      caption: seconds => captions.here?.(video, seconds) ?? '',
      ...options,
    });
  }

  /** The media tools, with what reads captions. */
  const bringMedia = () => Promise.all([media.load(), captions.load()]).then(([here]) => here);

  /** Runs at once if the media tools are here, else when they have come. */
  function withMedia(run: (here: Media) => void, otherwise: () => void = () => undefined): void {
    if (media.here && captions.here) run(media.here);
    else void bringMedia().then(here => (here ? run(here) : otherwise()));
  }

  /** The recording, unless an advertisement plays in its element: that time is not the recording's. */
  const clipNow = () => (isAd() || isUnclear() ? null : (media.here?.clip() ?? state.clips()[0] ?? null));

  const isAd = () => !!media.here?.isAd();
  const isUnclear = () => !!media.here?.isUnclear();
  const noClip = () => noPlace(isAd() ? 'ad' : 'unclear');

  function clip(): HTMLMediaElement | null {
    if (isAd() || isUnclear()) noClip();
    return clipNow();
  }

  function pointAtMoment(auto?: boolean): boolean {
    if (!clip()) return false;
    const before = place;
    withMedia(
      here => {
        const video = clipNow();
        // The media tools may have been on their way while somebody pointed elsewhere.
        if (place !== before) return;
        if (!video) {
          // Only now is it known that an advertisement plays, or that nothing tells which clip is meant.
          if (auto) waitOnWhole();
          else noClip();
          return;
        }
        point(momentNow(here, video), undefined, undefined, auto);
        following = true;
      },
      () => (auto ? pointAtWhole(true) : noPlace('moment')),
    );
    return true;
  }

  function pointAtRegion(): void {
    void Promise.all([regions.load(), state.clips()[0] && bringMedia()]).then(([here, player]) => {
      if (isAd()) {
        noPlace('ad');
        return;
      }
      const isPicking = here?.pickRegion(
        video => (player ? momentNow(player, video) : undefined),
        (anchor, rect) => {
          if (anchor) point(anchor, undefined, rect);
          picking(false);
        },
      );
      if (isPicking) picking(true);
      else noPlace('region');
    });
  }

  /** It becomes a moment when the clip itself goes on, or when it is clear which clip is meant. */
  function waitOnWhole(): void {
    pointAtWhole(true);
    following = isAd() || isUnclear();
  }

  function pointAtWhole(auto?: boolean): void {
    point({ kind: 'whole' }, undefined, undefined, auto);
  }

  function pointAtField(): void {
    const done = (picked?: PickedField) => {
      if (picked) point(picked.anchor, undefined, rectAround(picked.element), false, picked.element);
      else noPlace('field');
      picking(false);
    };
    void fields.load().then(pickField => {
      picking(true);
      if (pickField) pickField(done);
      else done();
    });
  }

  function follow(): void {
    const video = clipNow();
    if (!following || links.size === 0 || !media.here || !video) return;
    const moment = momentNow(media.here, video);
    place = moment;
    drawMoment(moment);
    tell({ type: 'place', anchor: moment, auto: true });
  }

  /** Sets one end of a stretch to where it plays now. The other end stays, if there is one. */
  function setEnd(isOut: boolean): void {
    if (!clip()) return;
    withMedia(here => {
      // Only now is it known whether an advertisement plays.
      const video = clip();
      if (!video) return;
      const now = momentNow(here, video);
      const old = !following && place?.kind === 'moment' ? place : now;
      const ends = isOut ? { start: old.start, end: now.start } : { start: now.start, end: old.end };
      // Whichever end comes first is the beginning.
      point(momentNow(here, video, ends));
    });
  }

  function describePage(artifact: Artifact | null): ToolsMessage {
    framed ||= [...document.querySelectorAll('iframe')].some(
      frame =>
        !frame.contentDocument &&
        (frame === document.activeElement ||
          2 * frame.clientWidth * frame.clientHeight > innerWidth * innerHeight),
    );
    const time = artifact && times.here?.ofWork(document, artifact.kind, Date.now());
    return {
      type: 'page',
      artifact: time ? { ...artifact, time } : artifact,
      hasVideo: state.clips().length > 0,
      noText: framed || !!state.definition?.doc?.noText,
      notes: noteCount(),
    };
  }

  function describePlace(anchor: Anchor): ToolsMessage {
    return { type: 'place', anchor, auto: guessed, at: times.here?.near(placeIn, Date.now()) };
  }

  function guess(): void {
    if (pointAtWords(true) || pointAtMoment(true)) return;
    waitOnWhole();
  }

  const recount = () => tell(describePage(state.artifact));

  const pick: Record<PlaceKind, () => void> = {
    words: () => {
      if (!pointAtWords()) noPlace('words');
    },
    field: pointAtField,
    moment: () => {
      if (!pointAtMoment() && !state.clips()[0]) noPlace('moment');
    },
    region: pointAtRegion,
    whole: () => pointAtWhole(),
  };

  const hear: { [T in ToTools['type']]: (message: Extract<ToTools, { type: T }>) => void } = {
    pick: ({ what }) => pick[what](),
    typing() {
      if (state.clips()[0]) withMedia(here => here.pause());
      following = false;
    },
    sent() {
      media.here?.resume();
      clear();
    },
    step({ seconds }) {
      if (clip()) withMedia(here => here.step(seconds));
    },
    'set-in': () => setEnd(false),
    'set-out': () => setEnd(true),
    play({ loop }) {
      const stretch = place;
      if (stretch?.kind !== 'moment' || stretch.end === undefined) return;
      const { start, end } = stretch;
      withMedia(here => here.play(start, end, loop));
    },
    reaction({ seconds }) {
      reaction = seconds;
    },
    left: recount,
    'switch-side': () => frame()?.switchSide(),
    'focus-page': () => window.focus(),
    close: () => frame()?.close(),
  };

  function listenIn(root: Document): void {
    on(
      root,
      'selectionchange',
      () => {
        if (links.size === 0) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (ignoreSelection) ignoreSelection = false;
          else pointAtWords(false, [root]);
        }, SELECTION_REST_MS);
      },
      signal,
    );
    // Media events do not bubble, but capturing hears them, whichever element plays.
    on(root, 'timeupdate seeked pause', follow, signal);
  }
  on(window, 'blur', recount, signal);
  state.onChange(artifact => {
    const known = artifact?.key === shownKey;
    shownKey = artifact?.key;
    if (known) {
      // Only a title or an owner came late. It is still the same thing, so the person still points at the same place.
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
      void times.load();
      link.send(describePage(state.artifact));
      if (place) link.send(describePlace(place));
      else guess();
      link.send({ type: 'focus' });
    },
    remove(link) {
      links.delete(link);
      if (links.size === 0) clear();
    },
    receive: message => (hear[message.type] as (message: ToTools) => void)(message),
    guess,
    timesCame() {
      recount();
      if (place && placeIn) tell(describePlace(place));
    },
    recount,
    listenIn,
    ignoreOnce() {
      ignoreSelection = true;
    },
  };
}

/**
 * The media tools, as the page tools see them. Player, timeline and regions are a script of their own (media.js), so
 * that a page without a player or a picture to draw on, such as a CRM record, need not carry them. The page tools ask
 * for it when there is something for it to do, and have it from then on.
 */
import type { MomentOptions } from '#lib/anchors/media/moment.ts';
import type { Picture } from '#lib/anchors/media/region.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { MomentAnchor, RegionAnchor } from '#lib/records/anchor.ts';
import type { PageState } from '../page/state.ts';
import { atEnd } from './dom-events.ts';
import type { Located } from './go-to.ts';
import type { Overlay, OverlayItem } from './overlay.ts';

export type MomentMark = Mark & { anchor: MomentAnchor };

/** What a drawn region becomes: its anchor, and where to outline it. */
export type OnRegion = (anchor: RegionAnchor | undefined, rect?: OverlayItem['rect']) => void;

/** What media.js brings. Times are seconds of the recording, rectangles px of the viewport. */
export interface Media {
  pauseForTyping(): void;
  /** Goes on playing, but only what typing paused, and only if nobody moved the playhead since. */
  resumeAfterSending(): void;
  /** Moves the playhead; a step shorter than a second stops it too. */
  step(seconds: number): void;
  /** Plays a stretch, once or again and again, until somebody pauses, leaves it, or asks for another. */
  play(from: number, to: number, loop: boolean): void;
  /** The caption line at a second; '' if we know none. */
  captionAt(video: HTMLMediaElement, seconds: number): string;
  describeMoment(video: HTMLMediaElement, options: MomentOptions): MomentAnchor;
  drawTimeline(marks: MomentMark[], draft: MomentAnchor | undefined): void;
  /** Where a moment or region is now; undefined where its recording or picture is not on the page. */
  locate(
    anchor: MomentAnchor | RegionAnchor,
    flash: (rect: OverlayItem['rect']) => void,
  ): Located | undefined;
  /** The picture that a region was drawn on. */
  pictureOf(anchor: RegionAnchor): Picture | undefined;
  /** Where to draw a region; in a clip only while the clip stands at its moment. */
  regionRect(anchor: RegionAnchor, picture: Picture): OverlayItem['rect'];
  /** Lets the person draw on the picture that is in sight. False where there is none. */
  pickRegion(momentNow: (video: HTMLMediaElement) => MomentAnchor, onDone: OnRegion): boolean;
}

/** What the page tools lend to media.js. */
export interface MediaHost {
  state: PageState;
  overlay: Overlay;
  openNote(noteId: string): void;
}

export type CreateMedia = (host: MediaHost) => Media;

const KEY = Symbol.for('sideline.media');

type World = typeof globalThis & { [KEY]?: ((create: CreateMedia) => void) | undefined };

/** Called by media.js once it runs. Without page tools that wait for it, nothing happens. */
export function handOverMedia(create: CreateMedia): void {
  (globalThis as World)[KEY]?.(create);
}

export interface MediaLoader {
  /** The media tools, once they are here. */
  readonly here: Media | undefined;
  /** Brings them; undefined where they cannot be had. */
  load(): Promise<Media | undefined>;
}

/** `onCome` is called once, when media.js has arrived; if it is injected again, the first stays. */
export function createMediaLoader(host: MediaHost, onCome: () => void): MediaLoader {
  const { ask, signal } = host.state;
  const world: World = globalThis;
  let media: Media | undefined;
  let loading: Promise<Media | undefined> | undefined;

  const accept = (create: CreateMedia) => {
    if (media) return;
    media = create(host);
    onCome();
  };
  world[KEY] = accept;
  atEnd(signal, () => {
    if (world[KEY] === accept) world[KEY] = undefined;
  });

  async function bring(): Promise<Media | undefined> {
    const request = () => ask('tools.media', null);
    // A worker that is stopped while it answers answers nobody; asking once more wakes a new one. A second refusal is
    // final for now: the script may be here all the same, and whoever needs it next asks again.
    await request()
      .catch(request)
      .catch(() => undefined);
    loading = undefined;
    return media;
  }

  return {
    get here() {
      return media;
    },
    async load() {
      if (media || signal.aborted) return media;
      loading ??= bring();
      return loading;
    },
  };
}

/**
 * Parts of the page tools that are scripts of their own, so that a page is given only what there is something to do for:
 * media.js for a player, captions.js for what is said there, clips.js for several on a page, regions.js for a picture that is drawn on, sight.js for marks on
 * things, picking.js for pointing at a field, times.js for when the work was done, frame.js for the panel, frames.js for
 * frames of the page's own origin. The page tools ask for one when it is needed, and have it from then on.
 */
import { describeField, fieldAt, listFields } from '#lib/anchors/field/field.ts';
import type { MomentOptions } from '#lib/anchors/media/moment.ts';
import type { Picture } from '#lib/anchors/media/region.ts';
import type { WorkTime } from '#lib/artifacts/work-time.ts';
import type { Mark, PartName } from '#lib/messages/contract.ts';
import type { FieldAnchor, MomentAnchor, RegionAnchor } from '#lib/records/anchor.ts';
import type { PageState } from '../page/state.ts';
import { atEnd, on } from './dom-events.ts';
import { goTo, type Located } from './go-to.ts';
import { button, closedRoot, make, type Overlay, type OverlayItem, rectAround } from './overlay.ts';
import { raise, TOP_LAYER } from './top-layer.ts';
import { type Box, boxOf, frameOf, offsetOf, ours } from './window-box.ts';

export type MomentMark = Mark & { anchor: MomentAnchor };

/** What a drawn region becomes: its anchor, and where to outline it. */
export type OnRegion = (anchor: RegionAnchor | undefined, rect?: OverlayItem['rect']) => void;

type Flash = (rect: OverlayItem['rect']) => void;

/** What media.js brings. Times are seconds of the recording, rectangles px of the viewport. */
export interface Media {
  /** The clip that is most likely meant. */
  clip(): HTMLMediaElement | null;
  /** Whether there are several clips and nothing tells which is meant. */
  isUnclear(): boolean;
  /** The clip that a moment was marked in; null if none fits, or more than one. */
  clipOf(moment: MomentAnchor): HTMLMediaElement | null;
  /** Whether an advertisement plays in the recording's element now. */
  isAd(): boolean;
  /** Pauses for somebody who types. */
  pause(): void;
  /** Goes on playing, but only what typing paused, and only if nobody moved the playhead since. */
  resume(): void;
  /** Moves the playhead; a step shorter than a second stops it too. */
  step(seconds: number): void;
  /** Plays a stretch, once or again and again, until somebody pauses, leaves it, or asks for another. */
  play(from: number, to: number, loop: boolean): void;
  describeMoment(video: HTMLMediaElement, options: MomentOptions): MomentAnchor;
  drawTimeline(marks: MomentMark[], draft: MomentAnchor | undefined): void;
  /** Where a moment is now; undefined where its recording is not on the page. */
  locate(anchor: MomentAnchor, flash: Flash): Located | undefined;
}

/** What regions.js brings. */
export interface Regions {
  /** Where a region is now; undefined where its picture is not on the page. */
  locate(anchor: RegionAnchor, flash: Flash): Located | undefined;
  /** The picture that a region was drawn on. */
  pictureOf(anchor: RegionAnchor): Picture | undefined;
  /** Where to draw a region; in a clip only while the clip stands at its moment. */
  regionRect(anchor: RegionAnchor, picture: Picture): OverlayItem['rect'];
  /** Lets the person draw on the picture that is in sight. False where there is none. */
  pickRegion(momentNow: (video: HTMLMediaElement) => MomentAnchor | undefined, onDone: OnRegion): boolean;
}

/** What sight.js brings, beside the style of marks on things. */
export interface Sight {
  /**
   * How to cut what is drawn at `box` on an element, as the value of `clip-path`; undefined where nothing of its `core`
   * can be seen.
   */
  clip(element: Element, box: Box, core: Box): string | undefined;
}

export interface PickedField {
  anchor: FieldAnchor;
  element: Element;
}

/** What picking.js brings: lets the person point at a field. `onDone` gets none where they gave up. */
export type PickField = (onDone: (picked: PickedField | undefined) => void) => void;

/** What times.js brings. Times are ms since 1970, and `now` tells what is still to come. */
export interface WorkTimes {
  /** When the entry happened that this element is in, if the page says one time of it. */
  near(element: Element | null | undefined, now: number): number | undefined;
  /** When the work that the page shows was done. */
  ofWork(document: Document, kind: string, now: number): WorkTime | undefined;
}

/** What frame.js brings: the panel's frame. */
export interface PanelFrame {
  open(): Promise<void>;
  close(): void;
  isOpen(): boolean;
  /** Looks whether the panel is still in the page and on top. */
  settle(): void;
  switchSide(): void;
  hide(isHidden: boolean): void;
  /** Moves to the other side if it covers what the person is led to. */
  avoid(target: Element | Range): void;
}

/** What frames.js brings. */
export interface Frames {
  /** The documents in frames that can be read now. */
  documents(): Document[];
}

/** What clips.js brings, where a page has several. */
export interface Clips extends Pick<Media, 'clip' | 'isUnclear' | 'clipOf'> {
  /** The person is led to this clip. */
  take(clip: HTMLMediaElement): void;
  /** What tells this clip from the others; undefined if it has no name. */
  nameOf(clip: HTMLMediaElement): string | undefined;
}

/** What captions.js brings: the caption line at a second of a clip; '' if we know none. */
export type CaptionAt = (video: HTMLMediaElement, seconds: number) => string;

interface Parts {
  media: Media;
  captions: CaptionAt;
  clips: Clips;
  regions: Regions;
  sight: Sight;
  picking: PickField;
  times: WorkTimes;
  frame: PanelFrame;
  frames: Frames;
}

/** Functions that a part needs and the page tools have: a page gets them once. */
export const lent = {
  button,
  make,
  rectAround,
  goTo,
  closedRoot,
  raise,
  topLayerEvents: TOP_LAYER,
  boxOf,
  frameOf,
  offsetOf,
  ours,
  on,
  describeField,
  fieldAt,
  listFields,
};

/** What the page tools lend to a part. */
export interface PartHost {
  state: PageState;
  overlay: Overlay;
  /** Outlines what the person would point at now. */
  drawPlace(range?: Range, rect?: OverlayItem['rect']): void;
  /** Hears and paints in a frame's document as in the page's own. */
  join(root: Document): void;
  /** The page's document and those in its frames. */
  documents(): Document[];
  openNote(noteId: string): void;
  /** What tells several clips apart; undefined where there is one. */
  clips(): Clips | undefined;
  /** The media tools, if they are here with all that they need. */
  media(): Media | undefined;
  /** Gets the channel to the panel, and a signal that aborts when the panel closes. */
  onPort(port: MessagePort, gone: AbortSignal): void;
  lent: typeof lent;
}

type Create<Name extends PartName> = (host: PartHost) => Parts[Name];
type Accept<Name extends PartName> = (create: Create<Name>) => void;

const keyOf = (name: PartName) => Symbol.for(`sideline.${name}`);
const world = globalThis as unknown as Record<symbol, unknown>;

/** Called by a part's script once it runs. Without page tools that wait for it, nothing happens. */
export function handOver<Name extends PartName>(name: Name, create: Create<Name>): void {
  (world[keyOf(name)] as Accept<Name> | undefined)?.(create);
}

export interface Loader<Part> {
  /** The part, once it is here. */
  readonly here: Part | undefined;
  /** Brings it; undefined where it cannot be had. */
  load(): Promise<Part | undefined>;
}

export type MediaLoader = Loader<Media>;

/** `onCome` is called once, when the part has arrived; if it is injected again, the first stays. */
export function createLoader<Name extends PartName>(
  name: Name,
  host: PartHost,
  onCome: () => void,
): Loader<Parts[Name]> {
  const { ask, signal } = host.state;
  const key = keyOf(name);
  let part: Parts[Name] | undefined;
  let loading: Promise<Parts[Name] | undefined> | undefined;

  const accept: Accept<Name> = create => {
    if (part) return;
    part = create(host);
    onCome();
  };
  world[key] = accept;
  atEnd(signal, () => {
    if (world[key] === accept) world[key] = undefined;
  });

  async function bring(): Promise<Parts[Name] | undefined> {
    const request = () => ask('tools.part', { name });
    // A worker that is stopped while it answers answers nobody; asking once more wakes a new one. A second refusal is
    // final for now: the script may be here all the same, and whoever needs it next asks again.
    await request()
      .catch(request)
      .catch(() => undefined);
    loading = undefined;
    return part;
  }

  return {
    get here() {
      return part;
    },
    async load() {
      if (part || signal.aborted) return part;
      loading ??= bring();
      return loading;
    },
  };
}

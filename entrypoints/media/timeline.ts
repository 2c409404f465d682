/** Draws marks on the player's own timeline if we find it, else on a thin bar of ours over the video. */

import { findMoment, formatTime } from '#lib/anchors/media/moment.ts';
import { atEnd } from '../tools/dom-events.ts';
import type { OverlayItem } from '../tools/overlay.ts';
import type { Media, PartHost } from '../tools/parts.ts';
import { shapes } from '../tools/shapes.ts';

const MARK_SIZE = 18;
const STEP = 20;
/** The turn of the moment that is being marked, which comes before every note. */
const DRAFT = 0;
const BAR_HEIGHT = 4;
/** How far our bar is above the lower edge of the picture, to stay clear of the browser's own controls. */
const BAR_BOTTOM = 52;
/** A shorter timeline is hidden or collapsed. */
const MIN_TIMELINE_WIDTH = 40;

/** The timelines of the most common players, for pages whose definition names none. */
const WELL_KNOWN =
  '.vjs-progress-holder, .plyr__progress, .shaka-seek-bar-container, media-time-range, media-time-slider, .jw-slider-time';
/** How many levels above its media a player's controls may be. Farther up they belong to another player. */
const LEVELS = 4;

/** How much larger than the clip or the timeline its player may be on a side, in px. */
const ROOM = 120;

/** The box around a clip or its timeline that is not much larger: what lies in it belongs to the player and hides no mark. */
function playerOf(part: Element, boxOf: PartHost['lent']['boxOf']): Element {
  let player = part;
  const { width, height } = boxOf(part);
  for (let level = 0, box = part.parentElement; box && level < LEVELS; level++, box = box.parentElement) {
    const outer = boxOf(box);
    if (outer.width > width + ROOM || outer.height > Math.max(height, width) + ROOM) break;
    player = box;
  }
  return player;
}

/** Where 0 is at the left and the media's end at the right, in px of the window. */
interface Strip {
  left: number;
  top: number;
  width: number;
  /** Whether the line there is ours. */
  own: boolean;
  /** The player, with which the marks come in sight and go. */
  on: Element;
}

interface Stretch {
  start: number;
  end?: number | undefined;
}

/** Where a mark was last drawn, in px. Lane 0 is on the line itself. */
interface Lane {
  left: number;
  right: number;
  lane: number;
}

export interface Timeline {
  draw: Media['drawTimeline'];
}

export function createTimeline(
  { overlay, state, openNote, lent }: PartHost,
  clips: Pick<Media, 'clip' | 'clipOf'>,
  isAd: () => boolean,
): Timeline {
  const { button, make, boxOf } = lent;
  const { signal } = state;
  /** The clip that the marks were drawn for. */
  let clip: HTMLMediaElement | null = null;
  let items: OverlayItem[] = [];
  let drawn: Lane[] = [];

  /** What may be the player's own timeline, the most likely first. */
  function timelines(media: HTMLMediaElement): (Element | null)[] {
    const found = (state.definition?.video?.timeline ?? []).map(css => document.querySelector(css));
    let box = media.parentElement;
    for (let level = 0; box && box !== document.body && level < LEVELS; level++) {
      found.push(box.querySelector(WELL_KNOWN));
      box = box.parentElement;
    }
    return found;
  }

  function strip(): Strip | null {
    const media = clip;
    if (!media?.isConnected) return null;
    for (const timeline of timelines(media)) {
      const box = timeline && boxOf(timeline);
      if (!box || box.width < MIN_TIMELINE_WIDTH) continue;
      const { left, top, width, height } = box;
      return { left, top: top + height / 2, width, own: false, on: playerOf(timeline, boxOf) };
    }
    const box = boxOf(media);
    if (box.width < MIN_TIMELINE_WIDTH) return null;
    const inset = 12;
    const top = media.nodeName === 'VIDEO' ? box.bottom - BAR_BOTTOM : box.bottom + BAR_HEIGHT;
    const on = playerOf(media, boxOf);
    return { left: box.left + inset, top, width: box.width - 2 * inset, own: true, on };
  }

  /**
   * Marks that would overlap are stacked upwards, or downwards when there is no more room above. They are drawn in order,
   * so the earlier ones already have their lanes. The moment that is being marked comes first and takes no lane from the
   * others: it moves with the playhead, and they should stay where they are.
   */
  function rectOf({ start, end }: Stretch, turn = items.length): OverlayItem['rect'] {
    return () => {
      const line = strip();
      const duration = clip?.duration;
      // While an advertisement plays, the timeline is the advertisement's.
      if (!line || !duration || !Number.isFinite(duration) || isAd()) return null;
      const at = (seconds: number) => line.left + (Math.min(seconds, duration) / duration) * line.width;
      const left = at(start) - (end === undefined ? MARK_SIZE / 2 : 0);
      const right = Math.max(left + MARK_SIZE, at(end ?? 0));
      const taken = drawn
        .slice(DRAFT + 1, turn)
        .filter(other => other.left < right && other.right > left)
        .map(({ lane }) => lane);
      let lane = 0;
      while (taken.includes(lane)) lane++;
      drawn[turn] = { left, right, lane };
      const first = line.top - MARK_SIZE / 2;
      const above = Math.max(0, Math.floor(first / STEP));
      const width = right - left;
      return {
        left,
        top: first - STEP * (lane > above ? above - lane : lane),
        width,
        height: MARK_SIZE,
        on: line.on,
        core: { left: left + width / 2, top: line.top, width: 0, height: 0 },
      };
    };
  }

  function clear(): void {
    for (const item of items) overlay.remove(item);
    items = [];
    drawn = [];
  }

  function add(item: OverlayItem): void {
    items.push(item);
    overlay.add(item);
  }

  atEnd(signal, clear);

  return {
    draw(marks, draft) {
      clear();
      const media = clips.clip();
      clip = media;
      const here = marks.filter(({ anchor }) => clips.clipOf(anchor) === media);
      if (!media || (here.length === 0 && !draft)) return;
      add({
        element: make('div', 'bar'),
        rect: () => {
          const line = strip();
          if (!line?.own) return null;
          const core = { ...line, height: 0 };
          return { ...core, top: line.top - BAR_HEIGHT / 2, height: BAR_HEIGHT, core };
        },
      });
      if (draft) add({ element: make('div', 'place draft'), rect: rectOf(draft, DRAFT) });
      for (const { kind, anchor, noteId } of here) {
        const found = findMoment(anchor, media);
        const classes = `mark ${kind} ${found.end === undefined ? '' : 'range'}`;
        const element = button(shapes[kind], `Sideline ${formatTime(found.start)}`, classes);
        element.addEventListener('click', () => openNote(noteId));
        add({ element, rect: rectOf(found) });
      }
    },
  };
}

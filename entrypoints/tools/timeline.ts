/** Marks on the player's own timeline where we know it, else on a thin bar of ours over the video. */

import { findMoment, formatTime } from '#lib/anchors/moment.ts';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import { atEnd } from './listen.ts';
import { button, make, type Overlay, type OverlayItem } from './overlay.ts';
import type { Player } from './player.ts';
import { shapes } from './shapes.ts';

const MARK_SIZE = 18;
const BAR_HEIGHT = 4;
/** Our bar lies this far above the lower edge of the picture, clear of the browser's own controls. */
const BAR_BOTTOM = 52;
/** A timeline thinner or shorter than this is a hidden or collapsed one. */
const MIN_TIMELINE_WIDTH = 40;

/** Of the players that most of the web embeds, for pages whose definition names no timeline. */
const WELL_KNOWN =
  '.vjs-progress-holder, .plyr__progress, .shaka-seek-bar-container, media-time-range, media-time-slider, .jw-slider-time';
/** A player keeps its controls this many levels above its media at most; farther up they are another player's. */
const LEVELS = 4;

type MomentMark = Mark & { anchor: MomentAnchor };

interface Span {
  start: number;
  end?: number | undefined;
}

export interface Timeline {
  draw(marks: MomentMark[], draft: MomentAnchor | undefined): void;
}

export function createTimeline(
  overlay: Overlay,
  { video, isAd }: Player,
  definition: () => SiteDefinition | undefined,
  onOpen: (noteId: string) => void,
  signal: AbortSignal,
): Timeline {
  let items: OverlayItem[] = [];
  let spans: Span[] = [];

  /** What may be the player's own timeline, the surest first. */
  function timelines(media: HTMLMediaElement): (Element | null)[] {
    const found = (definition()?.video?.timeline ?? []).map(css => document.querySelector(css));
    let box = media.parentElement;
    for (let level = 0; box && box !== document.body && level < LEVELS; level++) {
      found.push(box.querySelector(WELL_KNOWN));
      box = box.parentElement;
    }
    return found;
  }

  /** The strip on which 0 is at the left and the media's end at the right, in viewport coordinates. */
  function strip(): { left: number; top: number; width: number; own: boolean } | null {
    const media = video();
    if (!media?.isConnected) return null;
    for (const timeline of timelines(media)) {
      const box = timeline?.getBoundingClientRect();
      if (box && box.width >= MIN_TIMELINE_WIDTH) {
        return { left: box.left, top: box.top + box.height / 2, width: box.width, own: false };
      }
    }
    const box = media.getBoundingClientRect();
    if (box.width < MIN_TIMELINE_WIDTH) return null;
    const inset = 12;
    const top = media instanceof HTMLVideoElement ? box.bottom - BAR_BOTTOM : box.bottom + BAR_HEIGHT;
    return { left: box.left + inset, top, width: box.width - 2 * inset, own: true };
  }

  /** Marks that would lie on each other lie above each other instead: each above those that it begins on. */
  function rectOf(span: Span): OverlayItem['rect'] {
    return () => {
      const line = strip();
      const duration = video()?.duration;
      // The timeline is the advertisement's own while one plays.
      if (!line || !duration || !Number.isFinite(duration) || isAd()) return null;
      const at = (seconds: number) => line.left + (Math.min(seconds, duration) / duration) * line.width;
      const edges = ({ start, end }: Span) => {
        const left = at(start) - (end === undefined ? MARK_SIZE / 2 : 0);
        return [left, Math.max(left + MARK_SIZE, at(end ?? 0))] as const;
      };
      const [left, right] = edges(span);
      let lane = 0;
      for (const other of spans) {
        if (other === span) break;
        const [from, to] = edges(other);
        if (from < right && to > left) lane++;
      }
      const top = line.top - MARK_SIZE / 2 - lane * (MARK_SIZE + 2);
      return new DOMRect(left, top, right - left, MARK_SIZE);
    };
  }

  function clear(): void {
    for (const item of items) overlay.remove(item);
    items = [];
    spans = [];
  }

  function add(item: OverlayItem): void {
    items.push(item);
    overlay.add(item);
  }

  atEnd(signal, clear);

  return {
    draw(marks, draft) {
      clear();
      const media = video();
      if (!media || (marks.length === 0 && !draft)) return;
      add({
        element: make('div', 'bar'),
        rect: () => {
          const line = strip();
          return line?.own ? { ...line, top: line.top - BAR_HEIGHT / 2, height: BAR_HEIGHT } : null;
        },
      });
      const span = (of: Span) => {
        spans.push(of);
        return rectOf(of);
      };
      for (const { kind, anchor, noteId } of marks) {
        const found = findMoment(anchor, media);
        const classes = `mark ${kind} ${found.end === undefined ? '' : 'range'}`;
        const element = button(shapes[kind], `Sideline ${formatTime(found.start)}`, classes);
        element.addEventListener('click', () => onOpen(noteId));
        add({ element, rect: span(found) });
      }
      if (draft) add({ element: make('div', 'place draft'), rect: span(draft) });
    },
  };
}

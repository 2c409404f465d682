/** Marks on the player's own timeline where we know it, else on a thin bar of ours over the video. */

import { findMoment, formatTime } from '#lib/anchors/moment.ts';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { Overlay, OverlayItem } from './overlay.ts';
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

export interface Timeline {
  draw(marks: MomentMark[], draft: MomentAnchor | undefined): void;
}

export function createTimeline(
  overlay: Overlay,
  video: () => HTMLMediaElement | null,
  definition: () => SiteDefinition | undefined,
  onOpen: (noteId: string) => void,
  signal: AbortSignal,
): Timeline {
  let items: OverlayItem[] = [];

  /** What may be the player's own timeline, the surest first. */
  function* timelines(media: HTMLMediaElement): Generator<Element | null> {
    for (const css of definition()?.video?.timeline ?? []) yield document.querySelector(css);
    let box = media.parentElement;
    for (let level = 0; box && box !== document.body && level < LEVELS; level++) {
      yield box.querySelector(WELL_KNOWN);
      box = box.parentElement;
    }
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

  function rectOf(start: number, end: number | undefined): OverlayItem['rect'] {
    return () => {
      const line = strip();
      const duration = video()?.duration;
      if (!line || !duration || !Number.isFinite(duration)) return null;
      const at = (seconds: number) => line.left + (Math.min(seconds, duration) / duration) * line.width;
      const width = end === undefined ? MARK_SIZE : Math.max(MARK_SIZE, at(end) - at(start));
      const left = end === undefined ? at(start) - MARK_SIZE / 2 : at(start);
      return { left, top: line.top - MARK_SIZE / 2, width, height: MARK_SIZE };
    };
  }

  function clear(): void {
    for (const item of items) overlay.remove(item);
    items = [];
  }

  function add(item: OverlayItem): void {
    items.push(item);
    overlay.add(item);
  }

  function button(text: string, label: string, classes: string[]): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    element.setAttribute('aria-label', label);
    element.title = label;
    element.classList.add('mark', ...classes);
    return element;
  }

  signal.addEventListener('abort', clear);

  return {
    draw(marks, draft) {
      clear();
      const media = video();
      if (!media || (marks.length === 0 && !draft)) return;
      const bar = document.createElement('div');
      bar.classList.add('bar');
      add({
        element: bar,
        rect: () => {
          const line = strip();
          return line?.own ? { ...line, top: line.top - BAR_HEIGHT / 2, height: BAR_HEIGHT } : null;
        },
      });
      for (const mark of marks) {
        const { start, end } = findMoment(mark.anchor, media);
        const element = button(shapes[mark.kind], `Sideline ${formatTime(start)}`, [
          mark.kind,
          ...(end === undefined ? [] : ['range']),
        ]);
        element.addEventListener('click', () => onOpen(mark.noteId));
        add({ element, rect: rectOf(start, end) });
      }
      if (draft) {
        const element = button('', '', ['place', 'draft']);
        element.tabIndex = -1;
        element.setAttribute('aria-hidden', 'true');
        add({ element, rect: rectOf(draft.start, draft.end) });
      }
    },
  };
}

/** Paints where notes point: words with the CSS Custom Highlight API, fields with an outline. It touches no text node. */

import { type FoundField, findField } from '#lib/anchors/field/field.ts';
import type { Picture } from '#lib/anchors/media/region.ts';
import { type Found, watch } from '#lib/anchors/text/index.ts';
import { elementAt, isElement } from '#lib/anchors/visible-text.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { FieldAnchor, RegionAnchor, TextAnchor } from '#lib/records/anchor.ts';
import type { NoteKind } from '#lib/records/kinds/note.ts';
import { atEnd } from './dom-events.ts';
import { scrollToRange } from './go-to.ts';
import { button, make, type Overlay, type OverlayItem, rectAround } from './overlay.ts';
import type { Regions } from './parts.ts';
import { shapes } from './shapes.ts';
import { offsetOf } from './window-box.ts';

type PaintName = NoteKind | 'unsure' | 'place' | 'hover' | 'flash';
const NAMES: PaintName[] = ['correction', 'recognition', 'question', 'unsure', 'place', 'hover', 'flash'];
const FLASH_MS = 2400;
/** How often we look for fields again, because record pages render late and swap their inputs. */
const FIELD_RETRY_MS = 1000;

/** How far apart the badges on one thing are, in px, so that every note on a field can be reached. */
const BADGE_STEP = 22;
const QUOTE_LENGTH = 60;

export interface Painter {
  draw(marks: Mark[]): void;
  /** Looks again for the things that notes lie on, at once. */
  bind(): void;
  /** The place that the composer points at now. */
  drawPlace(range?: Range, rect?: OverlayItem['rect']): void;
  /** Where a note's words are now; null if nowhere, undefined if they were not looked for yet. */
  foundWords(noteId: string): Found | null | undefined;
  flashRange(range: Range): void;
  flash(rect: OverlayItem['rect']): void;
  /** The notes on the very words that the pointer is on, the topmost first; none where something else was hit. */
  notesAt(event: MouseEvent): string[];
  /** Where a note's field is now, in the page's document or a frame's. */
  findField(anchor: FieldAnchor): FoundField | undefined;
  /** Paints in a document. */
  paintIn(root: Document): void;
  /** Shows nothing while a picture of the page is taken. */
  hide(isHidden: boolean): void;
  /** Sets off the words of these notes, because the pointer is over them. */
  hover(noteIds: readonly string[]): void;
}

interface Words {
  mark: Mark;
  found?: Found | null;
  item?: OverlayItem;
}

/** A note on a field or on a region of a picture, which gets an outline with a badge. */
interface Boxed {
  mark: Mark & { anchor: FieldAnchor | RegionAnchor };
  target?: Element | undefined;
  item?: OverlayItem | undefined;
}

export function createPainter(
  overlay: Overlay,
  regions: () => Regions | undefined,
  definition: () => SiteDefinition | undefined,
  documents: () => Document[],
  onOpen: (noteIds: string[]) => void,
  onPlaces: () => void,
  signal: AbortSignal,
): Painter {
  const highlights = {} as Record<PaintName, Highlight>;
  for (const name of NAMES) {
    highlights[name] = new Highlight();
  }
  const views = new Set<typeof globalThis>();
  const register = ({ CSS: css }: typeof globalThis, isOn: boolean) => {
    for (const name of NAMES) {
      // A frame that is gone has no highlights any more.
      if (isOn) css?.highlights.set(`sideline-${name}`, highlights[name]);
      else css?.highlights.delete(`sideline-${name}`);
    }
  };
  const words = new Map<string, Words>();
  let boxes: Boxed[] = [];
  let drawing: AbortController | undefined;
  let placeItem: OverlayItem | undefined;

  function repaint(): void {
    for (const name of ['correction', 'recognition', 'question', 'unsure'] as const) highlights[name].clear();
    for (const { mark, found } of words.values()) {
      if (found) highlights[found.status === 'unsure' ? 'unsure' : mark.kind].add(found.range);
    }
  }

  function outline(classes: string, rect: OverlayItem['rect']): OverlayItem {
    return { element: make('div', `outline ${classes}`), rect };
  }

  function badge({ kind, noteId }: Mark, label: string, classes = ''): HTMLButtonElement {
    const element = button(shapes[kind], `Sideline: ${label}`, `badge ${kind} ${classes}`);
    element.addEventListener('click', () => onOpen([noteId]));
    return element;
  }

  function targetOf({ anchor }: Boxed['mark']): Element | undefined {
    return anchor.kind === 'field' ? findAnyField(anchor)?.element : regions()?.pictureOf(anchor);
  }

  /** Of equal fields in several documents the one that is as it was; none if that does not tell. */
  function findAnyField(anchor: FieldAnchor): FoundField | undefined {
    const found = documents().flatMap(root => findField(anchor, root, definition()) ?? []);
    const same = found.filter(({ status }) => status === 'same');
    const [first, ...more] = same.length > 0 ? same : found;
    return more.length > 0 ? undefined : first;
  }

  function rectOf({ anchor }: Boxed['mark'], target: Element): OverlayItem['rect'] {
    const region = anchor.kind === 'region' && regions()?.regionRect(anchor, target as Picture);
    return region || rectAround(target);
  }

  /** Binds each note to its element. This is repeated, since a CRM may replace its elements at any time. */
  function bind(): void {
    for (const box of boxes) {
      if (box.target?.isConnected) continue;
      if (box.item) overlay.remove(box.item);
      box.item = undefined;
      const target = targetOf(box.mark);
      if (target !== box.target) onPlaces();
      box.target = target;
      if (!target) continue;
      const { mark } = box;
      const { anchor } = mark;
      const before = boxes.filter(other => other.item && other.target === target).length;
      const label = anchor.kind === 'field' ? anchor.label : '▭';
      const sign = badge(mark, label);
      sign.style.right = `${before * BADGE_STEP - 9}px`;
      // One outline around a field is enough. A second would run through the first one's badge.
      box.item = outline(
        mark.kind + (before && anchor.kind === 'field' ? ' bare' : ''),
        rectOf(mark, target),
      );
      box.item.element.append(sign);
      overlay.add(box.item);
    }
  }

  /** Adds a button for a note on words, for keyboard and screen reader. It is visible only while it has the focus. */
  function addStop(entry: Words): void {
    const { mark } = entry;
    const { quote } = mark.anchor as TextAnchor;
    const element = badge(mark, quote.exact.slice(0, QUOTE_LENGTH), 'stop');
    const range = () => (element.matches(':focus') ? entry.found?.range : undefined);
    entry.item = {
      element,
      rect() {
        if (!entry.found) return null;
        const box = range()?.getClientRects()[0];
        const { x, y } = offsetOf(entry.found.range.startContainer);
        return new DOMRect((box?.x ?? 0) + x - 24, (box?.y ?? 0) + y, 20, 20);
      },
    };
    element.addEventListener('focus', () => {
      const at = range();
      if (!at) return;
      scrollToRange(at);
      flashRange(at);
      overlay.place();
    });
    overlay.add(entry.item);
  }

  function flashRange(range: Range): void {
    highlights.flash.add(range);
    setTimeout(() => highlights.flash.delete(range), FLASH_MS);
  }

  function clearMarks(): void {
    drawing?.abort();
    for (const { item } of [...words.values(), ...boxes]) if (item) overlay.remove(item);
    words.clear();
    boxes = [];
    highlights.hover.clear();
  }

  function clearPlace(): void {
    highlights.place.clear();
    if (placeItem) overlay.remove(placeItem);
    placeItem = undefined;
  }

  atEnd(signal, () => {
    clearMarks();
    clearPlace();
    for (const view of views) register(view, false);
  });

  return {
    draw(marks) {
      clearMarks();
      drawing = new AbortController();
      const until = AbortSignal.any([signal, drawing.signal]);
      const anchors: { id: string; anchor: TextAnchor }[] = [];
      for (const mark of marks) {
        const { anchor, noteId } = mark;
        if (anchor.kind === 'words') {
          words.set(noteId, { mark });
          anchors.push({ id: noteId, anchor });
        } else if (anchor.kind === 'field' || anchor.kind === 'region') {
          boxes.push({ mark: { ...mark, anchor } });
        }
      }
      repaint();
      if (anchors.length > 0) {
        watch(
          anchors,
          document.body,
          (id, found) => {
            const entry = words.get(id);
            if (!entry) return;
            entry.found = found;
            if (!entry.item) addStop(entry);
            overlay.place();
            repaint();
            onPlaces();
          },
          until,
        );
      }
      if (boxes.length > 0) {
        bind();
        const timer = setInterval(bind, FIELD_RETRY_MS);
        atEnd(until, () => clearInterval(timer));
      }
    },
    bind,
    drawPlace(range, rect) {
      clearPlace();
      if (range) highlights.place.add(range);
      if (rect) {
        placeItem = outline('place', rect);
        overlay.add(placeItem);
      }
    },
    foundWords(noteId) {
      const found = words.get(noteId)?.found;
      return found && !isThere(found.range) ? null : found;
    },
    findField: findAnyField,
    paintIn({ defaultView }) {
      if (!defaultView) return;
      views.add(defaultView);
      register(defaultView, true);
    },
    hide(isHidden) {
      for (const view of views) register(view, !isHidden);
      overlay.hide(isHidden);
    },
    flashRange,
    flash(rect) {
      const item = outline('place flash', rect);
      overlay.add(item);
      setTimeout(() => overlay.remove(item), FLASH_MS);
    },
    notesAt(event) {
      const hit = event.composedPath()[0] as Node;
      if (!isElement(hit) || isForPage(hit)) return [];
      const on = [...words].filter(([, { found }]) => found && isOn(found.range, hit, event));
      return on.map(([noteId]) => noteId).reverse();
    },
    hover(noteIds) {
      highlights.hover.clear();
      for (const noteId of noteIds) {
        const found = words.get(noteId)?.found;
        if (found) highlights.hover.add(found.range);
      }
    },
  };
}

const USED_BY_PAGE = 'a,button,input,select,textarea,summary,label,[role=button],[role=tab],[role^=menu]';

/** Whether a click here is meant for the page: a link, a button, whatever shows a hand. */
function isForPage(hit: Element): boolean {
  return !!hit.closest(USED_BY_PAGE) || getComputedStyle(hit).cursor === 'pointer';
}

/** Whether what was hit is where the words are, rather than something that lies on them or under what cuts them off. */
function isOn(range: Range, hit: Element, { clientX: x, clientY: y }: MouseEvent): boolean {
  const { commonAncestorContainer: around } = range;
  return (
    (hit === elementAt(around) || (around.contains(hit) && range.intersectsNode(hit))) &&
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    )
  );
}

/** A range whose words were taken out of the page is left empty, or out of it. */
function isThere(range: Range): boolean {
  return !range.collapsed && range.startContainer.isConnected;
}

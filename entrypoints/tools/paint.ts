/** Painting where notes point: words by the CSS Custom Highlight API, fields by an outline. No text node is touched. */

import { findField } from '#lib/anchors/field.ts';
import { type Found, watch } from '#lib/anchors/index.ts';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { Anchor, FieldAnchor, TextAnchor } from '#lib/records/anchor.ts';
import type { NoteKind } from '#lib/records/note.ts';
import { type Overlay, type OverlayItem, rectAround } from './overlay.ts';
import { shapes } from './shapes.ts';

type PaintName = NoteKind | 'unsure' | 'place' | 'flash';
const NAMES: PaintName[] = ['correction', 'recognition', 'question', 'unsure', 'place', 'flash'];
const FLASH_MS = 2400;
/** Fields are looked for again this often: record pages render late and swap their inputs. */
const FIELD_RETRY_MS = 1000;

export interface Painter {
  draw(marks: Mark[]): void;
  /** The place that the composer points at now. */
  drawPlace(anchor: Anchor | undefined, range?: Range, element?: Element): void;
  /** Where a note's words are now; undefined when they were not found. */
  foundWords(noteId: string): Found | undefined;
  flashRange(range: Range): void;
  flashElement(element: Element): void;
  /** Notes painted at a point of the viewport, topmost first. */
  notesAt(x: number, y: number): string[];
}

export function createPainter(
  overlay: Overlay,
  definition: () => SiteDefinition | undefined,
  onOpen: (noteId: string) => void,
  signal: AbortSignal,
): Painter {
  const highlights = new Map<PaintName, Highlight>();
  for (const name of NAMES) {
    const highlight = new Highlight();
    highlights.set(name, highlight);
    CSS.highlights.set(`sideline-${name}`, highlight);
  }
  const words = new Map<string, { mark: Mark; found: Found | undefined }>();
  let fields: {
    mark: Mark;
    anchor: FieldAnchor;
    element: Element | undefined;
    item: OverlayItem | undefined;
  }[] = [];
  let drawing: AbortController | undefined;
  let placeItem: OverlayItem | undefined;

  function repaint(): void {
    for (const name of ['correction', 'recognition', 'question', 'unsure'] as const)
      highlights.get(name)?.clear();
    for (const { mark, found } of words.values()) {
      if (found) highlights.get(found.status === 'unsure' ? 'unsure' : mark.kind)?.add(found.range);
    }
  }

  function outline(classes: string[], element: Element): OverlayItem {
    const box = document.createElement('div');
    box.classList.add('outline', ...classes);
    return { element: box, rect: rectAround(element) };
  }

  /** Binds each field note to its element; again and again, since a CRM replaces its elements at will. */
  function bindFields(): void {
    for (const field of fields) {
      if (field.element?.isConnected) continue;
      if (field.item) overlay.remove(field.item);
      field.item = undefined;
      field.element = findField(field.anchor, document, definition())?.element;
      if (!field.element) continue;
      const item = outline([field.mark.kind], field.element);
      const badge = document.createElement('button');
      badge.type = 'button';
      badge.className = 'badge';
      badge.textContent = shapes[field.mark.kind];
      badge.setAttribute('aria-label', `Sideline: ${field.anchor.label}`);
      badge.addEventListener('click', () => onOpen(field.mark.noteId));
      item.element.append(badge);
      field.item = item;
      overlay.add(item);
    }
  }

  function clearMarks(): void {
    drawing?.abort();
    words.clear();
    for (const { item } of fields) if (item) overlay.remove(item);
    fields = [];
  }

  function clearPlace(): void {
    highlights.get('place')?.clear();
    if (placeItem) overlay.remove(placeItem);
    placeItem = undefined;
  }

  signal.addEventListener('abort', () => {
    clearMarks();
    clearPlace();
    for (const name of NAMES) CSS.highlights.delete(`sideline-${name}`);
  });

  return {
    draw(marks) {
      clearMarks();
      drawing = new AbortController();
      const until = AbortSignal.any([signal, drawing.signal]);
      const anchors: { id: string; anchor: TextAnchor }[] = [];
      for (const mark of marks) {
        if (mark.anchor.kind === 'words') {
          words.set(mark.noteId, { mark, found: undefined });
          anchors.push({ id: mark.noteId, anchor: mark.anchor });
        } else if (mark.anchor.kind === 'field') {
          fields.push({ mark, anchor: mark.anchor, element: undefined, item: undefined });
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
            entry.found = found ?? undefined;
            repaint();
          },
          until,
        );
      }
      if (fields.length > 0) {
        bindFields();
        const timer = setInterval(bindFields, FIELD_RETRY_MS);
        until.addEventListener('abort', () => clearInterval(timer));
      }
    },
    drawPlace(anchor, range, element) {
      clearPlace();
      if (anchor?.kind === 'words' && range) highlights.get('place')?.add(range);
      if (anchor?.kind === 'field' && element) {
        placeItem = outline(['place'], element);
        overlay.add(placeItem);
      }
    },
    foundWords: noteId => words.get(noteId)?.found,
    flashRange(range) {
      const flash = highlights.get('flash');
      flash?.add(range);
      setTimeout(() => flash?.delete(range), FLASH_MS);
    },
    flashElement(element) {
      const item = outline(['place', 'flash'], element);
      overlay.add(item);
      setTimeout(() => overlay.remove(item), FLASH_MS);
    },
    notesAt(x, y) {
      const hits: string[] = [];
      for (const [noteId, { found }] of words) {
        if (found && [...found.range.getClientRects()].some(box => contains(box, x, y))) hits.push(noteId);
      }
      return hits.reverse();
    },
  };
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

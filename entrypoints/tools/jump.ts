/** Finds where a note's place is on the page now, and goes there: scrolls, flashes, moves the caret or the playhead. */

import { MAX_VALUE } from '#lib/anchors/field/field.ts';
import { find } from '#lib/anchors/text/index.ts';
import type { Mark } from '#lib/messages/contract.ts';
import { goTo, type Located, scrollToRange } from './go-to.ts';
import { rectAround } from './overlay.ts';
import type { Painter } from './paint.ts';
import type { Media, Regions } from './parts.ts';

/**
 * Undefined if the place is not there. Words are only looked for if `anew` is set, because the painter keeps track of those
 * that are drawn.
 */
export function locate(
  { noteId, anchor }: Mark,
  painter: Painter,
  { media, regions }: { media: Media | undefined; regions: Regions | undefined },
  beforeSelect: () => void,
  anew?: boolean,
): Located | undefined {
  if (anchor.kind === 'words') {
    const found = painter.foundWords(noteId) ?? (anew && find(anchor, document.body));
    return found
      ? { status: found.status, go: () => goToWords(found.range, painter, beforeSelect) }
      : undefined;
  }
  if (anchor.kind === 'whole') {
    const page = document.documentElement;
    return {
      status: 'same',
      go() {
        page.scrollIntoView();
        return page;
      },
    };
  }
  if (anchor.kind === 'field') {
    const found = painter.findField(anchor);
    return found
      ? {
          status: found.status,
          value: found.value.slice(0, MAX_VALUE),
          go() {
            const { element } = found;
            goTo(element);
            painter.flash(rectAround(element));
            (element as HTMLElement).focus({ preventScroll: true });
            return element;
          },
        }
      : undefined;
  }
  return anchor.kind === 'region'
    ? regions?.locate(anchor, painter.flash)
    : media?.locate(anchor, painter.flash);
}

function goToWords(range: Range, painter: Painter, beforeSelect: () => void): Range {
  const { startContainer: from, startOffset, endContainer, endOffset } = range;
  scrollToRange(range);
  // The caret moves there too, so that a screen reader and the keyboard go on from there.
  beforeSelect();
  from.ownerDocument?.getSelection()?.setBaseAndExtent(from, startOffset, endContainer, endOffset);
  painter.flashRange(range);
  return range;
}

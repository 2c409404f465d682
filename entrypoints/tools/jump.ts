/** Going to a note's place: scroll there, flash it, put the caret or the playhead on it. */

import { findField } from '#lib/anchors/field.ts';
import { find } from '#lib/anchors/index.ts';
import { findMoment } from '#lib/anchors/moment.ts';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { Painter } from './paint.ts';
import type { Player } from './player.ts';

export function jumpTo(
  mark: Mark,
  painter: Painter,
  player: Player,
  definition: SiteDefinition | undefined,
  beforeSelect: () => void,
): { found: boolean; status: string } {
  const { anchor } = mark;
  switch (anchor.kind) {
    case 'words': {
      const found = painter.foundWords(mark.noteId) ?? find(anchor, document.body);
      if (!found) return { found: false, status: 'orphan' };
      const { range } = found;
      const start = range.startContainer;
      (start instanceof Element ? start : start.parentElement)?.scrollIntoView({ block: 'center' });
      // The caret goes with it, so that a screen reader and the keyboard go on from there.
      beforeSelect();
      getSelection()?.setBaseAndExtent(
        range.startContainer,
        range.startOffset,
        range.endContainer,
        range.endOffset,
      );
      painter.flashRange(range);
      return { found: true, status: found.status };
    }
    case 'field': {
      const found = findField(anchor, document, definition);
      if (!found) return { found: false, status: 'orphan' };
      found.element.scrollIntoView({ block: 'center' });
      painter.flashElement(found.element);
      if (found.element instanceof HTMLElement) found.element.focus({ preventScroll: true });
      return { found: true, status: found.status };
    }
    case 'moment': {
      const video = player.video();
      if (!video) return { found: false, status: 'orphan' };
      const moment = findMoment(anchor, video);
      video.scrollIntoView({ block: 'nearest' });
      player.seek(moment.start);
      painter.flashElement(video);
      return { found: true, status: moment.status };
    }
    case 'region': {
      const video = player.video();
      if (anchor.moment && video) player.seek(findMoment(anchor.moment, video).start);
      return { found: video !== null, status: 'same' };
    }
    case 'whole':
      window.scrollTo({ top: 0 });
      return { found: true, status: 'same' };
  }
}

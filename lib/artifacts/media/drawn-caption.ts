/** The caption line that a player draws itself, where a site's definition says where. Part of the page script. */
import type { SiteDefinition } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { tidy } from '../read-text.ts';
import { isVisible } from '../visible.ts';

export const MAX_CAPTION = 500;

/**
 * Everything that the first selector with visible text finds: a line is often drawn as several rows. Undefined where
 * the site is not known to draw captions.
 */
export function drawnCaption(document: Document, definition?: SiteDefinition): string | undefined {
  const places = definition?.video?.captions;
  for (const css of places ?? []) {
    const rows = findAll(document, css).filter(isVisible);
    const text = tidy(rows.map(row => row.textContent).join(' '), MAX_CAPTION);
    if (text) return text;
  }
  return places && '';
}

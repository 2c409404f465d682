/** The caption line that a player draws itself, where a site's definition says where. Part of the media tools. */
import type { SiteDefinition } from '../definition/definition.ts';
import type { tidy } from '../read-text.ts';

export const MAX_CAPTION = 500;

/**
 * Everything that the first selector with visible text finds: a line is often drawn as several rows. Undefined where
 * the site is not known to draw captions.
 */
export function drawnCaption(
  { findShown, tidy: tidied }: { findShown(css: string): Element[]; tidy: typeof tidy },
  definition?: SiteDefinition,
): string | undefined {
  const places = definition?.video?.captions;
  for (const css of places ?? []) {
    const rows = findShown(css);
    const text = tidied(rows.map(row => row.textContent).join(' '), MAX_CAPTION);
    if (text) return text;
  }
  return places && '';
}

/** The caption line that a player draws itself. */
import type { SiteDefinition } from '../definition/definition.ts';
import type { tidy } from '../read-text.ts';

export const MAX_CAPTION = 500;

/** Where the most common players draw captions, for pages whose definition does not say. */
const WELL_KNOWN = [
  '.plyr__captions',
  '.vjs-text-track-display',
  '.jw-captions',
  '.shaka-text-container',
  '.mejs__captions-text, .mejs-captions-text',
  '.fp-captions',
  'media-captions',
];

interface Host {
  findShown(css: string, root?: Document): Element[];
  tidy: typeof tidy;
}

/** The largest box around a clip that holds no other: what another player draws is not about this clip. */
function playerOf(media: HTMLMediaElement): Element {
  let player: Element = media;
  for (let box = media.parentElement; box; box = box.parentElement) {
    if (box.querySelectorAll('video,audio').length > 1) break;
    player = box;
  }
  return player;
}

/**
 * Everything that the first selector with visible text finds: a line is often drawn as several rows. Undefined where
 * the page is not known to draw captions.
 */
export function drawnCaption(
  { findShown, tidy: tidied }: Host,
  media: HTMLMediaElement,
  definition?: SiteDefinition,
): string | undefined {
  const named = definition?.video?.captions;
  const player = named ? media.ownerDocument : playerOf(media);
  let isKnown = !!named;
  for (const css of named ?? WELL_KNOWN) {
    const rows = findShown(css, media.ownerDocument).filter(row => player.contains(row));
    const text = tidied(rows.map(row => row.textContent).join(' '), MAX_CAPTION);
    if (text) return text;
    isKnown ||= rows.length > 0;
  }
  return isKnown ? '' : undefined;
}

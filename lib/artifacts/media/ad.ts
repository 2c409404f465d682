/** Whether an advertisement plays in the recording's own element. Part of the media tools. */
import type { SiteDefinition } from '../definition/definition.ts';

/** The element's time is not the clip's then. `findShown` finds what is shown, by selector. */
export function isAdPlaying(
  video: HTMLMediaElement,
  definition: SiteDefinition | undefined,
  findShown: (css: string, root: Document) => Element[],
): boolean {
  return (definition?.video?.ad ?? []).some(
    css => !!video.closest(css) || findShown(css, video.ownerDocument).length > 0,
  );
}

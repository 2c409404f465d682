/** Finds the recording that a page is about among decoration, thumbnails and previews. Part of the page script. */
import type { SiteDefinition } from '../definition/definition.ts';
import { findAll, openShadowRoots } from '../find-all.ts';
import { isVisible } from '../visible.ts';
import { clipName } from './clip-name.ts';

/** A smaller video, in CSS px, is a thumbnail. */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 100;
/** A shorter sound without visible controls, in seconds, is a notification and not a recording. */
const MIN_HIDDEN_SOUND = 20;

const isVideo = (media: HTMLMediaElement): media is HTMLVideoElement => media.nodeName === 'VIDEO';

function area(media: HTMLMediaElement): number {
  const { width, height } = media.getBoundingClientRect();
  return width >= MIN_WIDTH && height >= MIN_HEIGHT ? width * height : 0;
}

/** A video that loops by itself without sound is a moving background. */
const isDecoration = (media: HTMLMediaElement) =>
  media.autoplay && media.loop && (media.muted || media.defaultMuted);

function isSubstantial(media: HTMLMediaElement): boolean {
  if (isDecoration(media)) return false;
  if (isVideo(media)) return isVisible(media) && area(media) > 0;
  if (media.controls && isVisible(media)) return true;
  return media.duration >= MIN_HIDDEN_SOUND;
}

/** A frame's document; null if the browser keeps it from us because it is of another origin. */
function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return isVisible(frame) ? frame.contentDocument : null;
  } catch {
    return null;
  }
}

/** We ask twice because the browser answers each from an index; asking for both at once would walk over the page. */
const mediaIn = (root: ParentNode) => [...root.querySelectorAll('video'), ...root.querySelectorAll('audio')];

function allMedia(document: Document): HTMLMediaElement[] {
  const found: HTMLMediaElement[] = mediaIn(document);
  if (!found.some(isSubstantial)) found.push(...[...openShadowRoots(document)].flatMap(mediaIn));
  for (const frame of document.querySelectorAll('iframe')) {
    const inner = frameDocument(frame);
    if (inner && inner !== document) found.push(...allMedia(inner));
  }
  return found;
}

/**
 * What may be the page's recording: the elements that the definition names, else each video and sound that is no
 * decoration, the largest first, where one that plays counts as larger. Looks into open shadow roots and into frames of
 * the same origin.
 */
export function findClips(document: Document, definition?: SiteDefinition): HTMLMediaElement[] {
  const { element = [], ignore = [] } = definition?.video ?? {};
  const isWanted = (media: HTMLMediaElement) =>
    isSubstantial(media) && !ignore.some(css => media.closest(css));
  for (const css of element) {
    const named = findAll(document, css, true).filter(
      media => /^(VIDEO|AUDIO)$/.test(media.nodeName) && isWanted(media as HTMLMediaElement),
    );
    if (named.length) return named as HTMLMediaElement[];
  }
  const weight = (media: HTMLMediaElement) =>
    (isVideo(media) ? 1 + area(media) : 0) * (media.paused || media.ended ? 1 : 4);
  return allMedia(document)
    .filter(isWanted)
    .sort((a, b) => weight(b) - weight(a));
}

/** The page's main recording; undefined if there is nothing, or only decoration. */
export function findVideo(document: Document, definition?: SiteDefinition): HTMLMediaElement | undefined {
  return findClips(document, definition)[0];
}

/**
 * Tells two clips on one address apart: the path of the file that the page names. It leaves out the host, the parameters,
 * tokens and the picture size, which differ from one visit to the next. Empty for a stream that a script makes.
 */
export function mediaName(media: HTMLMediaElement): string {
  const declared = media.getAttribute('src') || media.querySelector('source')?.getAttribute('src') || '';
  if (!declared || !URL.canParse(declared, media.baseURI)) return '';
  const { protocol, pathname } = new URL(declared, media.baseURI);
  if (!/^https?:$/.test(protocol)) return '';
  return clipName(pathname);
}

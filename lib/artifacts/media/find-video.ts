/** The recording that a page is about, among decoration, thumbnails and previews. Part of the page script. */
import type { SiteDefinition } from '../definition/definition.ts';
import { findAll, openShadowRoots } from '../find-all.ts';
import { isVisible } from '../visible.ts';

/** Smaller than this, in CSS px, a video is a thumbnail. */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 100;
/** Shorter than this, in seconds, a sound without visible controls is a notification, not a recording. */
const MIN_HIDDEN_SOUND = 20;

const isVideo = (media: HTMLMediaElement): media is HTMLVideoElement => media.nodeName === 'VIDEO';

function area(media: HTMLMediaElement): number {
  const { width, height } = media.getBoundingClientRect();
  return width >= MIN_WIDTH && height >= MIN_HEIGHT ? width * height : 0;
}

/** Loops by itself without a sound: a background picture that moves. */
const isDecoration = (media: HTMLMediaElement) =>
  media.autoplay && media.loop && (media.muted || media.defaultMuted);

function isSubstantial(media: HTMLMediaElement): boolean {
  if (isDecoration(media)) return false;
  if (isVideo(media)) return isVisible(media) && area(media) > 0;
  if (media.controls && isVisible(media)) return true;
  return media.duration >= MIN_HIDDEN_SOUND;
}

/** A frame's document where it is of the same origin; null where the browser keeps it from us. */
function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return isVisible(frame) ? frame.contentDocument : null;
  } catch {
    return null;
  }
}

/** Two questions for one name each are answered from an index; one for both walks over the page. */
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
 * The page's main recording: the definition's own element where it names one, else the largest visible video (one that
 * plays before one that rests), else a sound. Looks into open shadow roots and frames of the same origin.
 * Undefined where there is only decoration or nothing.
 */
export function findVideo(document: Document, definition?: SiteDefinition): HTMLMediaElement | undefined {
  const { element = [], ignore = [] } = definition?.video ?? {};
  const isWanted = (media: HTMLMediaElement) =>
    isSubstantial(media) && !ignore.some(css => media.closest(css));
  for (const css of element) {
    const named = findAll(document, css, true).find(
      media => /^(VIDEO|AUDIO)$/.test(media.nodeName) && isWanted(media as HTMLMediaElement),
    );
    if (named) return named as HTMLMediaElement;
  }
  const weight = (media: HTMLMediaElement) =>
    (isVideo(media) ? 1 + area(media) : 0) * (media.paused || media.ended ? 1 : 4);
  return allMedia(document)
    .filter(isWanted)
    .sort((a, b) => weight(b) - weight(a))[0];
}

/** Does an advertisement play in the recording's own element now? Its time is then not the clip's time. */
export function isAdPlaying(video: HTMLMediaElement, definition?: SiteDefinition): boolean {
  return (definition?.video?.ad ?? []).some(
    css => !!video.closest(css) || findAll(video.ownerDocument, css).some(isVisible),
  );
}

/**
 * What tells two clips on one address apart: the path of the file that the page names, without the host, the
 * parameters and the picture size, which differ from one visit to the next. Empty for streams made by a script.
 */
export function mediaName(media: HTMLMediaElement): string {
  const declared = media.getAttribute('src') || media.querySelector('source')?.getAttribute('src') || '';
  if (!declared || !URL.canParse(declared, media.baseURI)) return '';
  const { protocol, pathname } = new URL(declared, media.baseURI);
  if (!/^https?:$/.test(protocol)) return '';
  return pathname.replace(/[-_.]?\b(\d{3,4}p|[248]k)\b/gi, '');
}

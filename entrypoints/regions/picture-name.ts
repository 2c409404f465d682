/** What names an image, from one visit to the next and at whatever size it is shown. */

const MAX_NAME = 300;

/** Parameters that say how large or how a picture is shown, how new it is, or who may have it until when. */
const ASIDE =
  /^([_hqstvw]|width|height|size|resize|dpr|quality|fit|crop|auto|scale|fm|format|ver|version|ts|cb|n?o?cache|tok(?:en)?|sig|signature|hmac|hash|exp|expires|policy|key-pair-id|\w+accesskeyid|googleaccessid|s[etrpv]|x-(amz|goog)-.*|_nc_.*|o[eh]|\w*sess?id)$/i;
/** The size in a file's name (`shelf-640x480.jpg`, `shelf@2x.png`) or as a step of the path (`/w_640,h_480/`). */
const SIZE = /[-_.@](\d+x\d+|\d+[wh]|\dx)(?=\.\w+$)|\/[whcqf]_[^/]+(?=\/)/gi;

/**
 * Whether a note's name is this image's. Older notes kept the path alone: it names the image where its query is about
 * nothing else.
 */
export function isNamed(image: HTMLImageElement, name: string | undefined): boolean {
  const now = nameOf(image);
  return now === name || (!now.includes('?') && URL.parse(image.currentSrc || image.src)?.pathname === name);
}

/** The path without sizes, and of the query what is left: many servers give all pictures one path. Not the host. */
export function nameOf(image: HTMLImageElement): string {
  const url = URL.parse(image.currentSrc || image.src);
  if (!url) return '';
  const { protocol, pathname, searchParams } = url;
  // A picture that stands in its own address is named by its length and its end.
  if (!/^https?:$/.test(protocol)) return pathname.length + pathname.slice(-MAX_NAME / 2);
  const kept = [...searchParams].filter(([name]) => !ASIDE.test(name)).map(pair => pair.join('='));
  const path = pathname.replace(SIZE, '');
  return (kept.length > 0 ? `${path}?${kept.sort().join('&')}` : path).slice(-MAX_NAME);
}

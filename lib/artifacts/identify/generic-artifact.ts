/** Tells what a page is that no definition knows: a clip, a doc, or nothing. Part of the page script. */
import type { Artifact } from '#lib/records/artifact.ts';
import type { SiteDefinition } from '../definition/definition.ts';
import { findVideo, mediaName } from '../media/find-video.ts';
import { readText, tidy } from '../read-text.ts';
import { joinKey } from './join-key.ts';
import { plainAddress } from './page-address.ts';

const TITLES = [
  { css: 'meta[property="og:title"]', attr: 'content' },
  { css: 'main h1' },
  { css: 'h1' },
  { css: 'title' },
];

/** With fewer letters beside it, a recording that is still loading is waited for. */
const MIN_TEXT = 20;

/** Something to read, even a single word: whoever opens the panel on it has something to say. */
function hasContent(document: Document): boolean {
  const enough = document.querySelector('video') ? MIN_TEXT : 1;
  const walker = document.createTreeWalker(document.body, 4 /* text */);
  let letters = 0;
  while (letters < enough && walker.nextNode()) {
    const { parentElement, data } = walker.currentNode as Text;
    if (!/^(SCRIPT|STYLE|NOSCRIPT)$/.test(parentElement?.nodeName ?? '')) letters += data.trim().length;
  }
  return letters >= enough;
}

/** The page's own title; if it has none, the last readable part of its address. */
export function titleOf(document: Document, address: URL): string {
  // A single-page application leaves og:title as it was at load, so it counts only while the page's title agrees.
  const [og, ...others] = TITLES;
  const shared = readText(document, og && [og]);
  const agrees = shared && tidy(document.title, 1000).includes(shared);
  return (agrees && shared) || readText(document, others) || shared || lastPart(address);
}

function lastPart({ pathname, hash, hostname }: URL): string {
  const parts = `${pathname}/${hash.slice(1)}`.split(/[/#!]/).filter(Boolean);
  const last = parts.at(-1) ?? hostname;
  try {
    return tidy(decodeURIComponent(last).replace(/[-_+]+/g, ' ')) || hostname;
  } catch {
    return last;
  }
}

/** A page with a recording is a video, one with anything else to see a doc; null for an empty one. */
export function genericArtifact(
  document: Document,
  address: URL,
  definition?: SiteDefinition,
): Artifact | null {
  const media = findVideo(document, definition);
  // A browser shows a PDF in a frame that nobody may look into.
  const isFile = /\/pdf$/.test(document.contentType);
  if (!media && !isFile && !(document.body && hasContent(document))) return null;
  const url = plainAddress(address, document);
  const clip = media && mediaName(media);
  return {
    kind: media ? 'video' : 'doc',
    site: 'page',
    key: joinKey(url, clip ? ['media', clip] : []),
    url,
    title: titleOf(document, address),
  };
}

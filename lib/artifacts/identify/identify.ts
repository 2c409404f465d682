/**
 * Tells which record, doc or clip a page is. This runs in the page script on every enabled page, so it uses no zod, nothing
 * of ours but types and the small modules beside it, and does no work that grows with the page.
 */
import type { Artifact } from '#lib/records/artifact.ts';
import type { Probe, SiteDefinition } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { findVideo } from '../media/find-video.ts';
import { genericArtifact, titleOf } from './generic-artifact.ts';
import { joinKey } from './join-key.ts';
import { plainAddress } from './page-address.ts';
import { artifactAt, matchPage } from './site-artifact.ts';

/** The longest address that an artifact keeps. */
const MAX_URL = 2048;

/** The address as an http(s) URL; undefined for the browser's own pages, files and data. */
export function webAddress(url: string): URL | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

/**
 * The artifact that a page shows: the one that its site's definition knows, else the page itself as a video or a doc, else
 * null. `url` must be the top frame's address as the browser reports it, because the key begins with its origin.
 */
export function identify(
  definition: SiteDefinition | undefined,
  page: { url: string; document: Document },
): Artifact | null {
  const address = webAddress(page.url);
  if (!address) return null;
  const { document } = page;
  const match = definition && matchPage(definition, address, document);
  const artifact = match
    ? artifactAt(definition, match, document)
    : genericArtifact(document, address, definition);
  if (!artifact) return null;
  artifact.title ||= titleOf(document, address);
  if (artifact.url.length > MAX_URL) artifact.url = (address.origin + address.pathname).slice(0, MAX_URL);
  if (match) {
    // What it was called by earlier rules, and while no definition knew it.
    artifact.formerKeys = [...match.formerKeys, joinKey(plainAddress(address, document), [])];
  }
  if (artifact.kind === 'video') {
    const media = findVideo(document, definition);
    if (media && Number.isFinite(media.duration) && media.duration > 0) artifact.duration = media.duration;
    if (!media && definition?.doc && !match?.rule.kind) artifact.kind = 'doc';
  }
  return artifact;
}

/** The id of the first self-hosted software that the page proves to be. */
export function probe(document: Document, probes: Probe[]): string | undefined {
  return probes.find(({ css }) => findAll(document, css).length > 0)?.id;
}

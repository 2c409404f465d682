/**
 * The key that an artifact has by today's rules. Records keep the key that they were written with, while rules change:
 * a site becomes known, a session id is no longer part of an address. Records are looked up under what this answers.
 * Pure, and not part of the page script, because it knows all sites.
 */
import { clipName } from '../media/clip-name.ts';
import { definitionById, siteFor } from '../sites/find-site.ts';
import { webAddress } from './identify.ts';
import { joinKey, unescapePart } from './join-key.ts';
import { matchAddress } from './match-address.ts';
import { plainAddress } from './page-address.ts';
import { matchPage } from './site-artifact.ts';

/** Close to this many characters a key was cut, and its address cannot be read from it. */
const CUT = 980;

export interface KeptArtifact {
  key: string;
  /** Absent where only the key was kept. */
  site?: string | undefined;
  url?: string | undefined;
}

/** The key under which records on this artifact are found; the one it has if nothing better is known. */
export function currentKey({ key, site, url }: KeptArtifact): string {
  if (key.length > CUT) return key;
  const [head = '', marker, file, more] = key.split('|');
  const isPage = marker === undefined || (marker === 'media' && file !== undefined && more === undefined);
  if (isPage && (site ?? 'page') === 'page') return currentPageKey(unescapePart(head), file) ?? key;
  return (site && url && currentRecordKey(key, site, url)) || key;
}

/** A page that no definition knew may be known today, and its address may have held a session. */
function currentPageKey(page: string, file: string | undefined): string | undefined {
  const address = webAddress(page);
  if (!address) return;
  const { definition } = siteFor(address.href);
  const match = definition && matchPage(definition, address);
  if (match) return match.key;
  return joinKey(plainAddress(address), file === undefined ? [] : ['media', clipName(unescapePart(file))]);
}

/** The key that a page at this address has where no definition knows it. */
export function pageKeyOf(url: string): string | undefined {
  const address = webAddress(url);
  return address && joinKey(plainAddress(address), []);
}

/** A rule that makes other keys today names those it made before. The record's own address says which it is. */
function currentRecordKey(key: string, site: string, url: string): string | undefined {
  const address = webAddress(url);
  const definition = definitionById(site);
  if (!address || !definition) return;
  // It passed for a record, and is a plain page now.
  if (matchAddress(address, definition.plain ?? [])) return joinKey(plainAddress(address), []);
  const match = matchPage(definition, address);
  return match?.formerKeys.includes(key) ? match.key : undefined;
}

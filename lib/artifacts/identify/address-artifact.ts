/** What is known of a page that no script of ours can look into: a PDF, a page of the browser's shop. */
import type { Artifact } from '#lib/records/artifact.ts';
import type { SiteDefinition } from '../definition/definition.ts';
import { siteFor } from '../sites/find-site.ts';
import { joinKey } from './join-key.ts';
import { plainAddress } from './page-address.ts';
import { matchPage } from './site-artifact.ts';

/**
 * The artifact at an address, with the key that the page script would give it; null for pages of the browser. `own` are
 * the definitions that people taught.
 */
export function artifactAtAddress(
  url: string,
  title: string | undefined,
  own: readonly SiteDefinition[] = [],
): Artifact | null {
  const address = URL.parse(url);
  if (!address || !/^(https?|file):$/.test(address.protocol)) return null;
  const { definition } = siteFor(url, own);
  const match = definition && matchPage(definition, address);
  const plain = plainAddress(address);
  return {
    kind: (match && (match.rule.kind ?? definition?.kind)) ?? 'doc',
    site: match && definition ? definition.id : 'page',
    key: match?.key ?? joinKey(plain, []),
    url: (match?.url ?? plain).slice(0, 2048),
    title: (title || plain).slice(0, 300),
    ...(match && { type: match.type }),
  };
}

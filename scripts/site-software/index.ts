/** Real software for the end-to-end tests: start one, open its pages, stop it. */
import { dokuwiki } from './dokuwiki.ts';
import { mediawiki } from './mediawiki.ts';
import { players } from './players.ts';
import type { RunningSite, Site } from './site.ts';
import { tiddlywiki } from './tiddlywiki.ts';
import { tryton } from './tryton.ts';

export type { RunningSite } from './site.ts';
export { SiteSkipped } from './skipped.ts';

const sites = { tryton, dokuwiki, mediawiki, tiddlywiki, players } satisfies Record<string, Site>;

export type SiteName = keyof typeof sites;

/** Starts a site, or takes the one that already runs. Rejects with SiteSkipped where the software cannot be had. */
export function startSite(name: SiteName): Promise<RunningSite> {
  return sites[name].start();
}

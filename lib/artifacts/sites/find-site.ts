/**
 * Finds the definition of an address, among those that ship (index.ts) and those that people taught. Only the background
 * uses this, and gives the page script the definition that fits.
 */
import type { Probe, SiteDefinition } from '../definition/definition.ts';
import { matchesSite } from '../definition/match-site.ts';
import { builtInSites } from './index.ts';

/**
 * What a page script gets at its start. Software that one of the `probes` proves comes before `definition`, because
 * nothing that somebody taught may replace what Sideline ships.
 */
export interface SiteMatch {
  definition?: SiteDefinition;
  probes?: Probe[];
}

/**
 * The shipped definition for an address. If none names its host: what to look for in the page to recognise self-hosted
 * software, and the first definition that people taught (`own`) and that fits.
 */
export function siteFor(url: string, own: readonly SiteDefinition[] = []): SiteMatch {
  const address = URL.parse(url);
  const fits = (site: SiteDefinition) => address !== null && matchesSite(site, address);
  const shipped = builtInSites.find(fits);
  if (shipped) return { definition: shipped };
  const taught = own.find(fits);
  return { ...(taught && { definition: taught }), probes };
}

const probes: Probe[] = builtInSites.flatMap(({ id, match }) =>
  match.probe ? [{ id, css: match.probe.join(',') }] : [],
);

/** The definition with this id; undefined if it was removed. */
export function definitionById(id: string, own: readonly SiteDefinition[] = []): SiteDefinition | undefined {
  return [...builtInSites, ...own].find(site => site.id === id);
}

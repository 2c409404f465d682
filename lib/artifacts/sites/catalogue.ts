/** All sites that Sideline knows. Used by the background alone, which hands the page script the one that fits. */
import type { Probe, SiteDefinition } from '../definition/definition.ts';
import { matchesSite } from '../definition/match-site.ts';
import { builtInSites } from './index.ts';

/**
 * What a page is told at its start. Where `probes` come with a `definition`, software that proves itself by one of them
 * comes first: nothing that somebody taught may take the place of what Sideline ships.
 */
export interface SiteMatch {
  definition?: SiteDefinition;
  probes?: Probe[];
}

/**
 * The definition for an address; where none that ships names its host, what to look for in the page to recognise
 * self-hosted software, and the first definition that people added (`own`), if one fits.
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

/** The definition with this id; undefined for one that was removed. */
export function definitionById(id: string, own: readonly SiteDefinition[] = []): SiteDefinition | undefined {
  return [...builtInSites, ...own].find(site => site.id === id);
}

/** All sites that Sideline knows. Used by the background alone, which hands the page script the one that fits. */
import type { Probe, SiteDefinition } from './definition.ts';
import { matchesSite } from './match-site.ts';
import { builtInSites } from './sites/index.ts';

export type SiteMatch = { definition: SiteDefinition } | { probes: Probe[] };

/**
 * The definition for an address; where none names its host, what to look for in the page to recognise self-hosted
 * software. Definitions that people added (`own`) come before the built-in ones.
 */
export function siteFor(url: string, own: readonly SiteDefinition[] = []): SiteMatch {
  const all = [...own, ...builtInSites];
  const definition = URL.canParse(url) ? all.find(site => matchesSite(site, new URL(url))) : undefined;
  if (definition) return { definition };
  return {
    probes: all.flatMap(({ id, match }) => (match.probe ? [{ id, css: match.probe.join(',') }] : [])),
  };
}

/** The definition with this id; undefined for one that was removed. */
export function definitionById(id: string, own: readonly SiteDefinition[] = []): SiteDefinition | undefined {
  return [...own, ...builtInSites].find(site => site.id === id);
}

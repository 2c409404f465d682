/** An artifact is the work itself: the record, the doc or the clip that a note is about. */
import { measureAbove0 } from './bounds.ts';
import { z } from './zod.ts';

export const artifactKinds = ['crm', 'doc', 'video'] as const;

export const artifactSchema = z.looseObject({
  kind: z.enum(artifactKinds),
  /** Id of the site definition, or `page` for a page that no definition knows. */
  site: z.string().min(1).max(64),
  /**
   * The same for every address of the same thing, different for different things. Always begins with the origin that
   * the browser reports or the site's canonical one, e.g. `https://acme.example|opportunity|17`.
   */
  key: z.string().min(1).max(1024),
  /** Where to open it again; without tracking parameters. */
  url: z.string().max(2048),
  title: z.string().max(300),
  /** The record's type in the site's own words: `opportunity`, `page`, `watch`. */
  type: z.string().max(64).optional(),
  /** Whose work it is, as the site names them. */
  owner: z.string().max(200).optional(),
  stage: z.string().max(200).optional(),
  /** Media length in seconds, for a video. */
  duration: measureAbove0.optional(),
});

export type ArtifactKind = (typeof artifactKinds)[number];
export type Artifact = z.infer<typeof artifactSchema>;

/**
 * Where the notes on an artifact lie: under its key, and under its bare address, where they were written while its site
 * was not known yet and it was only a page. Only an address of the key's own origin counts.
 */
export function artifactKeys({ key, url }: Pick<Artifact, 'key' | 'url'>): string[] {
  const origin = URL.parse(key.split('|', 1)[0] ?? '')?.origin;
  return url !== key && origin !== undefined && URL.parse(url)?.origin === origin ? [key, url] : [key];
}

/** An artifact is the work itself: the record, the doc or the clip that a note is about. */
import { instant, measureAbove0 } from './bounds.ts';
import { z } from './zod.ts';

export const artifactKinds = ['crm', 'doc', 'video'] as const;

export const artifactSchema = z.looseObject({
  kind: z.enum(artifactKinds),
  /** Id of the site definition, or `page` for a page that has no definition. */
  site: z.string().min(1).max(64),
  /**
   * The same for every address of the same thing, and different for different things. It always begins with the origin
   * that the browser reports or the site's canonical origin, e.g. `https://acme.example|opportunity|17`.
   */
  key: z.string().min(1).max(1024),
  /** Where to open it again, without tracking parameters. */
  url: z.string().max(2048),
  title: z.string().max(300),
  /** Keys that the same thing has had before, and its plain address. For looking up only: no record keeps them. */
  formerKeys: z.array(z.string().min(1).max(1024)).max(20).optional(),
  /**
   * How the site was taught where the record was written, for people whose device does not know it. Only data until it
   * has been checked, and never used once an owner shared a definition of the site.
   */
  taught: z.record(z.string(), z.unknown()).optional(),
  /** The record's type in the site's own words: `opportunity`, `page`, `watch`. */
  type: z.string().max(64).optional(),
  /** The owner of the work, as the site names them. */
  owner: z.string().max(200).optional(),
  stage: z.string().max(200).optional(),
  /** Media length in seconds, for a video. */
  duration: measureAbove0.optional(),
  /** When the work was done, as far as its page says. For the note's own moment only: no record keeps it. */
  time: z.object({ at: instant, estimated: z.boolean() }).optional(),
});

export type ArtifactKind = (typeof artifactKinds)[number];
export type Artifact = z.infer<typeof artifactSchema>;

/**
 * The keys under which an artifact's notes are stored, its own first: then those it has had before, and its address,
 * which was its key while the site was unknown and the artifact was only a page. The address counts only if it has the
 * key's origin.
 */
export function artifactKeys({
  key,
  url,
  formerKeys = [],
}: Pick<Artifact, 'key' | 'url' | 'formerKeys'>): string[] {
  const origin = URL.parse(key.split('|', 1)[0] ?? '')?.origin;
  const isOwn = origin !== undefined && URL.parse(url)?.origin === origin;
  return [...new Set([key, ...formerKeys, ...(isOwn ? [url] : [])])];
}

/** The artifact as a record keeps it. A former key may hold a session id, which is nobody else's business. */
export function keptArtifact({ formerKeys, time, ...artifact }: Artifact): Artifact {
  return artifact as Artifact;
}

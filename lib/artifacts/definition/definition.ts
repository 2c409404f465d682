/**
 * A site definition: what Sideline knows of one site, as plain data. No functions, no expressions, no scripts, so that
 * a definition can be written by hand, taught on a page, exported, and shared with a workspace without being executed.
 *
 * Words used below:
 * - A *pattern* is the source of a regular expression that must match the WHOLE part of the address (it is anchored
 *   for you), with named groups. `id` is the group that names the record; `base` is the folder that self-hosted
 *   software is installed in; `type` names the record's type; any other name is yours.
 * - A *selector list* is tried in order: the first selector with a visible, non-empty element wins. Never join
 *   alternatives by a comma: document order would decide, and the header's owner would pass for the record's.
 */
import type { ArtifactKind } from '#lib/records/artifact.ts';

/**
 * Reads one text: from the page, the first visible, non-empty element's value (inputs), attribute or text; or, with
 * `group`, a group of the address.
 */
export interface Reader {
  css?: string;
  group?: string;
  /** Read this attribute instead of the text. Needed for `meta` and `link`. */
  attr?: string;
  /** A pattern on what was read; its group `text` is the answer, no match means no answer. */
  pattern?: string;
  /** The element may be inside open shadow roots. */
  shadow?: true;
}

/** The address of a page. Every part that is named must match; their named groups are collected. */
export interface AddressPattern {
  host?: string;
  path?: string;
  /** The fragment without `#`, still percent-encoded. */
  hash?: string;
  /** Query parameters, decoded: name → pattern. */
  query?: Record<string, string>;
  /** Parameters in the fragment (`#id=3&model=crm.lead`), decoded: name → pattern. */
  hashQuery?: Record<string, string>;
  /** The real address is written, URL-encoded, in this parameter of the fragment: the parts above are read from it. */
  nestedIn?: string;
}

/** How an id that several spellings name is brought into one: see normalise-id.ts. */
export const idNormalisers = ['lower', 'guid', 'sf18', 'wiki', 'title'] as const;
export type IdNormaliser = (typeof idNormalisers)[number];

/** One kind of page of a site: how its record's type and id come out of the address. */
export interface PageRule {
  /** Where the site's kind is not this page's. */
  kind?: ArtifactKind;
  /**
   * The record's type in the site's own words, or the address group that names it, brought into one spelling by `map`; `otherwise` where the
   * address does not have that group. A changed `map` changes keys.
   */
  type: string | { group: string; map?: Record<string, string>; otherwise?: string };
  /** Any of these addresses; the first that matches is taken. */
  address: AddressPattern[];
  /** Groups that the address did not give, read from the page. */
  fromPage?: Record<string, Reader[]>;
  /** The groups that make the key, in order; `type` stands for the type. Default `['type', 'id']`. */
  key?: string[];
  idNormalise?: IdNormaliser;
  /** Further groups in which letter case means nothing. */
  caseless?: string[];
  /** Groups without which this rule is not meant, though they are no part of the key. */
  requires?: string[];
  /**
   * Where several hosts show the same thing: the one origin that its key begins with, e.g. `https://www.youtube.com`,
   * with `{group}` for a group. Must be one of the definition's own hosts.
   */
  origin?: string;
  /** Where to open it again: a path after the origin, with `{group}`. Default: the address without tracking parameters. */
  canonical?: string;
  /** Several records are in the page at once: the element of the one that is shown. */
  root?: string[];
  title?: Reader[];
  owner?: Reader[];
  stage?: Reader[];
}

/**
 * Labelled fields that repeat one pattern: finds ALL fields of a record, so that a note can point at any. With
 * `container`, one element a field, which holds `label` and `value`; without it, every `value` element is a field and
 * its label is the one that the page ties to it (`label[for]`, `aria-labelledby`).
 */
export interface FieldPattern {
  container?: string;
  /** The attribute (of the container, else of the value) that is the field's own stable name. */
  key?: { attr: string };
  label?: string;
  value: string;
}

/** One field by name, where no pattern finds it. */
export interface FieldSelector {
  key: string;
  label?: string;
  css: string[];
}

export interface SiteDefinition {
  /** Lower case, unique: `salesforce`. Taught ones begin with `taught-`. */
  id: string;
  name: string;
  /** Raised with each change. */
  version: number;
  /** A `video` definition that also has a `doc` is mixed: a page of it without a recording is a doc. */
  kind: ArtifactKind;
  match: {
    /**
     * Host names: `app.example.com`, `*.example.com` (any subdomain, not the bare name), `app-*.example.com`, each
     * with an optional port. Empty for self-hosted software.
     */
    hosts: string[];
    /** The beginnings of the paths it is for, where several definitions share a host. Whole segments, `*` for one. */
    paths?: string[];
    /** Software on hosts that nobody can list: ANY of these selectors being in the page proves it. */
    probe?: string[];
  };
  pages: PageRule[];
  fieldPattern?: FieldPattern;
  fields?: FieldSelector[];
  /** The readable text: the first visible of `root`, without `exclude`. `noText` says why the page holds none. */
  doc?: { root: string[]; exclude?: string[]; blockId?: { attr: string }; noText?: 'canvas' };
  video?: {
    /** The main video, in order. Without it the largest visible one is taken. */
    element?: string[];
    /** Videos inside these are never the artifact: previews, thumbnails, miniplayers. */
    ignore?: string[];
    /** The bar that marks are drawn on. */
    timeline?: string[];
    /** Where the player draws the caption of now, for those that leave `textTracks` empty; several rows are one line. */
    captions?: string[];
    /** Transcript lines in the page. */
    transcript?: { row: string; time: string; text: string; speaker?: string };
    /** Shown while an advertisement plays in the same element. */
    ad?: string[];
    /** Address parameter that opens the clip at a second. */
    timeParameter?: string;
  };
  navigation?: {
    /** DOM events that the site itself sends when its content has changed. */
    events?: string[];
    /** How long the record's title may lag behind the address at most, in ms. Default 2500, up to 10000. */
    maxMs?: number;
    /** How long the title must stay the same to count as settled, in ms. Default 150. */
    quietMs?: number;
  };
  /** What this was tried on: the real software, or only the shape its maker or other public code shows. */
  tried: { on: 'software' | 'published'; what: string; date: string };
}

/** What proves self-hosted software: sent to the page script, which answers with the id that it found. */
export interface Probe {
  id: string;
  /** One selector list: any match will do. */
  css: string;
}

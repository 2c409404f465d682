/**
 * A site definition is what Sideline knows of one site, as plain data. It has no functions, expressions or scripts, so it
 * can be written by hand, taught on a page, exported, and shared with a workspace without being executed.
 *
 * Words used below:
 * - A *pattern* is the source of a regular expression with named groups. It must match the WHOLE part of the address (it
 *   is anchored for you). The group `id` names the record, `base` is the folder that self-hosted software is installed in,
 *   `type` names the record's type; any other name is yours.
 * - A *selector list* is tried in order, and the first selector with a visible, non-empty element wins. Never join
 *   alternatives with a comma: document order would decide, and the header's owner would pass for the record's.
 */
import type { ArtifactKind } from '#lib/records/artifact.ts';

/**
 * Reads one text: the value (of an input), attribute or text of the first visible, non-empty element, or with `group` a
 * group of the address.
 */
export interface Reader {
  css?: string;
  group?: string;
  /** Reads this attribute instead of the text. Needed for `meta` and `link`. */
  attr?: string;
  /** A pattern on what was read. Its group `text` is the answer; without a match there is none. */
  pattern?: string;
  /** The element may be inside open shadow roots. */
  shadow?: true;
}

/** The address of a page. Every part that is given must match, and their named groups are collected. */
export interface AddressPattern {
  host?: string;
  path?: string;
  /** The fragment without `#`, still percent-encoded. */
  hash?: string;
  /** Query parameters, decoded: name → pattern. */
  query?: Record<string, string>;
  /** Parameters in the fragment (`#id=3&model=crm.lead`), decoded: name → pattern. */
  hashQuery?: Record<string, string>;
  /** This parameter of the fragment holds the real address, URL-encoded; the parts above are read from that. */
  nestedIn?: string;
}

/** How the several spellings of an id become one: see normalise-id.ts. */
export const idNormalisers = ['lower', 'guid', 'sf18', 'wiki', 'title'] as const;
export type IdNormaliser = (typeof idNormalisers)[number];

/** One kind of page of a site, and how its address gives the record's type and id. */
export interface PageRule {
  /** The kind of this page, if it is not the site's. */
  kind?: ArtifactKind;
  /**
   * The record's type in the site's own words, or the address group that names it. `map` brings its spellings into one;
   * `otherwise` is the type if the address does not have that group. Changing `map` changes keys.
   */
  type: string | { group: string; map?: Record<string, string>; otherwise?: string };
  /** The page has one of these addresses; the first that matches counts. */
  address: AddressPattern[];
  /** Groups that the address did not give, read from the page. */
  fromPage?: Record<string, Reader[]>;
  /** The groups that make the key, in order; `type` stands for the type. Default `['type', 'id']`. */
  key?: string[];
  idNormalise?: IdNormaliser;
  /** Further groups in which letter case means nothing. */
  caseless?: string[];
  /** Groups that are not part of the key, but without which this rule does not apply. */
  requires?: string[];
  /**
   * If several hosts show the same thing, the one origin that its key begins with, e.g. `https://www.youtube.com`, with
   * `{group}` for a group. It must be on one of the definition's own hosts.
   */
  origin?: string;
  /**
   * Keys that the same record had by an earlier version of this rule, with `{origin}` for the page's own origin, `{type}`
   * and `{group}` for a group. What was written under them is still found.
   */
  formerKeys?: string[];
  /** The path to open it again, with `{group}`. By default its address without tracking parameters is used. */
  canonical?: string;
  /** If several records are in the page at once, the element of the one that is shown. */
  root?: string[];
  title?: Reader[];
  owner?: Reader[];
  stage?: Reader[];
}

/**
 * A pattern that all labelled fields of a record repeat, so that a note can point at any of them. A `container` is the
 * element of one field and holds its `label` and `value`. Without a container every `value` element is a field, with the
 * label that the page ties to it (`label[for]`, `aria-labelledby`).
 */
export interface FieldPattern {
  container?: string;
  /** The attribute (of the container, else of the value) that is the field's own stable name. */
  key?: { attr: string };
  label?: string;
  value: string;
}

/** One field by name, if no pattern finds it. */
export interface FieldSelector {
  key: string;
  label?: string;
  css: string[];
}

export interface SiteDefinition {
  /** Lower case, unique: `salesforce`. Taught ones begin with `taught-`. */
  id: string;
  name: string;
  /** Goes up with each change. */
  version: number;
  /** If a `video` definition also has a `doc`, its pages without a recording are docs. */
  kind: ArtifactKind;
  match: {
    /**
     * Host names: `app.example.com`, `*.example.com` (any subdomain, not the bare name), `app-*.example.com`, each
     * with an optional port. Empty for self-hosted software.
     */
    hosts: string[];
    /** If several definitions share a host, how the paths of this one begin. Whole segments, with `*` for any one. */
    paths?: string[];
    /** For software on hosts that nobody can list. ANY of these selectors in the page proves that it is that software. */
    probe?: string[];
  };
  /** Addresses that never show a record, though a page's pattern would fit: lists, searches, forms for something new. */
  plain?: AddressPattern[];
  pages: PageRule[];
  fieldPattern?: FieldPattern;
  fields?: FieldSelector[];
  /** The readable text: the first visible `root`, without `exclude`. `noText` says why the page has none. */
  doc?: { root: string[]; exclude?: string[]; blockId?: { attr: string }; noText?: 'canvas' };
  video?: {
    /** The main video, in order. By default it is the largest visible one. */
    element?: string[];
    /** Videos inside these are never the artifact: previews, thumbnails, miniplayers. */
    ignore?: string[];
    /** The bar that marks are drawn on. */
    timeline?: string[];
    /** Where a player that leaves `textTracks` empty draws its captions. Several rows are one line. */
    captions?: string[];
    /** Transcript lines in the page. */
    transcript?: { row: string; time: string; text: string; speaker?: string };
    /** Shown while an advertisement plays in the same element. */
    ad?: string[];
    /** The address parameter that opens the clip at a second. */
    timeParameter?: string;
  };
  navigation?: {
    /** DOM events that the site itself sends when its content has changed. */
    events?: string[];
    /** How long the record's title may lag behind the address, in ms. Default 2500, at most 10000. */
    maxMs?: number;
    /** How long the title must stay the same until it counts as settled, in ms. Default 150. */
    quietMs?: number;
  };
  /** What this was tried on: the real software, or only the form that its maker or other public code shows. */
  tried: { on: 'software' | 'published'; what: string; date: string };
}

/** What proves that a page is of self-hosted software. The page script gets these and answers with the id that fits. */
export interface Probe {
  id: string;
  /** One selector list, of which any may match. */
  css: string;
}

/**
 * Tries a definition on the page in front of its author: what it finds, and what looks wrong. For the picker and the
 * options page; not part of the page script that runs everywhere. The views have the words for the codes.
 */
import type { Artifact } from '#lib/records/artifact.ts';
import type { Reader, SiteDefinition } from '../definition/definition.ts';
import { findAll } from '../find-all.ts';
import { identify, webAddress } from '../identify/identify.ts';
import { matchPage, readRecord } from '../identify/site-artifact.ts';
import { isVisible } from '../visible.ts';
import { isByPosition } from './describe-element.ts';

/** A selector that is meant for ONE text and matches more elements than this means something else. */
const MANY = 20;

/** What a definition reads from a page. */
export const trialParts = ['title', 'owner', 'stage', 'fields'] as const;
export type TrialPart = (typeof trialParts)[number];

export type Remark =
  /** The address fits none of the definition's pages, so it stays a plain page. */
  | { code: 'address' }
  /** Nothing on the page matches. `css` lists the selectors. */
  | { code: 'nothing'; what: TrialPart; css: string }
  /** A selector for one text matches this many elements. */
  | { code: 'many'; what: TrialPart; css: string; count: number }
  /** A selector goes only by the element's position in the page. */
  | { code: 'position'; what: TrialPart; css: string };

export interface Trial {
  /** What the page is by this definition; the plain page if it does not fit. */
  artifact: Artifact | null;
  /** What was read; empty if nothing was. */
  found: { title: string; owner: string; stage: string };
  /** Empty when nothing looks wrong. */
  remarks: Remark[];
}

function remarksOn(what: TrialPart, readers: Reader[], document: Document): Remark[] {
  const counts = readers.flatMap(({ css, shadow }) =>
    css ? [{ css, count: findAll(document, css, shadow).filter(isVisible).length }] : [],
  );
  const isFound = readers.some(({ group, attr }) => group || attr) || counts.some(({ count }) => count > 0);
  if (!isFound) return [{ code: 'nothing', what, css: counts.map(({ css }) => css).join(', ') }];
  return counts.flatMap(({ css, count }): Remark[] => {
    if (count > MANY) return [{ code: 'many', what, css, count }];
    return isByPosition(css) && counts.every(other => isByPosition(other.css))
      ? [{ code: 'position', what, css }]
      : [];
  });
}

/** What the definition makes of a page. Never throws; if a definition does not fit, the remarks say so. */
export function tryDefinition(definition: SiteDefinition, page: { url: string; document: Document }): Trial {
  const address = webAddress(page.url);
  const match = address && matchPage(definition, address, page.document);
  const artifact = identify(definition, page);
  const found = { title: '', owner: '', stage: '' };
  if (!match) return { artifact, found, remarks: [{ code: 'address' }] };
  const { title, owner, stage } = match.rule;
  const remarks = Object.entries({ title, owner, stage }).flatMap(([what, readers]) =>
    readers ? remarksOn(what as TrialPart, readers, page.document) : [],
  );
  const { fieldPattern } = definition;
  const fields = fieldPattern && (fieldPattern.container ?? fieldPattern.value);
  if (fields && !findAll(page.document, fields).some(isVisible)) {
    remarks.push({ code: 'nothing', what: 'fields', css: fields });
  }
  return { artifact, found: readRecord(match, page.document), remarks };
}

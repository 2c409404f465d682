/**
 * Tries a definition on the page that one looks at: what it finds, and what looks wrong, for whoever wrote it. For the
 * picker and the options page; not part of the page script that runs everywhere.
 */
import type { Artifact } from '#lib/records/artifact.ts';
import type { Reader, SiteDefinition } from './definition.ts';
import { findAll } from './find-all.ts';
import { identify, webAddress } from './identify.ts';
import { placeOf } from './site-artifact.ts';
import { isVisible } from './visible.ts';

/** A selector for ONE text that matches more than this is a selector for something else. */
const MANY = 20;

export interface Trial {
  /** What the page is by this definition; the plain page where it does not fit. */
  artifact: Artifact | null;
  /** Sentences for an administrator; empty when nothing looks wrong. */
  remarks: string[];
}

function remarksOn(what: string, readers: Reader[], document: Document): string[] {
  const selectors = readers.flatMap(({ css, shadow }) => (css ? [{ css, shadow }] : []));
  const counts = selectors.map(({ css, shadow }) => ({
    css,
    count: findAll(document, css, shadow).filter(isVisible).length,
  }));
  const many = counts.filter(({ count }) => count > MANY);
  const isFound = readers.some(({ group, attr }) => group || attr) || counts.some(({ count }) => count > 0);
  return [
    ...(isFound
      ? []
      : [`Nothing on this page matches the ${what}: ${selectors.map(({ css }) => `“${css}”`).join(', ')}.`]),
    ...many.map(
      ({ css, count }) =>
        `“${css}” for the ${what} matches ${count} elements. Point at the one that is meant.`,
    ),
  ];
}

/** What the definition makes of a page. Never throws: a definition that does not fit gives remarks. */
export function tryDefinition(definition: SiteDefinition, page: { url: string; document: Document }): Trial {
  const address = webAddress(page.url);
  const place = address && placeOf(definition, address, page.document);
  const artifact = identify(definition, page);
  if (!place) {
    return { artifact, remarks: ['The address of this page fits none of its pages: it stays a plain page.'] };
  }
  const { title, owner, stage } = place.rule;
  const remarks = Object.entries({ title, owner, stage }).flatMap(([what, readers]) =>
    readers ? remarksOn(what, readers, page.document) : [],
  );
  const { fieldPattern } = definition;
  if (fieldPattern && !findAll(page.document, fieldPattern.container ?? fieldPattern.value).some(isVisible)) {
    remarks.push(
      `Nothing on this page matches the fields: “${fieldPattern.container ?? fieldPattern.value}”.`,
    );
  }
  return { artifact, remarks };
}

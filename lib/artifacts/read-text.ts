/** Reads texts from a page with a definition's readers. Part of the page script. */
import type { Reader } from './definition/definition.ts';
import { findAll } from './find-all.ts';
import { isVisible } from './visible.ts';

/** Never drawn, and needed by no writing system, unlike the joiners and direction marks in NEEDED. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff]/g;
const NEEDED = /[\u200c-\u200f]/g;

/** The text as one line of at most `limit` characters; empty if it has only invisible characters. */
export function tidy(text: string | null | undefined, limit = 300): string {
  const line = (text ?? '').slice(0, 4000).replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return line.replace(NEEDED, '').trim() ? line.slice(0, limit).trim() : '';
}

/** Matches all of `text` with a pattern; null if it does not match or the pattern does not compile. */
export function matchWhole(pattern: string, text: string): RegExpMatchArray | null {
  try {
    return text.length > 2048 ? null : text.match(new RegExp(`^(?:${pattern})$`));
  } catch {
    return null; // Definitions are checked where they are stored, but a page must not break on one that was not.
  }
}

function textOf(element: Element, attr: string | undefined): string {
  if (attr) return tidy(element.getAttribute(attr));
  if ('selectedOptions' in element) {
    return tidy([...(element as HTMLSelectElement).selectedOptions].map(option => option.text).join(', '));
  }
  // Buttons and list items also have a `value`, but they do not show it.
  return tidy(
    /^(INPUT|TEXTAREA)$/.test(element.nodeName) ? (element as HTMLInputElement).value : element.textContent,
  );
}

/** The first visible, non-empty text that the readers find, in their order. `groups` come from the address. */
export function readText(
  root: ParentNode,
  readers: Reader[] = [],
  groups: Record<string, string> = {},
): string {
  for (const { css, group, attr, pattern, shadow } of readers) {
    const texts = function* () {
      if (group) yield tidy(groups[group]);
      for (const element of css ? findAll(root, css, shadow) : []) {
        if (attr || element.nodeName === 'TITLE' || isVisible(element)) yield textOf(element, attr);
      }
    };
    for (const text of texts()) {
      const answer = pattern ? tidy(matchWhole(pattern, text)?.groups?.text) : text;
      if (answer) return answer;
    }
  }
  return '';
}

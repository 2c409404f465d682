/** Makes the spellings of an id one. Pure, and small, because it is part of the page script. */
import type { IdNormaliser } from '../definition/definition.ts';

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Salesforce: a 15-character id is case-sensitive; three more characters make the 18-character form of the same id. */
function to18(id: string): string {
  const core = id.slice(0, 15);
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(core[block * 5 + i] ?? '')) bits |= 1 << i;
    suffix += CHECKSUM[bits];
  }
  return core + suffix;
}

/**
 * - `lower`: letter case means nothing.
 * - `guid`: braces, dashes and case mean nothing.
 * - `sf18`: Salesforce's 15- and 18-character forms.
 * - `wiki`: DokuWiki page names: case and blanks mean nothing, `/` and `;` part namespaces like `:`.
 * - `title`: MediaWiki titles: `_` is a blank and the first letter's case means nothing.
 */
export function normaliseId(id: string, how: IdNormaliser | undefined): string {
  if (how === 'lower') return id.toLowerCase();
  if (how === 'guid') return id.replace(/[{}-]/g, '').toLowerCase();
  if (how === 'sf18') return to18(id);
  if (how === 'wiki') {
    return id
      .toLowerCase()
      .replace(/[/;]/g, ':')
      .replace(/\s+/g, '_')
      .replace(/:{2,}/g, ':')
      .replace(/_{2,}/g, '_')
      .replace(/^[:_]+|[:_]+$/g, '');
  }
  if (how === 'title') {
    const title = id.replace(/[\s_]+/g, ' ').trim();
    return title.charAt(0).toUpperCase() + title.slice(1);
  }
  return id;
}

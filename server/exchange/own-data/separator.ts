/** Which separator the reader's spreadsheet expects in a CSV file. */
import { languagesIn } from '#server/words/choose-language.ts';

export type Separator = ',' | ';';

/** In these countries numbers have a decimal point, and lists in a spreadsheet nevertheless a semicolon. */
const SEMICOLON_ANYWAY = new Set(['CH', 'LI']);

/**
 * Excel splits at the list separator of the region, which is a semicolon wherever the comma is needed within numbers.
 * The first language of an `Accept-Language` header tells the region as well as a browser ever does. The other way, a
 * first line of `sep=;`, makes Excel ignore the byte order mark and show `Ã¼` for `ü`, so we do not use it.
 */
export function separatorFor(header: string | undefined): Separator {
  for (const tag of languagesIn(header)) {
    const locale = localeOf(tag);
    if (!locale) continue;
    if (SEMICOLON_ANYWAY.has(locale.region ?? '')) return ';';
    const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
    return parts.some(part => part.type === 'decimal' && part.value !== '.') ? ';' : ',';
  }
  return ',';
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(tag);
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0 ? locale : undefined;
  } catch {
    // A browser may send anything; what is no language tag says nothing about a region.
    return undefined;
  }
}

/** Checks host patterns: which are too wide, and what they take in. Not part of the page script. */

/** Under `co.uk`, `com.au` and the like, an owner has a name of three labels. */
const isShared = (labels: string[]) =>
  /^(com?|org|net|gov|edu|ac)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2;

/** Why a host pattern is refused, as the end of a sentence; undefined when it is fine. */
export function hostProblem(text: string): string | undefined {
  if (text.includes('/') || text.startsWith('<')) return 'must be a host name alone, such as crm.example.com';
  if (!/^[a-z0-9*.-]+(:\d{1,5})?$/i.test(text)) return 'is not a host name';
  // Each more makes telling that a host does not fit take many times as long.
  if (text.split('*').length > 3) return 'has more than two *';
  const labels = text.replace(/:\d+$/, '').split('.');
  if (labels.some(label => !label)) return 'is not a host name';
  if (labels.some((label, i) => label.includes('*') && !(i === 0 || /[a-z0-9]/i.test(label)))) {
    return 'has a * in its middle';
  }
  const fixed = labels.filter(label => !label.includes('*'));
  if (text.includes('*') && fixed.length < (isShared(fixed) ? 3 : 2)) {
    return 'would take in sites of other people; name the site, e.g. *.example.com';
  }
  return;
}

/** Whether a host pattern takes in this host name. */
export const fitsHost = (pattern: string, name: string) =>
  pattern === name || (pattern.startsWith('*.') && name.endsWith(pattern.slice(1)));

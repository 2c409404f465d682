/** Makes an artifact's key. Part of the page script. */

/** The longest key that a record may hold. */
const MAX_KEY = 1024;

/** A hash of 53 bits: cyrb53 by bryc (public domain). Only tells long addresses of ONE site apart. */
function digest(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** `%` and `|` are escaped, so that no part can imitate another. */
export const escapePart = (part: string) => part.replaceAll('%', '%25').replaceAll('|', '%7C');

/** What was escaped. */
export const unescapePart = (part: string) => part.replaceAll('%7C', '|').replaceAll('%25', '%');

/** `origin|part|part`, each part escaped. */
export function joinKey(origin: string, parts: string[]): string {
  const key = [origin, ...parts].map(escapePart).join('|');
  if (key.length <= MAX_KEY) return key;
  return `${key.slice(0, MAX_KEY - 40)}~${digest(key, 1)}${digest(key, 2)}`;
}

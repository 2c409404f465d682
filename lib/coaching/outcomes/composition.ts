/** Did the same people stay? A group that exchanged its people has changed without anybody changing. */

/** Above this, before and after are not about the same group. */
export const COMPOSITION_LIMIT = 0.2;

/** People in only one of two groups, out of all in either; null if there is nobody. */
export function compositionChange(before: ReadonlySet<string>, after: ReadonlySet<string>): number | null {
  const all = new Set([...before, ...after]);
  const inBoth = [...before].filter(person => after.has(person)).length;
  return all.size === 0 ? null : (all.size - inBoth) / all.size;
}

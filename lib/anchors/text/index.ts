/**
 * Anchors on words: describing them, and finding them again. See docs/anchors.md.
 * This runs in a content script. It touches no global of the page and changes nothing in it.
 */
export { describe } from './describe.ts';
export { type Found, find } from './find.ts';
export type { Status } from './seek.ts';
export { watch } from './watch.ts';

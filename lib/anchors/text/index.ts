/**
 * Anchors: describing a place on a page and finding it again. See docs/anchors.md.
 * Runs in a content script: touches no global of the page, changes nothing in it.
 */
export { describe } from './describe.ts';
export { type Found, find } from './find.ts';
export type { Status } from './seek.ts';
export { watch } from './watch.ts';

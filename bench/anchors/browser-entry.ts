/** What dist/anchors.js sets in a page. */
import { describe } from '#lib/anchors/describe.ts';
import { find } from '#lib/anchors/find.ts';

Object.assign(globalThis, { SidelineAnchors: { describe, find } });

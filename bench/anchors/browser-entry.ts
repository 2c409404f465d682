/** What dist/anchors.js sets in a page. */
import { describe } from '#lib/anchors/text/describe.ts';
import { find } from '#lib/anchors/text/find.ts';

Object.assign(globalThis, { SidelineAnchors: { describe, find } });

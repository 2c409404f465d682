import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createRegions } from './start.ts';

/**
 * The tools for regions of a picture: where one lies, and drawing one. The page tools ask for them where a note is on a
 * region, and when somebody wants to draw one. Injected twice, the first stay.
 */
export default defineUnlistedScript(() => handOver('regions', createRegions));

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createFrames } from './frames.ts';

/**
 * Frames of the page's own origin. The page tools ask for them where the page has one whose document can be read. Injected
 * twice, the first stays.
 */
export default defineUnlistedScript(() => handOver('frames', createFrames));

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createCaptionsPart } from './captions.ts';

/** What is said at a moment: asked for while somebody points at one. Injected twice, the first stays. */
export default defineUnlistedScript(() => handOver('captions', createCaptionsPart));

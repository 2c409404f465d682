import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createFrame } from './frame.ts';

/** The panel's frame. It comes with the page tools when somebody opens the panel. Injected twice, the first stays. */
export default defineUnlistedScript(() => handOver('frame', createFrame));

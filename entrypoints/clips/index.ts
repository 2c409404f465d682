import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../tools/parts.ts';
import { createClips } from './clips.ts';

/** Which of several clips is meant: asked for where a page has more than one. Injected twice, the first stays. */
export default defineUnlistedScript(() => handOver('clips', createClips));

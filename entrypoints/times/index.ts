import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { timeNear, timeOfWork } from '#lib/artifacts/work-time.ts';
import { handOver } from '../tools/parts.ts';

/** When the work was done, as the page says it: asked for when somebody writes. Injected twice, the first stays. */
export default defineUnlistedScript(() => handOver('times', () => ({ near: timeNear, ofWork: timeOfWork })));

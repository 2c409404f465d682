/**
 * The only file that imports zod. `jitless` must be set before the first schema is made: the CSP of an MV3 page
 * forbids `new Function`, which zod otherwise tries and logs. The server allows it, which makes checking records
 * faster.
 */
import { z } from 'zod';

z.config({ jitless: !('process' in globalThis) });

export { z };

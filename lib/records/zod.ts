/**
 * The one place that imports zod. `jitless` must be set before the first schema is made: an MV3 page's CSP refuses `new
 * Function`, which zod otherwise tries and logs. The server may, and checks records the faster for it.
 */
import { z } from 'zod';

z.config({ jitless: !('process' in globalThis) });

export { z };

/** What bench/identify.ts puts into a page. */

import { identify, probe } from '#lib/artifacts/identify/identify.ts';
import { definitionById, siteFor } from '#lib/artifacts/sites/find-site.ts';

/** A record of the largest definition. */
export const address = 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view';
export { definitionById, identify, probe, siteFor };

Object.assign(globalThis, { sidelineIdentify: { address, definitionById, identify, probe, siteFor } });

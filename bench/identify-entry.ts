/** What bench/identify.ts puts into a page. */
import { definitionById, siteFor } from '#lib/artifacts/catalogue.ts';
import { identify, probe } from '#lib/artifacts/identify.ts';

/** A record of the largest definition. */
export const address = 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view';
export { definitionById, identify, probe, siteFor };

Object.assign(globalThis, { sidelineIdentify: { address, definitionById, identify, probe, siteFor } });

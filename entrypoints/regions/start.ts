import type { PartHost, Regions } from '../tools/parts.ts';
import { locate } from './locate.ts';
import { pickRegion } from './pick-region.ts';
import { pictureOf, regionRect } from './pictures.ts';

/** Wires the region tools together. They live as long as the page tools that asked for them. */
export function createRegions(host: PartHost): Regions {
  return {
    locate: (anchor, flash) => locate(anchor, host, flash),
    pictureOf: anchor => pictureOf(anchor, host),
    regionRect: (anchor, picture) => regionRect(anchor, picture, host),
    pickRegion: (momentNow, onDone) => pickRegion(host, momentNow, onDone),
  };
}

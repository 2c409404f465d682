/** Where a region is now, and going there: the playhead of its clip, the scroll, a flash. */
import type { RegionAnchor } from '#lib/records/anchor.ts';
import type { Located } from '../tools/go-to.ts';
import type { OverlayItem } from '../tools/overlay.ts';
import type { PartHost } from '../tools/parts.ts';
import { pictureOf, regionBox } from './pictures.ts';

export function locate(
  anchor: RegionAnchor,
  host: PartHost,
  flash: (rect: OverlayItem['rect']) => void,
): Located | undefined {
  const { media, lent } = host;
  const picture = pictureOf(anchor, host);
  if (!picture) return undefined;
  const box = () => regionBox(anchor, picture, host);
  // Most of a large picture may be out of sight: what counts is the region.
  const go = () =>
    lent.goTo(picture, true, () => {
      const { left, top, width, height } = box() ?? lent.boxOf(picture);
      return new DOMRect(left, top, width, height);
    });
  const { moment } = anchor;
  if (moment && media()?.isAd()) return { status: 'ad', go };
  const at = moment && media()?.locate(moment, () => undefined);
  return {
    status: at?.status ?? 'same',
    go() {
      at?.go();
      flash(box);
      return go();
    },
  };
}

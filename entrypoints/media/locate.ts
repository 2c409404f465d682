/** Where a moment or a region is now, and going there: the playhead, the scroll, a flash. */
import { findMoment } from '#lib/anchors/media/moment.ts';
import type { Picture } from '#lib/anchors/media/region.ts';
import type { MomentAnchor, RegionAnchor } from '#lib/records/anchor.ts';
import type { Shared } from '../page/state.ts';
import { goTo, type Located } from '../tools/go-to.ts';
import { type OverlayItem, rectAround } from '../tools/overlay.ts';
import { pictureOf, regionBox } from './pictures.ts';
import type { Player } from './player.ts';

export function locate(
  anchor: MomentAnchor | RegionAnchor,
  state: Shared,
  player: Player,
  flash: (rect: OverlayItem['rect']) => void,
): Located | undefined {
  const isRegion = anchor.kind === 'region';
  const moment = isRegion ? anchor.moment : anchor;
  const picture = isRegion ? pictureOf(anchor, state) : state.video();
  if (!picture) return undefined;
  if (moment && state.isAd()) return { status: 'ad', go: () => goTo(picture, 'nearest') };
  const at = moment && findMoment(moment, picture as HTMLMediaElement);
  return {
    status: at?.status ?? 'same',
    go() {
      if (at) player.seek(at.start);
      flash(isRegion ? () => regionBox(anchor, picture as Picture) : rectAround(picture));
      return goTo(picture, 'nearest');
    },
  };
}

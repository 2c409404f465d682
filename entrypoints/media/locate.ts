/** Where a moment is now, and going there: the playhead, the scroll, a flash. */
import { findMoment } from '#lib/anchors/media/moment.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { Located } from '../tools/go-to.ts';
import type { OverlayItem } from '../tools/overlay.ts';
import type { Media, PartHost } from '../tools/parts.ts';
import type { Player } from './player.ts';

export function locate(
  anchor: MomentAnchor,
  { lent, clips, clipOf, isAd }: PartHost & Pick<Media, 'clipOf' | 'isAd'>,
  player: Player,
  flash: (rect: OverlayItem['rect']) => void,
): Located | undefined {
  const media = clipOf(anchor);
  if (!media) return undefined;
  const go = () => lent.goTo(media, true);
  if (isAd()) return { status: 'ad', go };
  const at = findMoment(anchor, media);
  return {
    status: at.status,
    go() {
      clips()?.take(media);
      player.seek(at.start);
      flash(lent.rectAround(media));
      return go();
    },
  };
}

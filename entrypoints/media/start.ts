import { describeMoment } from '#lib/anchors/media/moment.ts';
import { isAdPlaying } from '#lib/artifacts/media/ad.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { Media, PartHost } from '../tools/parts.ts';
import { locate } from './locate.ts';
import { createPlayer } from './player.ts';
import { createTimeline } from './timeline.ts';

/** Wires the media tools together. They live as long as the page tools that asked for them. */
export function createMedia(host: PartHost): Media {
  const { state } = host;
  const { clips } = host;
  /** The clip of a moment, or else the one that the person means. */
  const pick = (moment?: MomentAnchor) => {
    const several = clips();
    if (!several) return state.clips()[0] ?? null;
    return moment ? several.clipOf(moment) : several.clip();
  };
  const clip = () => pick();
  const isAd = () => {
    const media = clip();
    return !!media && isAdPlaying(media, state.definition, state.findShown);
  };
  const player = createPlayer(state, clip, isAd);
  const timeline = createTimeline(host, { clip, clipOf: pick }, isAd);
  return {
    ...player,
    clip,
    clipOf: pick,
    isUnclear: () => !!clips()?.isUnclear(),
    isAd,
    describeMoment: (video, options) => describeMoment(video, { ...options, clip: clips()?.nameOf(video) }),
    drawTimeline: timeline.draw,
    locate: (anchor, flash) => locate(anchor, { ...host, clipOf: pick, isAd }, player, flash),
  };
}

import { describeMoment } from '#lib/anchors/media/moment.ts';
import { isAdPlaying } from '#lib/artifacts/media/ad.ts';
import { type Captions, createCaptions } from '#lib/artifacts/media/captions.ts';
import { drawnCaption } from '#lib/artifacts/media/drawn-caption.ts';
import type { Media, PartHost } from '../tools/parts.ts';
import { createClips } from './clips.ts';
import { locate } from './locate.ts';
import { createPlayer } from './player.ts';
import { createTimeline } from './timeline.ts';

/** Wires the media tools together. They live as long as the page tools that asked for them. */
export function createMedia(host: PartHost): Media {
  const { state } = host;
  let captions: { key: string | undefined; at: Captions } | undefined;
  const clips = createClips(state);
  const isAd = () => {
    const clip = clips.clip();
    return !!clip && isAdPlaying(clip, state.definition, state.findShown);
  };
  const player = createPlayer(state, clips.clip, isAd);
  const timeline = createTimeline(host, clips, isAd);
  const captionHost = {
    tidy: state.tidy,
    drawnCaption: () => drawnCaption(state, state.definition),
  };
  return {
    ...player,
    ...clips,
    isAd,
    captionAt(video, seconds) {
      const key = state.artifact?.key;
      // The next clip says other lines at the same seconds.
      if (captions?.key !== key) captions = { key, at: createCaptions(captionHost) };
      return captions?.at(video, seconds) ?? '';
    },
    describeMoment: (video, options) => describeMoment(video, { ...options, clip: clips.nameOf(video) }),
    drawTimeline: timeline.draw,
    locate: (anchor, flash) => locate(anchor, { ...host, clips, isAd }, player, flash),
  };
}

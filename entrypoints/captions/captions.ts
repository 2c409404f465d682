/** The caption lines of the clip that is on the page now. */
import { type Captions, createCaptions } from '#lib/artifacts/media/captions.ts';
import { drawnCaption } from '#lib/artifacts/media/drawn-caption.ts';
import type { PartHost } from '../tools/parts.ts';

export function createCaptionsPart({ state }: PartHost): Captions {
  let known: { key: string | undefined; clip: HTMLMediaElement; at: Captions } | undefined;
  return (clip, seconds) => {
    const key = state.artifact?.key;
    // The next clip says other lines at the same seconds.
    if (known?.key !== key || known?.clip !== clip) {
      const drawn = (media: HTMLMediaElement) => drawnCaption(state, media, state.definition);
      known = { key, clip, at: createCaptions({ tidy: state.tidy, drawnCaption: drawn }) };
    }
    return known.at(clip, seconds);
  };
}

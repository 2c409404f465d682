/** Which of the page's clips is meant, and which one a moment was marked in. */
import { chooseClip } from '#lib/artifacts/media/choose-clip.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { Clips, PartHost } from '../tools/parts.ts';

/** The longest name of a clip that a note keeps. */
const MAX_NAME = 300;
/** By how many seconds the length of a clip may differ from the one that a note kept. */
const SAME_LENGTH = 1;

export function createClips({ state }: PartHost): Clips {
  const { clips, mediaName, signal } = state;
  const played = clips().filter(({ played: stretches }) => stretches?.length > 0);
  // What was played before this script came.
  let used = played.length === 1 ? played[0] : undefined;
  const name = (clip: HTMLMediaElement) => mediaName(clip).slice(-MAX_NAME);
  const choose = () => {
    const chosen = chooseClip(clips(), used);
    // Nobody tells us what is played within frames and shadow roots.
    if (chosen.sure && chosen.clip?.paused === false) used = chosen.clip;
    return chosen;
  };
  const noteUse = ({ target }: Event) => {
    used = clips().find(clip => clip === target) ?? used;
  };
  for (const type of ['play', 'seeking'])
    document.addEventListener(type, noteUse, { capture: true, passive: true, signal });

  return {
    clip: () => choose().clip ?? null,
    isUnclear() {
      const { clip, sure } = choose();
      return !!clip && !sure;
    },
    clipOf({ clip: named, duration = Number.NaN }: MomentAnchor) {
      const all = clips();
      const isIt = (clip: HTMLMediaElement) =>
        named === undefined ? Math.abs(clip.duration - duration) < SAME_LENGTH : name(clip) === named;
      const fitting = all.filter(isIt);
      // An older note kept no name, and the one clip that it was on may have been cut since.
      if (named === undefined && fitting.length === 0) return choose().clip ?? null;
      return (fitting.length === 1 && fitting[0]) || null;
    },
    take(clip) {
      used = clip;
    },
    nameOf: clip => name(clip) || undefined,
  };
}

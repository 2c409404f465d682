/** Which of several clips on a page is meant. Part of the media tools. */

const isPlaying = (media: HTMLMediaElement) => !media.paused && !media.ended;

/** Whether a third of it can be seen, as far as scrolling goes. */
function isInSight(media: HTMLMediaElement): boolean {
  const { top, bottom, height } = media.getBoundingClientRect();
  const { innerHeight = 0 } = media.ownerDocument.defaultView ?? {};
  return height > 0 && Math.min(bottom, innerHeight) - Math.max(top, 0) > height / 3;
}

/** The clip that has the focus, or the nearest around what has it, say a button of its player. */
function focused(clips: HTMLMediaElement[]): HTMLMediaElement | undefined {
  for (let box = clips[0]?.ownerDocument.activeElement; box; box = box.parentElement) {
    const inside = clips.filter(media => box?.contains(media));
    if (inside.length > 0) return only(inside);
  }
  return undefined;
}

const only = <T>(list: T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/**
 * Which of several clips a person means: what plays, holds the focus, or was `used` (played or sought) last; of those in
 * sight, if any is. Not sure where nothing of this tells.
 */
export function chooseClip(
  clips: HTMLMediaElement[],
  used?: HTMLMediaElement,
): { clip: HTMLMediaElement | undefined; sure: boolean } {
  const seen = clips.filter(isInSight);
  const wasUsed = (media: HTMLMediaElement) => media === used;
  const among = seen.length > 0 ? seen : clips;
  const sure =
    only(clips) ??
    only(clips.filter(isPlaying)) ??
    focused(clips) ??
    among.find(wasUsed) ??
    (clips.some(wasUsed) ? undefined : (only(among.filter(media => media.currentTime > 0)) ?? only(seen)));
  return { clip: sure ?? clips.find(wasUsed) ?? among[0], sure: !!sure };
}

/** Moments and stretches of a recording. */
import type { MomentAnchor } from '#lib/records/anchor.ts';
import { plain } from '../plain.ts';

/** A recording whose length changed by more than this may have been cut: its moments may have moved. */
const MAX_DRIFT_SECONDS = 2;
const MAX_DRIFT_SHARE = 0.005;
const HUNDREDTHS = 100;

export type MomentOptions = {
  /** People press the key late, so the mark is set this many seconds of theirs earlier. 0–2, default 0. */
  reactionSeconds?: number;
  /** In seconds of media time. Makes the moment a stretch, from the current time to this one. */
  end?: number;
  /** Where the stretch begins, if not at the current time. The reaction time is not subtracted from it. */
  start?: number;
  /** The caption line at a second, or ''; see lib/artifacts/media/captions.ts. */
  caption?: (seconds: number) => string;
  /** What tells the recording from others on the page. */
  clip?: string | undefined;
};

/** Describes the current moment of a recording, with the recording's length and, if it has captions, the line spoken then. */
export function describeMoment(video: HTMLMediaElement, options: MomentOptions = {}): MomentAnchor {
  // What was seen so long ago lies farther back in a recording that plays faster.
  const late = (options.reactionSeconds ?? 0) * Math.abs(video.playbackRate || 1);
  const { start = video.currentTime - late, end, caption, clip } = options;
  const [from, to] = end !== undefined && end < start ? [end, start] : [start, end];
  const at = round(Math.max(0, from));
  const { duration } = video;
  return plain<MomentAnchor>({
    kind: 'moment',
    start: at,
    end: to !== undefined && to > at ? round(to) : undefined,
    duration: Number.isFinite(duration) && duration > 0 ? round(duration) : undefined,
    caption: caption?.(at) || undefined,
    clip,
  });
}

/** Where the moment is now. It may have `moved` if the recording has another length than then. */
export function findMoment(
  anchor: MomentAnchor,
  video: HTMLMediaElement,
): { start: number; end?: number; status: 'same' | 'moved' } {
  const limit = Number.isFinite(video.duration) ? video.duration : Number.POSITIVE_INFINITY;
  // While the recording has no length, or none was kept, we cannot tell.
  const { duration = limit } = anchor;
  const drift = limit < Number.POSITIVE_INFINITY ? Math.abs(limit - duration) : 0;
  const isMoved = drift > Math.min(MAX_DRIFT_SECONDS, duration * MAX_DRIFT_SHARE);
  const start = Math.min(anchor.start, limit);
  return {
    start,
    ...(anchor.end === undefined ? {} : { end: Math.max(start, Math.min(anchor.end, limit)) }),
    status: isMoved ? 'moved' : 'same',
  };
}

/** Seconds as people write them: `0:07`, `12:05`, `1:02:03`. Rounded down to whole seconds, as players do. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** The W3C media fragment of a moment: `t=12.5`, `t=12.5,20` (https://www.w3.org/TR/media-frags/#naming-time). */
export function mediaFragment(anchor: MomentAnchor): string {
  return anchor.end === undefined
    ? `t=${round(anchor.start)}`
    : `t=${round(anchor.start)},${round(anchor.end)}`;
}

function round(seconds: number): number {
  return Math.round(seconds * HUNDREDTHS) / HUNDREDTHS;
}

import { MarkerProblem } from './marker.ts';

export interface FrameRate {
  /** As people write it: `29.97df`. */
  name: string;
  /** Pictures a second are `numerator / denominator`. */
  numerator: number;
  denominator: number;
  /** How many the timecode counts in a second. */
  nominal: number;
  /** How many numbers each minute leaves out, but every tenth; 0 without drop-frame. */
  dropped: number;
}

const whole = (fps: number): FrameRate => ({
  name: String(fps),
  numerator: fps,
  denominator: 1,
  nominal: fps,
  dropped: 0,
});
const broadcast = (name: string, nominal: number, dropped = 0): FrameRate => ({
  name,
  numerator: nominal * 1000,
  denominator: 1001,
  nominal,
  dropped,
});

export const FRAME_RATES: readonly FrameRate[] = [
  broadcast('23.976', 24),
  whole(24),
  whole(25),
  broadcast('29.97', 30),
  broadcast('29.97df', 30, 2),
  whole(30),
  broadcast('47.952', 48),
  whole(48),
  whole(50),
  broadcast('59.94', 60),
  broadcast('59.94df', 60, 4),
  whole(60),
];

/** Also `23.98`, `29.97ndf` and `29.97DF`. Throws MarkerProblem. */
export function frameRate(text: string): FrameRate {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/ndf$/, '')
    .replace(/^23\.98$/, '23.976')
    .replace(/^47\.95$/, '47.952')
    .replace(/\.0+$/, '');
  const found = FRAME_RATES.find(rate => rate.name === name);
  if (!found)
    throw new MarkerProblem(
      `“${text}” is no frame rate: expected one of ${FRAME_RATES.map(rate => rate.name).join(', ')}`,
    );
  return found;
}

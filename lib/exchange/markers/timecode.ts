/**
 * Timecodes: `01:00:05:12`, with `;` before the pictures in drop-frame. Drop-frame leaves out numbers, not pictures: at
 * 29.97 the first two of each minute that is no tenth, so that the code keeps up with the clock (SMPTE ST 12-1).
 */
import type { FrameRate } from './frame-rate.ts';
import { MarkerProblem } from './marker.ts';

const CODE = /^(\d{1,2}):([0-5]\d):([0-5]\d)([:;.])(\d{1,3})$/;
const MINUTES_OF_TEN = 9;

/** Counts a code's pictures from 00:00:00:00. Throws MarkerProblem. */
export function framesOf(code: string, rate: FrameRate): number {
  const [, hours, minutes, seconds, , pictures] = CODE.exec(code.trim()) ?? [];
  if (hours === undefined) throw new MarkerProblem(`“${code}” is no timecode such as 01:00:05:12`);
  const frame = Number(pictures);
  const minute = Number(hours) * 60 + Number(minutes);
  if (frame >= rate.nominal)
    throw new MarkerProblem(`${code}: a second has ${rate.nominal} pictures at ${rate.name}`);
  if (frame < rate.dropped && seconds === '00' && minute % 10 !== 0)
    throw new MarkerProblem(`${code} does not exist: ${rate.name} leaves it out`);
  const counted = (minute * 60 + Number(seconds)) * rate.nominal + frame;
  return counted - rate.dropped * (minute - Math.floor(minute / 10));
}

/** The code of a picture, counted from 00:00:00:00. A day has no hour 24. */
export function timecodeOf(frames: number, rate: FrameRate): string {
  const number = numberOf(frames, rate);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(number / rate.nominal);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':');
  return `${clock}${rate.dropped > 0 ? ';' : ':'}${two(number % rate.nominal)}`;
}

/** The picture's number with those counted that its codes leave out. */
function numberOf(frames: number, { nominal, dropped }: FrameRate): number {
  if (dropped === 0) return frames;
  const inMinute = nominal * 60 - dropped;
  const inTen = inMinute * 10 + dropped;
  const tens = Math.floor(frames / inTen);
  const left = frames % inTen;
  // The first minute of ten leaves out nothing, so it is longer than the others.
  const minutes = left < dropped ? 0 : Math.floor((left - dropped) / inMinute);
  return frames + dropped * (MINUTES_OF_TEN * tens + minutes);
}

/** The picture that begins nearest to this time. */
export function frameAt(ms: number, { numerator, denominator }: FrameRate): number {
  return Math.round((ms * numerator) / (1000 * denominator));
}

/** When a picture begins, to the ms. */
export function msOfFrame(frame: number, { numerator, denominator }: FrameRate): number {
  return Math.round((frame * 1000 * denominator) / numerator);
}

/** A recording's own time and the timecode on it: `start` is the code of its first picture. */
export interface Clock {
  rate: FrameRate;
  start: string;
}

export function codeAt(ms: number, { rate, start }: Clock): string {
  return timecodeOf(framesOf(start, rate) + frameAt(ms, rate), rate);
}

/**
 * Throws MarkerProblem, also where the code is before the recording's first picture. Codes begin anew at midnight, so one
 * that is many hours before is a few hours after.
 */
export function msAt(code: string, { rate, start }: Clock): number {
  const day = framesOfDay(rate);
  const frame = framesOf(code, rate) - framesOf(start, rate);
  if (frame < 0 && frame >= -day / 2) throw new MarkerProblem(`${code} is before the start, ${start}`);
  return msOfFrame(frame < 0 ? frame + day : frame, rate);
}

function framesOfDay({ nominal, dropped }: FrameRate): number {
  return 24 * 60 * (60 * nominal) - dropped * MINUTES_OF_TEN * 24 * 6;
}

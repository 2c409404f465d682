/**
 * The routines that Sideline ships with (R103–R110, R125, R127, R213), as data. A preset is one or more routines that are
 * installed together; the copies are the workspace's own and can be changed. Times are the person's own clock.
 */
import { inLanguage } from '#lib/coaching/in-language.ts';
import type { AnchorMoment, Rhythm, RoutineEvent, RoutineKind } from '#lib/records/kinds/routine.ts';
import type { Body } from '#lib/records/types.ts';
import { type PresetTexts, presetsDe } from './presets-de.ts';
import { presetsEn } from './presets-en.ts';

export const presetIds = [
  'standardWork',
  'tuesdayFriday',
  'midweek',
  'creatorWeek',
  'fiveBeats',
  'solo',
  'preShoot',
  'debrief',
  'dailyReflex',
  'supervision',
  'leadership',
  'ritualAndHuddle',
  'reviewDaily',
  'circle',
  'standUp',
  'reflection',
  'decisionBrief',
] as const;
export type PresetId = (typeof presetIds)[number];

/** Raise it when a preset changes: a routine keeps from which version it came. */
export const PRESET_VERSION = 1;

interface Part {
  /** The name of its texts within the preset. */
  id: string;
  kind: RoutineKind;
  anchorMoment: AnchorMoment;
  rhythm: Rhythm;
  time: string;
  minutes: number;
  steps?: readonly { id: string; kind: Body<'routine'>['steps'][number]['kind']; target: number }[];
}

export interface Preset {
  /** For whom: a coach's own, a person's with their coach, one who works alone, a team. */
  for: 'coach' | 'person' | 'solo' | 'team';
  parts: readonly Part[];
}

const on = (...days: number[]): Rhythm => ({ every: 'week', days });
const daily: Rhythm = { every: 'day' };
const [MON, TUE, WED, THU, FRI] = [1, 2, 3, 4, 5] as const;

export const presets: Readonly<Record<PresetId, Preset>> = {
  standardWork: {
    for: 'coach',
    parts: [
      {
        id: 'day',
        kind: 'standardWork',
        anchorMoment: 'startOfDay',
        rhythm: daily,
        time: '17:00',
        minutes: 15,
        steps: [
          { id: 'indicators', kind: 'indicators', target: 1 },
          { id: 'fieldWalk', kind: 'fieldWalk', target: 1 },
          { id: 'checkIns', kind: 'checkIns', target: 2 },
          { id: 'recognition', kind: 'recognition', target: 1 },
          { id: 'escalations', kind: 'escalations', target: 1 },
        ],
      },
    ],
  },
  tuesdayFriday: {
    for: 'person',
    parts: [
      {
        id: 'checkIn',
        kind: 'checkIn',
        anchorMoment: 'startOfDay',
        rhythm: on(TUE),
        time: '10:00',
        minutes: 5,
      },
      { id: 'recap', kind: 'recap', anchorMoment: 'endOfWeek', rhythm: on(FRI), time: '15:00', minutes: 10 },
      {
        id: 'message',
        kind: 'feedback',
        anchorMoment: 'afterMissedDay',
        rhythm: { every: 'event', event: 'missedDay', withinHours: 24 },
        time: '12:00',
        minutes: 2,
      },
    ],
  },
  midweek: {
    for: 'person',
    parts: [
      {
        id: 'checkIn',
        kind: 'checkIn',
        anchorMoment: 'middleOfWeek',
        rhythm: on(WED),
        time: '10:00',
        minutes: 5,
      },
      {
        id: 'show',
        kind: 'practice',
        anchorMoment: 'middleOfWeek',
        rhythm: on(THU),
        time: '16:00',
        minutes: 2,
      },
      {
        id: 'pattern',
        kind: 'review',
        anchorMoment: 'endOfWeek',
        rhythm: on(FRI),
        time: '15:00',
        minutes: 10,
      },
    ],
  },
  creatorWeek: {
    for: 'person',
    parts: [
      {
        id: 'clip',
        kind: 'review',
        anchorMoment: 'contentReview',
        rhythm: on(MON),
        time: '11:00',
        minutes: 10,
      },
      {
        id: 'rehearsal',
        kind: 'rehearsal',
        anchorMoment: 'beforeShoot',
        rhythm: on(WED),
        time: '11:00',
        minutes: 10,
      },
      { id: 'notes', kind: 'recap', anchorMoment: 'endOfWeek', rhythm: on(FRI), time: '15:00', minutes: 5 },
    ],
  },
  fiveBeats: {
    for: 'person',
    parts: [
      {
        id: 'plan',
        kind: 'planning',
        anchorMoment: 'startOfDay',
        rhythm: on(MON),
        time: '10:00',
        minutes: 10,
      },
      {
        id: 'nudge',
        kind: 'checkIn',
        anchorMoment: 'middleOfWeek',
        rhythm: on(WED),
        time: '10:00',
        minutes: 5,
      },
      {
        id: 'practice',
        kind: 'practice',
        anchorMoment: 'endOfDay',
        rhythm: on(WED),
        time: '17:00',
        minutes: 10,
      },
      { id: 'review', kind: 'review', anchorMoment: 'endOfDay', rhythm: on(THU), time: '17:00', minutes: 15 },
      {
        id: 'reflection',
        kind: 'reflection',
        anchorMoment: 'endOfWeek',
        rhythm: on(FRI),
        time: '15:00',
        minutes: 10,
      },
      {
        id: 'month',
        kind: 'review',
        anchorMoment: 'other',
        rhythm: { every: 'month', date: 28 },
        time: '15:00',
        minutes: 15,
      },
    ],
  },
  solo: {
    for: 'solo',
    parts: [
      { id: 'card', kind: 'selfReview', anchorMoment: 'endOfDay', rhythm: daily, time: '18:00', minutes: 5 },
      { id: 'week', kind: 'review', anchorMoment: 'endOfWeek', rhythm: on(FRI), time: '15:00', minutes: 15 },
    ],
  },
  preShoot: {
    for: 'solo',
    parts: [
      {
        id: 'look',
        kind: 'calibration',
        anchorMoment: 'beforeShoot',
        rhythm: { every: 'event', event: 'shoot', withinHours: 1 },
        time: '09:00',
        minutes: 7,
      },
    ],
  },
  debrief: {
    for: 'person',
    parts: [
      {
        id: 'debrief',
        kind: 'review',
        anchorMoment: 'afterPost',
        rhythm: { every: 'event', event: 'publish', withinHours: 24 },
        time: '12:00',
        minutes: 5,
      },
    ],
  },
  dailyReflex: {
    for: 'coach',
    parts: [
      {
        id: 'reflex',
        kind: 'feedback',
        anchorMoment: 'beforeWork',
        rhythm: daily,
        time: '16:00',
        minutes: 5,
      },
    ],
  },
  supervision: {
    for: 'person',
    parts: [
      { id: 'week', kind: 'review', anchorMoment: 'endOfWeek', rhythm: on(FRI), time: '14:00', minutes: 15 },
      {
        id: 'month',
        kind: 'review',
        anchorMoment: 'other',
        rhythm: { every: 'month', date: 28 },
        time: '14:00',
        minutes: 15,
      },
      {
        id: 'quarter',
        kind: 'review',
        anchorMoment: 'other',
        rhythm: { every: 'quarter', date: 5 },
        time: '14:00',
        minutes: 15,
      },
    ],
  },
  leadership: {
    for: 'coach',
    parts: [
      {
        id: 'habit',
        kind: 'review',
        anchorMoment: 'contentReview',
        rhythm: on(THU),
        time: '15:00',
        minutes: 15,
      },
    ],
  },
  ritualAndHuddle: {
    for: 'team',
    parts: [
      {
        id: 'ritual',
        kind: 'feedback',
        anchorMoment: 'middleOfWeek',
        rhythm: on(WED),
        time: '11:00',
        minutes: 15,
      },
      {
        id: 'huddle',
        kind: 'huddle',
        anchorMoment: 'teamMeeting',
        rhythm: on(MON),
        time: '09:30',
        minutes: 10,
      },
    ],
  },
  reviewDaily: {
    for: 'coach',
    parts: [
      { id: 'huddle', kind: 'huddle', anchorMoment: 'startOfDay', rhythm: daily, time: '09:30', minutes: 10 },
      {
        id: 'feedback',
        kind: 'feedback',
        anchorMoment: 'beforeWork',
        rhythm: daily,
        time: '14:00',
        minutes: 5,
      },
      { id: 'review', kind: 'review', anchorMoment: 'endOfDay', rhythm: daily, time: '17:00', minutes: 15 },
    ],
  },
  circle: {
    for: 'team',
    parts: [
      {
        id: 'circle',
        kind: 'circle',
        anchorMoment: 'teamMeeting',
        rhythm: on(THU),
        time: '11:00',
        minutes: 15,
      },
    ],
  },
  standUp: {
    for: 'team',
    parts: [
      {
        id: 'standUp',
        kind: 'huddle',
        anchorMoment: 'startOfDay',
        rhythm: daily,
        time: '09:30',
        minutes: 10,
      },
    ],
  },
  reflection: {
    for: 'team',
    parts: [
      {
        id: 'session',
        kind: 'reflection',
        anchorMoment: 'endOfWeek',
        rhythm: on(FRI),
        time: '14:00',
        minutes: 15,
      },
    ],
  },
  decisionBrief: {
    for: 'coach',
    parts: [
      {
        id: 'brief',
        kind: 'review',
        anchorMoment: 'startOfSprint',
        rhythm: on(MON),
        time: '11:00',
        minutes: 15,
      },
    ],
  },
};

/** What Sideline learns of by itself. Nothing tells it yet that a clip came out or that a shoot is near. */
const NOTICED: readonly RoutineEvent[] = ['missedDay'];

/** The presets that can come due in all their parts. */
export const offeredPresets: readonly PresetId[] = presetIds.filter(id =>
  presets[id].parts.every(({ rhythm }) => rhythm.every !== 'event' || NOTICED.includes(rhythm.event)),
);

const TEXTS = { en: presetsEn, de: presetsDe };

/** A preset's words in a language; in English where it has none. */
export function presetTexts(id: PresetId, language: string): PresetTexts[PresetId] {
  return inLanguage<PresetTexts>(TEXTS, language)[id];
}

/** The bodies of the routines that a preset makes, to be changed or saved as they are. */
export function routinesFrom(
  id: PresetId,
  {
    language,
    from,
    behaviourId,
    metric,
  }: { language: string; from: string; behaviourId?: string; metric?: string },
): Body<'routine'>[] {
  const texts = presetTexts(id, language);
  return presets[id].parts.map(({ id: part, steps = [], ...rest }) => {
    const words = texts.parts[part];
    return {
      ...rest,
      name: words?.name ?? texts.name,
      steps: (words?.steps ?? []).map((text, at) => ({
        ...(steps[at] ?? { id: `step${at + 1}`, kind: 'own' as const, target: 1 }),
        text,
      })),
      ...(texts.plain ? { plain: texts.plain } : {}),
      ...(behaviourId === undefined ? {} : { behaviourId }),
      ...(metric === undefined ? {} : { metric }),
      from,
      preset: { id, version: PRESET_VERSION },
    };
  });
}

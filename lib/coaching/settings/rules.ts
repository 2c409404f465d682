/** What a workspace's settings mean for the coaching rules; the same on every device and on the server. */
import { type Calendar, localCalendar } from '#lib/coaching/calendar.ts';
import type { LoopClocks } from '#lib/coaching/loop/clocks.ts';
import { DEFAULT_PATTERNS, type PatternSettings } from '#lib/coaching/stalls/patterns.ts';
import type { StallSettings } from '#lib/coaching/stalls/stalls.ts';
import type { Body } from '#lib/records/types.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { DEFAULTS, type NumberSetting } from './defaults.ts';

type Given = Body<'settings'>;

export interface Rules {
  calendar: Calendar;
  clocks: LoopClocks;
  stalls: StallSettings;
  patterns: PatternSettings;
  notesADay: number;
  audience: 'pair' | 'coaches';
  /** Minutes after midnight. */
  quiet: { from: number; to: number };
}

const NONE: Given = {};
const known = new WeakMap<Given, Rules>();

/** `settings` is the body of the record that counts, if there is one. The answer for the same body is the same object. */
export function rulesOf({ settings = NONE }: { settings?: Given | undefined }): Rules {
  const rules = known.get(settings) ?? readRules(settings);
  known.set(settings, rules);
  return rules;
}

/** A number as it is set, or as it is by default. */
export function numberSetting(settings: Given, name: NumberSetting): number {
  return settings[name] ?? DEFAULTS[name];
}

function readRules(given: Given): Rules {
  const hours = (name: NumberSetting) => numberSetting(given, name) * HOUR;
  const days = (name: NumberSetting) => numberSetting(given, name) * DAY;
  const clocks: LoopClocks = {
    note: hours('noteHours'),
    answer: hours('answerHours'),
    reply: hours('replyHours'),
    commitment: hours('commitmentHours'),
    verdict: days('verdictDays'),
  };
  return {
    calendar: calendarOf(given),
    clocks,
    stalls: {
      daysWithoutLog: numberSetting(given, 'noEntryDays'),
      commitmentGrace: days('overdueDays'),
      coachSilence: days('silentDays'),
      clocks,
    },
    patterns: { ...DEFAULT_PATTERNS, window: days('patternDays') },
    notesADay: numberSetting(given, 'notesADay'),
    audience: given.audience ?? DEFAULTS.audience,
    quiet: { from: given.quietFrom ?? DEFAULTS.quietFrom, to: given.quietTo ?? DEFAULTS.quietTo },
  };
}

/** The week as the workspace sets it, else as people have it where the time zone is. */
function calendarOf({ timeZone, weekStart, restDays }: Given): Calendar {
  return {
    ...localCalendar(),
    ...(timeZone !== undefined && isTimeZone(timeZone) ? { timeZone } : {}),
    ...(weekStart === undefined ? {} : { weekStart }),
    ...(restDays === undefined
      ? {}
      : { workdays: [0, 1, 2, 3, 4, 5, 6].filter(day => !restDays.includes(day)) }),
  };
}

/** Browsers and servers of different age know different zones; an unknown one must not break anything. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

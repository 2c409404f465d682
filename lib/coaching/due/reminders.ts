/**
 * Decides when to remind a person, and of what. News waits five minutes and is combined into one notification;
 * recognition comes at once. Quiet hours and the daily limit apply. Pure: the state goes in and comes out.
 */

import { MAX_NOTES_A_DAY } from '#lib/coaching/behaviours/limits.ts';
import { addDays, type Calendar, type Day, dayOf } from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { distinct, subjectOf } from '#lib/coaching/history.ts';
import { DEFAULT_CLOCKS, type LoopClocks } from '#lib/coaching/loop/clocks.ts';
import { DEFAULTS } from '#lib/coaching/settings/defaults.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { DAY, HOUR, MINUTE } from '#lib/time.ts';
import { type OwedStep, owedBy } from './today.ts';
import type { Waiting } from './waiting.ts';

/** How long news waits for more news, in ms. Each further note restarts the wait. */
export const BATCH = 5 * MINUTE;
/** How long before a step's deadline we remind of it, in ms. */
export const SOON = 2 * HOUR;
/** Anything older than this is no longer news, in ms: a device that was off for a week doesn't announce it. */
const NEWS_AGE = 3 * DAY;
/** Notifications a day: as many as a person gets notes by default, whatever an owner sets for notes. */
export const MOST_A_DAY = MAX_NOTES_A_DAY;

export interface ReminderSettings {
  /** Notifications, if the person wants them. The number on the button is always shown. */
  notify: boolean;
  /** Minutes after midnight. From evening to morning, or within a day; equal values mean no quiet hours. */
  quietFrom: number;
  quietTo: number;
  /** Weekdays that are quiet all day, 0 is Sunday. */
  quietDays: readonly number[];
}

export const DEFAULT_REMINDERS: ReminderSettings = {
  notify: false,
  quietFrom: DEFAULTS.quietFrom,
  quietTo: DEFAULTS.quietTo,
  quietDays: [0, 6],
};

/** When a person hears nothing: as they set it, and on the days on which they are away. */
export type QuietTimes = Omit<ReminderSettings, 'notify'> & { isAway?: (day: Day) => boolean };

export type NoticeKind = 'recognition' | 'news' | 'due';

export interface Notice {
  /** One for each thing; announced once. */
  key: string;
  kind: NoticeKind;
  /** True if it is about other people's work, and so belongs in the view of people. */
  coach: boolean;
}

/**
 * What we could tell this member at `now`: what others wrote to them that still waits for them, recognition they have
 * not seen, and their own steps that are due soon. What has been settled since is left out.
 */
export function noticesFor(
  records: readonly Envelope[],
  memberId: string,
  now: number,
  clocks: LoopClocks = DEFAULT_CLOCKS,
): Notice[] {
  const live = distinct(records);
  const met = new Set(
    live
      .filter(
        ({ type, authorId }) => authorId === memberId && (type === 'seen' || type === 'acknowledgement'),
      )
      .flatMap(({ refs }) => refs),
  );
  const praise = live.flatMap((note): Notice[] =>
    isType(note, 'note') &&
    note.body.kind === 'recognition' &&
    subjectOf(note) === memberId &&
    note.authorId !== memberId &&
    note.createdAt > now - NEWS_AGE &&
    !met.has(note.id)
      ? [{ key: `praise|${note.id}`, kind: 'recognition', coach: false }]
      : [],
  );
  const owed = owedBy(live, memberId, now, clocks);
  const coach = (step: OwedStep) => step.note.authorId === memberId && step.withId !== memberId;
  const news = owed.flatMap((step): Notice[] => {
    if (step.note.body.kind === 'recognition') return [];
    const cause = causeOf(step, memberId);
    return cause && cause.createdAt > now - NEWS_AGE
      ? [{ key: `news|${cause.id}`, kind: 'news', coach: coach(step) }]
      : [];
  });
  const due = owed.flatMap((step): Notice[] =>
    step.note.body.kind !== 'recognition' && step.dueAt - SOON <= now && now < step.dueAt + DAY
      ? [{ key: `due|${step.note.id}|${step.step}|${step.dueAt}`, kind: 'due', coach: coach(step) }]
      : [],
  );
  return [...new Map([...praise, ...news, ...due].map(notice => [notice.key, notice])).values()];
}

/** Somebody else's record that made it this member's turn; null if time alone did, or they themselves. */
function causeOf({ step, note, loop }: OwedStep, memberId: string): Envelope | null {
  const cause =
    step === 'answer'
      ? (loop.reply ?? note)
      : step === 'reply'
        ? loop.acknowledgement
        : step === 'verdict'
          ? (loop.evidence.at(-1) ?? null)
          : step === 'commitment'
            ? loop.verdict
            : null;
  return cause && cause.authorId !== memberId ? cause : null;
}

/**
 * The number on the toolbar button: what this member owes now. Evidence counts from the day before it is due. Several
 * steps on one note count once. Patterns and stalls that name the member are added.
 */
export function owedNow(
  owed: readonly OwedStep[],
  waiting: readonly Waiting[],
  now: number,
): { mine: number; people: number } {
  const pressing = owed.filter(({ step, dueAt }) => step !== 'evidence' || dueAt <= now + DAY);
  const notes = new Set(pressing.map(({ note }) => note.id));
  const people = new Set(waiting.map(({ id }) => id)).size;
  const both = waiting.filter(item => 'step' in item && notes.has(item.step.note.id)).length;
  return { mine: notes.size - both, people };
}

export interface ReminderState {
  /** Keys of what the person was told, or already had in view when reminders began. */
  told: readonly string[];
  /** Keys of what is still waiting. */
  waiting: readonly string[];
  /** When the latest of these arrived, in ms. */
  lastAt: number;
  /** How many notifications were shown on this day. */
  day: Day;
  sent: number;
}

export interface ReminderPlan {
  state: ReminderState;
  /** What to announce now, in one notification; empty for nothing. */
  due: readonly Notice[];
  /** When to look again, in ms; null if nothing is waiting. */
  wakeAt: number | null;
}

/**
 * What to announce now and when to look again. `notices` is what there is to announce at `now`. Without a state all of
 * it counts as known, so that a new device starts silently.
 */
export function planReminders(
  before: ReminderState | undefined,
  notices: readonly Notice[],
  now: number,
  settings: ReminderSettings & QuietTimes,
  calendar: Calendar,
): ReminderPlan {
  const keys = notices.map(notice => notice.key);
  const day = dayOf(now, calendar);
  const sent = before?.day === day ? before.sent : 0;
  const rest = { told: keys, waiting: [], lastAt: 0, day, sent };
  if (!settings.notify || !before) return { state: rest, due: [], wakeAt: null };

  // Keep only keys that can still occur, so that the state does not grow.
  const told = before.told.filter(key => keys.includes(key));
  const open = notices.filter(notice => !told.includes(notice.key));
  const fresh = open.some(notice => !before.waiting.includes(notice.key) && notice.kind !== 'recognition');
  const lastAt = fresh ? now : before.lastAt;
  const waitFor = (wakeAt: number | null, due: readonly Notice[] = []): ReminderPlan => {
    const gone = new Set(due.map(notice => notice.key));
    return {
      state: {
        told: [...told, ...gone],
        waiting: open.map(notice => notice.key).filter(key => !gone.has(key)),
        lastAt,
        day,
        sent: sent + (due.length > 0 ? 1 : 0),
      },
      due,
      wakeAt,
    };
  };
  if (open.length === 0) return waitFor(null);
  const loud = loudAt(now, settings, calendar);
  if (loud !== now) return waitFor(loud);
  if (sent >= MOST_A_DAY) return waitFor(loudAt(nextDay(now, calendar), settings, calendar));
  const batchAt = lastAt + BATCH;
  if (batchAt <= now) return waitFor(null, open);
  const praise = open.filter(({ kind }) => kind === 'recognition');
  return waitFor(praise.length < open.length ? batchAt : null, praise);
}

/** The first minute from `now` on that is not quiet; null if every day is quiet. */
export function loudAt(now: number, settings: QuietTimes, calendar: Calendar): number | null {
  if (!isQuiet(now, settings, calendar)) return now;
  const from = backAt(now, settings, calendar);
  if (from === null) return null;
  if (!isQuiet(from, settings, calendar)) return from;
  const minute = from - (from % MINUTE);
  for (let at = minute + MINUTE; at <= minute + 8 * DAY; at += MINUTE) {
    if (!isQuiet(at, settings, calendar)) return at;
  }
  return null;
}

/** Whoever is away for longer is not waited for: leave may have been entered for all time. In days. */
const LONGEST_LEAVE = 400;

/** When whoever is away at `now` is back: the next day begins on which they are not. Null if that is too far ahead. */
function backAt(now: number, { isAway = () => false }: QuietTimes, calendar: Calendar): number | null {
  const today = dayOf(now, calendar);
  if (!isAway(today)) return now;
  for (let days = 1; days <= LONGEST_LEAVE; days++) {
    const day = addDays(today, days);
    if (!isAway(day)) return instantAt(day, '00:00', calendar);
  }
  return null;
}

export function isQuiet(at: number, settings: QuietTimes, calendar: Calendar): boolean {
  const { weekday, minutes } = clockOf(at, calendar);
  if (settings.quietDays.includes(weekday)) return true;
  const { quietFrom: from, quietTo: to } = settings;
  const isQuietHour = from <= to ? from <= minutes && minutes < to : from <= minutes || minutes < to;
  return isQuietHour || (settings.isAway?.(dayOf(at, calendar)) ?? false);
}

function nextDay(now: number, calendar: Calendar): number {
  const today = dayOf(now, calendar);
  let at = now - (now % MINUTE);
  while (dayOf(at, calendar) === today) at += MINUTE;
  return at;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Weekday and minutes after midnight in the calendar's time zone. */
function clockOf(at: number, { timeZone }: Calendar): { weekday: number; minutes: number } {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? ''),
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/**
 * On which weekday a week begins, and on which people rest, by country. The browser knows it for each country
 * (CLDR); where it does not say, a short table does. Weekdays are numbers, 0 is Sunday.
 */
export interface Week {
  start: number;
  rest: readonly number[];
}

const MONDAY_TO_FRIDAY: Week = { start: 1, rest: [6, 0] };
const SUNDAY_TO_THURSDAY: Week = { start: 0, rest: [5, 6] };

/**
 * Countries that rest on Friday and Saturday. Their time zones name them: somebody who works in Tel Aviv with an
 * American browser rests as Tel Aviv does.
 */
const FRIDAY_AND_SATURDAY: Readonly<Record<string, readonly string[]>> = {
  AF: ['Asia/Kabul'],
  BH: ['Asia/Bahrain'],
  DZ: ['Africa/Algiers'],
  EG: ['Africa/Cairo'],
  IL: ['Asia/Jerusalem', 'Asia/Tel_Aviv', 'Israel'],
  IQ: ['Asia/Baghdad'],
  JO: ['Asia/Amman'],
  KW: ['Asia/Kuwait'],
  LY: ['Africa/Tripoli'],
  OM: ['Asia/Muscat'],
  QA: ['Asia/Qatar'],
  SA: ['Asia/Riyadh'],
  SD: ['Africa/Khartoum'],
  SY: ['Asia/Damascus'],
  YE: ['Asia/Aden'],
};

interface WeekInfo {
  /** 1 is Monday, 7 Sunday. */
  firstDay: number;
  weekend: readonly number[];
}

/** Chromium has the method, earlier versions the property, and Firefox perhaps neither. */
type WithWeek = Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo };

/** The week where a time zone is, else that of a language and country such as `he-IL`; by default the browser's own. */
export function weekIn(timeZone: string, locale = new Intl.DateTimeFormat().resolvedOptions().locale): Week {
  const byZone = Object.entries(FRIDAY_AND_SATURDAY).find(([, zones]) => zones.includes(timeZone))?.[0];
  const region = byZone ?? new Intl.Locale(locale).maximize().region ?? '';
  const place: WithWeek = new Intl.Locale(region === '' ? locale : `und-${region}`);
  const info = place.getWeekInfo?.() ?? place.weekInfo;
  if (!info) return Object.hasOwn(FRIDAY_AND_SATURDAY, region) ? SUNDAY_TO_THURSDAY : MONDAY_TO_FRIDAY;
  return { start: info.firstDay % 7, rest: info.weekend.map(day => day % 7) };
}

/**
 * Shows the number on the toolbar button, and notifications where the person asked for them.
 * lib/coaching/due/reminders.ts decides what to show and when. The only state is in the database, and an alarm
 * restarts the worker if it is killed while news is waiting.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type Day, isOnLeave } from '#lib/coaching/calendar.ts';
import {
  type Notice,
  noticesFor,
  owedNow,
  planReminders,
  type ReminderState,
} from '#lib/coaching/due/reminders.ts';
import { owedBy } from '#lib/coaching/due/today.ts';
import { waitingFor } from '#lib/coaching/due/waiting.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { type Owed, saveOwed } from '#lib/device/owed.ts';
import { rememberPairings } from '#lib/device/pairings.ts';
import { loadReminders } from '#lib/device/reminders.ts';
import { loadTeam } from '#lib/device/team.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';
import { personRecords } from '#lib/store/queries/person.ts';
import { notificationId } from './notifications.ts';

/** The alarm that wakes the background when a reminder is due. */
export const REMINDERS_ALARM = 'reminders';

/** The button's own colours in both schemes: an accent, never a warning. */
const BADGE = { back: '#0b6e4f', ink: '#ffffff' };
const MOST_ON_BADGE = 99;

interface KeptState extends ReminderState {
  workspaceId: string;
}

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    'reminder-state': KeptState;
  }
}

export function createReminders(db: SidelineDb) {
  let running: Promise<void> | undefined;
  let again = false;

  /**
   * Counts again, shows what is due, and sets the alarm for the rest. One run at a time; a call during a run makes it
   * run once more.
   */
  function look(): Promise<void> {
    again = true;
    running ??= (async () => {
      try {
        while (again) {
          again = false;
          await once(db, Date.now());
        }
      } catch (error) {
        // If counting fails, the next wake-up counts again. Nothing else depends on it.
        console.warn('[sideline] reminders:', error);
      } finally {
        running = undefined;
      }
    })();
    return running;
  }

  return { look };
}

async function once(db: SidelineDb, now: number): Promise<void> {
  const identity = await loadIdentity(db);
  const { workspaceId, memberId } = identity;
  await rememberPairings(db, identity, now);
  const team = await loadTeam(db, identity, now);
  const records = [...(await personRecords(db, workspaceId, memberId)), ...team.records];
  const { clocks, stalls, patterns } = rulesOf(identity);
  const waiting = waitingFor(team, memberId, now, stalls, patterns);
  await count(db, owedNow(owedBy(records, memberId, now, clocks), waiting, now));
  const isAway = (day: Day) => isOnLeave(memberId, day, team.leave ?? []);
  await notifyDue(db, identity, noticesFor(records, memberId, now, clocks), isAway, now);
}

async function count(db: SidelineDb, owed: Owed): Promise<void> {
  await saveOwed(db, owed);
  const total = owed.mine + owed.people;
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: BADGE.back }),
    browser.action.setBadgeTextColor({ color: BADGE.ink }),
    browser.action.setBadgeText({ text: total === 0 ? '' : String(Math.min(total, MOST_ON_BADGE)) }),
    browser.action.setTitle({
      title: total === 0 ? i18n.t('actionTitle') : i18n.t('reminders.owed', total),
    }),
  ]);
}

async function notifyDue(
  db: SidelineDb,
  identity: Identity,
  notices: readonly Notice[],
  isAway: (day: Day) => boolean,
  now: number,
): Promise<void> {
  const kept = await readMeta(db, 'reminder-state');
  const before = kept?.workspaceId === identity.workspaceId ? kept : undefined;
  const settings = await loadReminders(db, identity);
  const allowed = settings.notify && (await browser.permissions.contains({ permissions: ['notifications'] }));
  const plan = planReminders(
    before,
    notices,
    now,
    { ...settings, notify: allowed, isAway },
    rulesOf(identity).calendar,
  );
  const value: KeptState = { ...plan.state, workspaceId: identity.workspaceId };
  // Save before notifying: if the worker dies in between, the person is notified once too few rather than twice.
  if (JSON.stringify(value) !== JSON.stringify(kept)) await writeMeta(db, 'reminder-state', value);
  if (plan.wakeAt === null) await browser.alarms.clear(REMINDERS_ALARM);
  else await browser.alarms.create(REMINDERS_ALARM, { when: plan.wakeAt });
  if (plan.due.length > 0) await notify(plan.due);
}

/** One notification with the number of things and no words from any note, because others may see this screen. */
async function notify(notices: readonly Notice[]): Promise<void> {
  const praise = notices.filter(({ kind }) => kind === 'recognition').length;
  const other = notices.length - praise;
  const lines = [
    ...(praise > 0 ? [i18n.t('reminders.praise', praise)] : []),
    ...(other > 0 ? [i18n.t('reminders.waiting', other)] : []),
  ];
  const view = notices.every(({ coach }) => coach) ? 'people' : 'today';
  const { id: windowId } = await browser.windows.getLastFocused();
  await browser.notifications.create(notificationId(view, windowId), {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: i18n.t('extName'),
    message: lines.join('\n'),
  });
}

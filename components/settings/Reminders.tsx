import { useEffect, useId, useState } from 'react';
import { browser } from 'wxt/browser';
import { TimeField } from '#components/ui/TimeField.tsx';
import { weekdays } from '#components/ui/weekdays.ts';
import { i18n } from '#i18n';
import { firstWeekday } from '#lib/coaching/calendar.ts';
import type { ReminderSettings } from '#lib/coaching/due/reminders.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { loadReminders, saveReminders } from '#lib/device/reminders.ts';
import { ask } from '#lib/messages/ask.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/**
 * Switches notifications on, and sets quiet times. The browser asks for its permission when the person uses the
 * switch.
 */
export function Reminders({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const id = useId();
  const [settings, setSettings] = useState<ReminderSettings | undefined>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let gone = false;
    void loadReminders(db, identity).then(found => {
      if (!gone) setSettings(found);
    });
    return () => {
      gone = true;
    };
  }, [db, identity]);
  if (!settings) return null;

  async function change(changes: Partial<ReminderSettings>): Promise<void> {
    if (!settings) return;
    const changed = { ...settings, ...changes };
    setSettings(changed);
    await saveReminders(db, changed);
    await ask('sync.now', null);
  }

  async function turn(on: boolean): Promise<void> {
    // Must come first: the browser asks only during the press itself.
    const allowed = on ? await browser.permissions.request(NOTIFICATIONS) : false;
    setRefused(on && !allowed);
    await change({ notify: allowed });
    if (!allowed) await browser.permissions.remove(NOTIFICATIONS);
  }

  const { notify, quietFrom, quietTo, quietDays } = settings;
  return (
    <>
      <p className="hint">{i18n.t('reminders.badge')}</p>
      <label className="row">
        <input
          type="checkbox"
          className="switch"
          checked={notify}
          aria-describedby={id}
          onChange={event => void turn(event.target.checked)}
        />
        <span>{i18n.t('reminders.notify')}</span>
      </label>
      <p className="hint" id={id}>
        {i18n.t('reminders.how')}
      </p>
      <div aria-live="polite">{refused && <p className="banner">{i18n.t('reminders.notAllowed')}</p>}</div>
      {notify && (
        <>
          <fieldset className="field">
            <legend className="legend">{i18n.t('reminders.quietHours')}</legend>
            <div className="row wrap">
              <TimeField
                label={i18n.t('reminders.from')}
                minutes={quietFrom}
                onChange={minutes => void change({ quietFrom: minutes })}
              />
              <TimeField
                label={i18n.t('reminders.to')}
                minutes={quietTo}
                onChange={minutes => void change({ quietTo: minutes })}
              />
            </div>
          </fieldset>
          <fieldset className="field">
            <legend className="legend">{i18n.t('reminders.quietDays')}</legend>
            <div className="choices">
              {weekdays(firstWeekday(rulesOf(identity).calendar)).map(({ day, name }) => (
                <label key={day} className="choice">
                  <input
                    type="checkbox"
                    checked={quietDays.includes(day)}
                    onChange={event =>
                      void change({
                        quietDays: event.target.checked
                          ? [...quietDays, day]
                          : quietDays.filter(each => each !== day),
                      })
                    }
                  />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </>
  );
}

/** The number on the button, and notifications where they were asked for: with a real worker that may die at any time. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Person } from '#testing/browser/extension.ts';
import type { Cast } from '#testing/server/cast.ts';
import { expect, found, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

let cast: Cast;
let rep: Person;
let settings: Page | undefined;
test.beforeAll(async ({ people, servers }) => {
  cast = await servers.startCast();
  rep = await people.launchAs(cast.rep, cast, { permissions: ['notifications'] });
});

test.describe('the number on the button', () => {
  test('says what I owe, and goes when it is done', async () => {
    const note = cast.coach.note(cast.rep);
    await cast.coach.push(note);
    await expect.poll(badge, 'a 1 on the button').toBe('1');
    expect(await inWorker(() => chrome.action.getTitle({}))).toBe('Sideline: 1 thing waits for you');
    await cast.rep.push(accepted(note), promise(note));
    await rep.extensionPage('sidepanel.html').then(page => page.close());
    // The server tells no device of what it did itself: the next wake-up finds it.
    await inWorker(() => chrome.alarms.create('sync', { when: Date.now(), periodInMinutes: 5 }));
    await expect.poll(badge, 'an empty button').toBe('');
  });

  test('is there again after the worker died', async () => {
    await cast.coach.push(cast.coach.note(cast.rep));
    await expect.poll(badge, 'a 1 on the button').toBe('1');
    await rep.killWorker();
    await rep.extensionPage('sidepanel.html').then(page => page.close());
    expect(await badge()).toBe('1');
  });
});

test.describe('notifications', () => {
  let options: Page;
  test.beforeAll(async () => {
    options = await rep.extensionPage('options.html');
    settings = options;
  });

  test('are off until the switch, and quiet when one wants', async () => {
    const reminders = options.getByRole('region', { name: 'Reminders' });
    const notify = reminders.getByRole('checkbox', { name: 'Also notify me on this device' });
    await expect(notify).not.toBeChecked();
    await notify.click();
    await expect(reminders.getByText('Quiet hours')).toBeVisible();
    await expect(reminders.getByLabel('From')).toHaveValue('18:00');
    await expect(reminders.getByRole('checkbox', { name: 'Sun' })).toBeChecked();
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      await options.setViewportSize({ width: 320, height: 900 });
      await options.screenshot({ path: `screenshots/reminders-${colorScheme}.png`, fullPage: true });
      const { violations } = await new AxeBuilder({ page: options }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    // Whatever the hour is at which this runs.
    for (const day of ['Sat', 'Sun']) await reminders.getByRole('checkbox', { name: day }).uncheck();
    await reminders.getByLabel('From').fill('00:00');
    // A time is taken on leaving its field.
    await reminders.getByLabel('to', { exact: true }).fill('00:00');
    await reminders.getByLabel('to', { exact: true }).press('Enter');
    await options.reload();
    await expect(reminders.getByLabel('to', { exact: true })).toHaveValue('00:00');
    expect(await shown()).toEqual([]);
  });

  test('tell of recognition at once, and never show a word of it', async () => {
    await cast.coach.push(
      cast.coach.note(cast.rep, { body: { kind: 'recognition', observation: 'You let her finish.' } }),
    );
    const one = [expect.stringMatching(/^sideline\|today\|\d+$/)];
    await expect.poll(shown, 'a notification').toEqual(one);
    await clear();
  });

  test('wait five minutes with news, outlive the worker, and come as one', async () => {
    await cast.coach.push(cast.coach.note(cast.rep), cast.coach.note(cast.rep));
    const at = await found(alarm, 'the alarm');
    expect(at - Date.now()).toBeGreaterThan(4 * 60_000);
    expect(at - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    expect(await shown()).toEqual([]);
    await letTimePass(options, 5 * 60_000);
    await inWorker(() => chrome.alarms.create('reminders', { when: Date.now() + 500 }));
    await rep.killWorker();
    await expect.poll(shown, 'one notification for both').toHaveLength(1);
  });

  test('open what waits when they are clicked', async () => {
    const opened = rep.context.waitForEvent('page');
    // No automation clicks a notification of the system: the event is the same, without the gesture.
    await inWorker(async () => {
      const [id] = Object.keys(
        await new Promise<Record<string, unknown>>(done => chrome.notifications.getAll(done)),
      );
      (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch(id ?? '');
    });
    const page = await opened;
    await expect(page.getByRole('tab', { name: /^Today/, selected: true })).toBeVisible();
    expect(await shown()).toEqual([]);
  });
});

function badge(): Promise<string> {
  return inWorker(() => chrome.action.getBadgeText({}));
}

/** Ids of the notifications on show. */
function shown(): Promise<string[]> {
  return inWorker(async () =>
    Object.keys(await new Promise<Record<string, unknown>>(done => chrome.notifications.getAll(done))),
  );
}

async function clear(): Promise<void> {
  for (const id of await shown()) {
    const page = await rep.extensionPage('options.html');
    await page.evaluate(each => chrome.notifications.clear(each), id);
    await page.close();
  }
}

function alarm(): Promise<number | undefined> {
  return inWorker(async () => (await chrome.alarms.get('reminders'))?.scheduledTime);
}

/** In the background as it is now: a page of ours wakes it if it is dead. */
async function inWorker<T>(work: () => Promise<T>): Promise<T> {
  return found(async () => {
    try {
      return { value: await (await rep.worker()).evaluate(work) };
    } catch {
      await settings?.evaluate(() => chrome.runtime.sendMessage({ sideline: 'sync.now', input: null }));
      return undefined;
    }
  }, 'the background to answer').then(({ value }) => value);
}

/** The news is as much older: its last coming is all that counts. */
async function letTimePass(page: Page, ms: number): Promise<void> {
  await page.evaluate(
    by =>
      new Promise<void>((done, fail) => {
        const open = indexedDB.open('sideline');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const store = open.result.transaction('meta', 'readwrite').objectStore('meta');
          const read = store.get('reminder-state');
          read.onsuccess = () => {
            const row = read.result as { key: string; value: { lastAt: number } };
            store.put({ ...row, value: { ...row.value, lastAt: row.value.lastAt - by } }).onsuccess = () => {
              open.result.close();
              done();
            };
          };
        };
      }),
    ms,
  );
}

function accepted(note: Envelope): Envelope {
  return answerBy('acknowledgement', note, { answer: 'accept', sentence: 'Yes.' });
}

function promise(note: Envelope): Envelope {
  return answerBy('commitment', note, {
    cue: 'When she says goodbye',
    size: 'One sentence',
    successCondition: 'She names a date',
    dueAt: Date.now() + 5 * 86_400_000,
  });
}

function answerBy(type: 'acknowledgement' | 'commitment', note: Envelope, body: Envelope['body']): Envelope {
  return createRecord(
    {
      type,
      workspaceId: cast.workspaceId,
      authorId: cast.rep.id,
      subjectId: cast.coach.id,
      audience: 'coaches',
      refs: [note.id],
      body: body as never,
    },
    Date.now(),
  );
}

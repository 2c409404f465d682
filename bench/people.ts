/** How soon a coach's view of people shows what waits, with many notes of ten people in the database and with few. */
import type { Page } from 'playwright-core';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { MAX_PUSH } from '#lib/sync/protocol.ts';
import type { Person } from '#testing/browser/extension.ts';
import { type Cast, launchAs, startCast } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { until } from '#testing/until.ts';
import type { Row } from './figures.ts';

const PRESSES = 20;
const PEOPLE = 10;
const MANY = 10_000;
const FEW = 20;
const TARGET = { median: 300 };
const DAY = 24 * 60 * 60 * 1000;

export async function measurePeople(): Promise<Row[]> {
  const cast = await startCast({ dataDir: ':memory:' });
  try {
    const busy = await seedTeam(cast, 'Mina Okonkwo', MANY, 365);
    const quiet = await seedTeam(cast, 'Tom Okafor', FEW, 30);
    const loads = await presses(busy, cast, MANY);
    const beside = await presses(quiet, cast, FEW);
    return [
      {
        what: `people with ${MANY.toLocaleString('en')} notes: press of the tab to what waits`,
        unit: 'ms',
        samples: loads,
        beside: { what: `with ${FEW} notes`, samples: beside },
        target: TARGET,
      },
    ];
  } finally {
    await cast.stop();
  }
}

/** A coach with `count` notes over ten people and so many days; nine of ten answered, and every third of those promised. */
async function seedTeam(cast: Cast, name: string, count: number, days: number): Promise<TestMember> {
  const coach = await cast.join(name, ['coach']);
  const now = Date.now();
  for (let i = 0; i < PEOPLE; i++) {
    const rep = await cast.join(`${name} Rep${'abcdefghij'[i]}`, ['coachee']);
    await cast.assign(coach, rep);
    const notes: Envelope[] = [];
    const answers: Envelope[] = [];
    for (let n = 0; n < count / PEOPLE; n++) {
      const at = Math.round(now - (days * DAY * (n + 1)) / (count / PEOPLE + 1));
      const note = coach.note(rep, { createdAt: at, body: { anchor: { kind: 'moment', start: n } } });
      notes.push(note);
      const back = (type: 'acknowledgement' | 'commitment', body: Envelope['body'], after: number) =>
        createRecord(
          {
            type,
            workspaceId: note.workspaceId,
            authorId: rep.id,
            subjectId: coach.id,
            audience: 'coaches',
            refs: [note.id],
            body: body as never,
          },
          at + after,
        );
      if (n % 10 !== 0)
        answers.push(back('acknowledgement', { answer: 'accept', sentence: 'Yes.' }, DAY / 2));
      if (n % 3 === 1) {
        const promise = { cue: 'At the end', size: 'Once', successCondition: 'A date', dueAt: at + 5 * DAY };
        answers.push(back('commitment', promise, DAY));
      }
    }
    await pushAll(coach, notes);
    await pushAll(rep, answers);
  }
  return coach;
}

async function pushAll(by: TestMember, records: Envelope[]): Promise<void> {
  for (let i = 0; i < records.length; i += MAX_PUSH) {
    const refused = (await by.push(...records.slice(i, i + MAX_PUSH))).find(r => r.status !== 'accepted');
    if (refused) throw new Error(`Not accepted: ${JSON.stringify(refused)}`);
  }
}

async function presses(coach: TestMember, cast: Cast, count: number): Promise<number[]> {
  const person = await launchAs(coach, cast);
  try {
    const page = await person.extensionPage('sidepanel.html');
    await waitForAll(person, page, count);
    const samples: number[] = [];
    for (let turn = 0; turn < PRESSES; turn++) {
      await page.reload();
      await page.getByRole('tab', { name: /^People/ }).waitFor();
      samples.push(await page.evaluate(pressPeople));
    }
    return samples;
  } finally {
    await person.close();
  }
}

async function waitForAll(person: Person, page: Page, count: number): Promise<void> {
  await until(async () => (await page.evaluate(countNotes)) >= count, `${count} notes`, 170_000);
  await until(
    async () => (await person.worker()).evaluate(async () => (await chrome.action.getBadgeText({})) !== ''),
    'a number on the button',
    60_000,
  );
}

/** Runs in the browser: ms from the press to the frame after the heading of what waits. */
function pressPeople(): Promise<number> {
  return new Promise(done => {
    const tab = document.getElementById('tab-people');
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.getElementById('waiting')) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    });
    watch.observe(document.body, { childList: true, subtree: true });
    tab?.click();
  });
}

/** Runs in the browser. */
function countNotes(): Promise<number> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('sideline');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const index = opening.result
        .transaction('records')
        .objectStore('records')
        .index('[workspaceId+type+createdAt+id]');
      const counting = index.openKeyCursor();
      let count = 0;
      counting.onsuccess = () => {
        const cursor = counting.result;
        if (!cursor) {
          opening.result.close();
          done(count);
          return;
        }
        if (Array.isArray(cursor.key) && cursor.key[1] === 'note') count++;
        cursor.continue();
      };
    };
  });
}

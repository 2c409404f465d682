/** How soon the real sidebar shows its first note, with many notes in the database and with few. */
import type { Page } from 'playwright-core';
import type { Person } from '#testing/browser/extension.ts';
import { type Cast, launchAs } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { until } from '#testing/until.ts';
import { stamps, watch } from './clock.ts';
import type { Row } from './figures.ts';

const LOADS = 20;
const TARGET = { median: 300 };

interface Readers {
  /** Signed in with `many` notes, and with `few`. */
  busy: TestMember;
  quiet: TestMember;
  many: number;
  few: number;
  /** The page that both look at. */
  page: string;
}

export async function measureSidebar(cast: Cast, readers: Readers): Promise<Row[]> {
  const granted = [new URL(readers.page).origin];
  const busy = await launchAs(readers.busy, cast, { granted });
  const quiet = await launchAs(readers.quiet, cast, { granted });
  try {
    await waitForNotes(busy, readers.many);
    await waitForNotes(quiet, readers.few);
    const [one, other] = [await openSidebar(busy, readers.page), await openSidebar(quiet, readers.page)];
    const loads: number[] = [];
    const beside: number[] = [];
    for (let turn = 0; turn < LOADS; turn++) {
      loads.push(await loadAnew(one));
      beside.push(await loadAnew(other));
    }
    const count = readers.many.toLocaleString('en');
    return [
      {
        what: `sidebar with ${count} notes: navigation to first card`,
        unit: 'ms',
        samples: loads,
        beside: { what: `with ${readers.few} notes`, samples: beside },
        target: TARGET,
      },
    ];
  } finally {
    await busy.close();
    await quiet.close();
  }
}

async function openSidebar(person: Person, url: string): Promise<Page> {
  const page = await person.visit(url);
  await person.openPanel(page);
  const sidebar = await person.openSidebar(page);
  await watch(sidebar.context());
  await sidebar.locator('article[data-note]').first().waitFor();
  return sidebar;
}

/** Ms from the start of the navigation to the frame with the first card, by the document's own clock. */
async function loadAnew(sidebar: Page): Promise<number> {
  await sidebar.reload();
  return (await stamps(sidebar, 'cardAfter')).cardAfter;
}

/** Until the first sync has brought them all. */
async function waitForNotes(person: Person, count: number): Promise<void> {
  const page = await person.extensionPage('options.html');
  await until(async () => (await page.evaluate(countRecords)) >= count, `${count} notes`, 90_000);
  await page.close();
}

/** Runs in the browser. */
function countRecords(): Promise<number> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('sideline');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('records').objectStore('records').count();
      counting.onerror = () => fail(counting.error);
      counting.onsuccess = () => {
        opening.result.close();
        done(counting.result);
      };
    };
  });
}

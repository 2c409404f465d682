/** From Ctrl+Enter in the coach's panel: to durable on the device, and to visible in the rep's real sidebar. */
import type { Frame, Page } from 'playwright-core';
import { type Cast, fillNote, launchAs } from '#testing/server/cast.ts';
import { stamps, watch } from './clock.ts';
import type { Row } from './figures.ts';

const NOTES = 32;
/** Between the last letter and Ctrl+Enter, in ms. */
const PAUSE_MS = 150;

/** `wire` is what the server alone takes for the same way. */
export async function measureSend(cast: Cast, url: string, wire: number[]): Promise<Row[]> {
  const granted = [new URL(url).origin];
  const coach = await launchAs(cast.coach, cast, { granted });
  const rep = await launchAs(cast.rep, cast, { granted });
  try {
    await watch(coach.context);
    const sidebar = await rep.openSidebar(await rep.visit(url));
    await sidebar.getByText('No notes here yet.').waitFor();
    const page = await coach.visit(url);
    const panel = await coach.openPanel(page);
    await panel.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: cast.rep.name });
    const store = await coach.extensionPage('options.html');
    const bare = await openBareStore(store);
    await page.bringToFront();

    const kept: number[] = [];
    const put: number[] = [];
    const seen: number[] = [];
    for (let turn = 0; turn <= NOTES; turn++) {
      const observation = `Note ${turn}: you ended the call without saying who sends the plan.`;
      await fillNote(panel, {
        kind: 'Improve',
        behaviour: 'Next step said aloud',
        observation,
        impact: 'Katharina wrote two days later to ask.',
        nextAction: 'Say the next step and its date before you hang up.',
      });
      const [seenAt, { keptAfter, sentAt = Number.NaN }] = await Promise.all([
        seeNote(sidebar, observation),
        sendNote(page, panel),
      ]);
      const putMs = await bare();
      await ageNotes(store);
      // The first sending wakes and warms what stays warm from then on.
      if (turn === 0) continue;
      kept.push(keptAfter);
      seen.push(seenAt - sentAt);
      put.push(putMs);
    }
    return [
      {
        what: 'Ctrl+Enter to durable and said so',
        unit: 'ms',
        samples: kept,
        beside: { what: 'bare strict IndexedDB put', samples: put },
        target: { median: 50 },
      },
      {
        what: "Ctrl+Enter to painted in the other browser's sidebar",
        unit: 'ms',
        samples: seen,
        beside: { what: 'push, poke and pull without browsers', samples: wire },
        target: { median: 1000, p99: 2000 },
      },
    ];
  } finally {
    await coach.close();
    await rep.close();
  }
}

async function sendNote(page: Page, panel: Frame) {
  await page.waitForTimeout(PAUSE_MS);
  await panel.getByRole('textbox', { name: 'What I saw or heard' }).press('Control+Enter');
  return stamps(panel, 'keptAfter');
}

/** `Date.now()` after the frame in which the sidebar first painted a card with these words. */
function seeNote(sidebar: Page, words: string): Promise<number> {
  return sidebar.evaluate(
    wanted =>
      new Promise<number>((done, fail) => {
        const late = setTimeout(() => fail(new Error(`The sidebar never showed: ${wanted}`)), 20_000);
        const observer = new MutationObserver(look);
        function look(): void {
          const cards = [...document.querySelectorAll('article[data-note]')];
          if (!cards.some(card => card.textContent?.includes(wanted))) return;
          observer.disconnect();
          clearTimeout(late);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(Date.now());
            port2.postMessage(null);
          });
        }
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    words,
  );
}

/** A person gets three notes a day, and a fourth of the same kind is held: here each is the first for a long time. */
function ageNotes(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('sideline');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('records', 'readwrite');
          writing.onerror = () => fail(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          const rows = writing.objectStore('records').openCursor();
          rows.onsuccess = () => {
            if (!rows.result) return;
            rows.result.update({ ...rows.result.value, createdAt: 0 });
            rows.result.continue();
          };
        };
      }),
  );
}

/** A database with nothing but one table in an extension page; each call puts one row of a note's size, strictly. */
async function openBareStore(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('bench');
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );
  return () =>
    page.evaluate(
      () =>
        new Promise<number>((done, fail) => {
          const opening = indexedDB.open('bench');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const start = performance.now();
            const writing = db.transaction('rows', 'readwrite', { durability: 'strict' });
            writing.objectStore('rows').put({ id: crypto.randomUUID(), text: 'x'.repeat(1500) });
            writing.onerror = () => fail(writing.error);
            writing.oncomplete = () => {
              done(performance.now() - start);
              db.close();
            };
          };
        }),
    );
}

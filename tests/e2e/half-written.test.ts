/** Half-written notes in several tabs, and on a page that goes from one record to the next: no words are ever lost. */
import type { Frame, Page } from '@playwright/test';
import type { Person } from '#testing/browser/extension.ts';
import { answerAsCrm } from '#testing/pages/crm-pages.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
test.beforeAll(async ({ people }) => {
  me = await people.launch();
});

const FIRST = { kind: 'Recognise', observation: 'First note seen.', impact: 'It saved a week.' } as const;
const SECOND = { kind: 'Recognise', observation: 'Second note seen.', impact: 'It saved a day.' } as const;
const box = (panel: Frame) => panel.getByRole('textbox', { name: 'What I saw or heard' });

test.describe('one work in two tabs', () => {
  test('a half-written note is offered in the second, not written over, and both notes are sent', async ({
    demo,
  }) => {
    const a = await me.visit(demo.artifacts.doc.url);
    const inA = await me.openPanel(a);
    await fillNote(inA, FIRST);
    await expect.poll(draftWords).toContain(FIRST.observation);

    const b = await me.visit(demo.artifacts.doc.url);
    const inB = await me.openPanel(b);
    await expect(
      inB.getByText('Half-written in another tab or in the sidebar: “First note seen.'),
    ).toBeVisible();
    await expect(box(inB)).toHaveValue('');
    await fillNote(inB, SECOND);
    await expect.poll(draftWords).toContain(SECOND.observation);

    await a.bringToFront();
    expect(await sendNote(a, inA)).toContain('Saved on this device.');
    await expect(box(inB)).toHaveValue(SECOND.observation);
    expect(await draftWords()).toEqual([SECOND.observation]);
    await b.bringToFront();
    expect(await sendNote(b, inB)).toContain('Saved on this device.');
    expect(await noteWords()).toEqual(expect.arrayContaining([FIRST.observation, SECOND.observation]));
  });

  test('a note that is taken over leaves the form of the first, and what is typed there is a note of its own', async ({
    demo,
  }) => {
    const a = await me.visit(demo.artifacts.crm.url);
    const inA = await me.openPanel(a);
    await box(inA).fill('Begun in the first tab.');
    await expect.poll(draftWords).toContain('Begun in the first tab.');
    const b = await me.visit(demo.artifacts.crm.url);
    const inB = await me.openPanel(b);
    await inB.getByRole('button', { name: 'Go on here instead' }).click();
    await expect(box(inB)).toHaveValue('Begun in the first tab.');
    await expect(box(inA)).toHaveValue('');
    await box(inA).fill('Another one in the first tab.');
    await expect
      .poll(draftWords)
      .toEqual(expect.arrayContaining(['Another one in the first tab.', 'Begun in the first tab.']));
    // A tab that is closed leaves its note to whoever opens the work next.
    await a.close();
    await b.reload();
    const again = await me.openPanel(b);
    const found = async () =>
      [await box(again).inputValue(), await again.getByText('Half-written and kept:').innerText()].join(' ');
    await expect
      .poll(found)
      .toMatch(/Begun in the first tab\..*Another one|Another one in the first tab\..*Begun/s);
  });
});

test.describe('a page that goes to the next record without loading', () => {
  test('what was begun stays with the first, what is typed from then on is about the second', async ({
    servers,
  }) => {
    const crm = await servers.startPages(answerAsCrm);
    const page = await me.visit(`${crm}/app/deals/1041`);
    const panel = await me.openPanel(page);
    await box(panel).fill('About the first deal.');
    await expect.poll(draftWords).toContain('About the first deal.');
    const before = await draftPlaces();
    await go(page, '1042');
    await expect(panel.getByText('Your half-written note stays with')).toBeVisible();
    await box(panel).pressSequentially('About the second.');
    await expect(panel.locator('button[type=submit]')).toBeEnabled();
    await expect(box(panel)).toHaveValue('About the second.');
    await expect
      .poll(async () => {
        const places = await draftPlaces();
        const [first, second] = [places['About the first deal.'], places['About the second.']];
        return first === before['About the first deal.'] && second !== undefined && second !== first;
      }, 'each draft with its own record')
      .toBe(true);

    await panel.getByRole('button', { name: 'Go on with it here' }).click();
    await expect(box(panel)).toHaveValue('About the first deal.');
    await expect(panel.getByText('Half-written and kept: “About the second.')).toBeVisible();
  });
});

/** The address changes at once, the record is drawn later. */
function go(page: Page, id: string): Promise<void> {
  return page.evaluate(href => document.querySelector<HTMLAnchorElement>(`a[href$="${href}"]`)?.click(), id);
}

interface Rows {
  drafts: { place?: string; body: { observation: string } }[];
  notes: string[];
}

async function rows(): Promise<Rows> {
  const options = await me.extensionPage('options.html');
  const found = await options.evaluate(
    () =>
      new Promise<Rows>((done, refuse) => {
        const opening = indexedDB.open('sideline');
        opening.onerror = () => refuse(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['drafts', 'records']);
          const drafts = reading.objectStore('drafts').getAll();
          const records = reading.objectStore('records').getAll();
          reading.oncomplete = () => {
            opening.result.close();
            const notes = records.result.filter((row: { type: string }) => row.type === 'note');
            done({
              drafts: drafts.result,
              notes: notes.map((row: { body: { observation: string } }) => row.body.observation),
            });
          };
        };
      }),
  );
  await options.close();
  return found;
}

const draftWords = async () => (await rows()).drafts.map(({ body }) => body.observation);
const noteWords = async () => (await rows()).notes;
const draftPlaces = async () =>
  Object.fromEntries((await rows()).drafts.map(({ place, body }) => [body.observation, place]));

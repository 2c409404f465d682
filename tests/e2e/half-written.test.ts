/** Half-written notes in several tabs, and on a page that goes from one record to the next: no words are ever lost. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../scripts/extension.ts';
import { setUpAlone } from './alone.ts';
import { fillNote, sendNote } from './cast.ts';
import { type Crm, startCrm } from './sites-crm.ts';

const alone = setUpAlone();
let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm?.stop());

const FIRST = { kind: 'Recognise', observation: 'First note seen.', impact: 'It saved a week.' } as const;
const SECOND = { kind: 'Recognise', observation: 'Second note seen.', impact: 'It saved a day.' } as const;
const box = (panel: Frame) => panel.getByRole('textbox', { name: 'What I saw or heard' });

describe('one work in two tabs', () => {
  it('a half-written note is offered in the second, not written over, and both notes are sent', async () => {
    const { me, demo } = alone;
    const a = await me.visit(demo.artifacts.doc.url);
    const inA = await me.openPanel(a);
    await fillNote(inA, FIRST);
    await until(async () => (await draftWords()).includes(FIRST.observation), 'the first draft');

    const b = await me.visit(demo.artifacts.doc.url);
    const inB = await me.openPanel(b);
    await inB.getByText('Half-written in another tab or in the sidebar: “First note seen.').waitFor();
    expect(await box(inB).inputValue()).toBe('');
    await fillNote(inB, SECOND);
    await until(async () => (await draftWords()).includes(SECOND.observation), 'the second draft');

    await a.bringToFront();
    expect(await sendNote(a, inA)).toContain('Saved on this device.');
    expect(await box(inB).inputValue()).toBe(SECOND.observation);
    expect(await draftWords()).toEqual([SECOND.observation]);
    await b.bringToFront();
    expect(await sendNote(b, inB)).toContain('Saved on this device.');
    expect(await noteWords()).toEqual(expect.arrayContaining([FIRST.observation, SECOND.observation]));
    await a.close();
    await b.close();
  });

  it('a note that is taken over leaves the form of the first, and what is typed there is a note of its own', async () => {
    const { me, demo } = alone;
    const a = await me.visit(demo.artifacts.crm.url);
    const inA = await me.openPanel(a);
    await box(inA).fill('Begun in the first tab.');
    await until(async () => (await draftWords()).includes('Begun in the first tab.'), 'the draft');
    const b = await me.visit(demo.artifacts.crm.url);
    const inB = await me.openPanel(b);
    await inB.getByRole('button', { name: 'Go on here instead' }).click();
    await until(
      async () => (await box(inB).inputValue()) === 'Begun in the first tab.',
      'the text in the second tab',
    );
    await until(async () => (await box(inA).inputValue()) === '', 'the first form to be empty');
    await box(inA).fill('Another one in the first tab.');
    await until(async () => {
      const words = await draftWords();
      return ['Another one in the first tab.', 'Begun in the first tab.'].every(each => words.includes(each));
    }, 'both drafts');
    // A tab that is closed leaves its note to whoever opens the work next.
    await a.close();
    await b.reload();
    const again = await me.openPanel(b);
    const found = async () =>
      [await box(again).inputValue(), await again.getByText('Half-written and kept:').innerText()].join(' ');
    await until(async () => {
      const text = await found();
      return text.includes('Begun in the first tab.') && text.includes('Another one in the first tab.');
    }, 'both notes');
    await b.close();
  });
});

describe('a page that goes to the next record without loading', () => {
  it('what was begun stays with the first, what is typed from then on is about the second', async () => {
    const page = await alone.me.visit(`${crm.url}/app/deals/1041`);
    const panel = await alone.me.openPanel(page);
    await box(panel).fill('About the first deal.');
    await until(async () => (await draftWords()).includes('About the first deal.'), 'the draft');
    const before = await draftPlaces();
    await go(page, '1042');
    await panel.getByText('Your half-written note stays with').waitFor();
    await box(panel).pressSequentially('About the second.');
    await panel.locator('button[type=submit]:not([disabled])').waitFor();
    expect(await box(panel).inputValue()).toBe('About the second.');
    await until(async () => {
      const places = await draftPlaces();
      const [first, second] = [places['About the first deal.'], places['About the second.']];
      return first === before['About the first deal.'] && second !== undefined && second !== first;
    }, 'each draft with its own record');

    await panel.getByRole('button', { name: 'Go on with it here' }).click();
    await until(
      async () => (await box(panel).inputValue()) === 'About the first deal.',
      'the note of the first',
    );
    await panel.getByText('Half-written and kept: “About the second.').waitFor();
    await page.close();
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
  const options = await alone.me.extensionPage('options.html');
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

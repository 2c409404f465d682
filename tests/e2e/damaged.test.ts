/** A damaged row on the device: what is beside it is shown as ever, and the person is told. */
import { describe, expect, it } from 'vitest';
import type { Person } from '../../scripts/extension.ts';
import { setUpAlone } from './alone.ts';
import { fillNote, sendNote } from './cast.ts';

const alone = setUpAlone();

describe('damaged rows', () => {
  it('leave the notes beside them as they are, in every view, and are named', async () => {
    const page = await alone.me.visit(alone.demo.artifacts.crm.url);
    const panel = await alone.me.openPanel(page);
    await fillNote(panel, {
      kind: 'Recognise',
      observation: 'You wrote the date beside the next step.',
      impact: 'Everybody knows when to look again.',
    });
    await sendNote(page, panel);
    await addDamaged(alone.me);

    const sidebar = await alone.me.openSidebar(page);
    const cards = sidebar.getByRole('article');
    await cards.first().waitFor();
    expect(await cards.count()).toBe(1);
    expect(await cards.first().innerText()).toContain('You wrote the date beside the next step.');
    const said = sidebar.getByTestId('damaged');
    await said.waitFor();
    expect(await said.innerText()).toContain('2 records on this device are damaged');
    await sidebar.getByRole('tab', { name: /^Today/ }).click();
    await sidebar.getByRole('heading').nth(1).waitFor();
    expect(await sidebar.getByTestId('broken').count()).toBe(0);
    await page.close();
  });
});

/** Beside each note one of an instant that no date holds, and one without its words. */
async function addDamaged(person: Person): Promise<void> {
  const options = await person.extensionPage('options.html');
  await options.evaluate(
    () =>
      new Promise<void>((done, refuse) => {
        const opening = indexedDB.open('sideline');
        opening.onerror = () => refuse(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('records', 'readwrite');
          const store = writing.objectStore('records');
          const all = store.getAll();
          all.onsuccess = () => {
            for (const row of all.result.filter((each: { type: string }) => each.type === 'note')) {
              store.put({ ...row, id: `${row.id}-instant`, createdAt: 9e15 });
              store.put({ ...row, id: `${row.id}-words`, body: { ...row.body, observation: undefined } });
            }
          };
          writing.onerror = () => refuse(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await options.close();
}

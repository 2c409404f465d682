/** A damaged row on the device: what is beside it is shown as ever, and the person is told. */

import type { Person } from '#testing/browser/extension.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

test('damaged rows leave the notes beside them as they are, in every view, and are named', async ({
  demo,
  people,
}) => {
  const me = await people.launch();
  const page = await me.visit(demo.artifacts.crm.url);
  const panel = await me.openPanel(page);
  await fillNote(panel, {
    kind: 'Recognise',
    observation: 'You wrote the date beside the next step.',
    impact: 'Everybody knows when to look again.',
  });
  await sendNote(page, panel);
  await addDamaged(me);

  const sidebar = await me.openSidebar(page);
  const cards = sidebar.getByRole('article');
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toContainText('You wrote the date beside the next step.');
  await expect(sidebar.getByTestId('damaged')).toContainText('2 records on this device are damaged');
  await sidebar.getByRole('tab', { name: /^Today/ }).click();
  await expect(sidebar.getByRole('heading').nth(1)).toBeVisible();
  expect(await sidebar.getByTestId('broken').count()).toBe(0);
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

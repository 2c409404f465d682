/** What a person's browser holds. */
import type { Person } from './extension.ts';

/** The anchors of all notes on this device, oldest first. */
export async function noteAnchors(person: Person): Promise<unknown[]> {
  const options = await person.extensionPage('options.html');
  const found = await options.evaluate(
    () =>
      new Promise<unknown[]>((done, refuse) => {
        const opening = indexedDB.open('sideline');
        opening.onerror = () => refuse(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('records').objectStore('records').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const notes = all.result.filter((row: { type: string }) => row.type === 'note');
            notes.sort((a: { createdAt: number }, b: { createdAt: number }) => a.createdAt - b.createdAt);
            done(notes.map((row: { body: { anchor: unknown } }) => row.body.anchor));
          };
        };
      }),
  );
  await options.close();
  return found;
}

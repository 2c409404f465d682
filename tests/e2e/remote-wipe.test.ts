/** A device that was signed out from elsewhere: what came from the server goes, what only its person has stays. */

import { type Person, panelIn } from '#testing/browser/extension.ts';
import { browse } from '#testing/server/browse.ts';
import { type Cast, fillNote, paintedWords, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let cast: Cast;
let rep: Person;
test.beforeAll(async ({ demo, people, servers }) => {
  cast = await servers.startCast();
  rep = await people.launchAs(cast.rep, cast, { granted: [demo.url] });
});

test.describe('a lost computer', () => {
  test('loses everything that came from the server; what nobody has yet can still be saved', async ({
    demo,
  }) => {
    const page = await rep.visit(demo.artifacts.doc.url);
    const words = await page.evaluate(() => document.querySelector('p')?.textContent?.slice(0, 40) ?? '');
    await cast.coach.push(
      cast.coach.note(cast.rep, {
        body: {
          artifact: demo.artifacts.doc,
          anchor: { kind: 'words', quote: { exact: words, prefix: '', suffix: '' } },
          observation: 'From the server: the depot is named first.',
        },
      }),
    );
    const sidebar = await rep.openSidebar(page);
    await sidebar.reload();
    await expect(sidebar.getByText('From the server: the depot is named first.')).toBeVisible();
    await expect
      .poll(async () => (await paintedWords(page, 'correction')).length, 'the mark on the page')
      .toBeGreaterThan(0);
    expect(await onDevice(rep)).toContain('From the server');

    const team = `/team/${cast.workspaceId}`;
    const owner = await browse(cast.url, cast.owner.cookie).get(team);
    await owner.submit(`${team}/sign-out-everywhere`, { member: cast.rep.id });

    // The live line is closed at once: the device asks why, without anybody doing anything.
    await expect(sidebar.getByText('You are signed out.')).toBeVisible();
    await expect.poll(() => onDevice(rep), 'the notes to be gone').not.toContain('From the server');
    await expect.poll(() => paintedWords(page, 'correction'), 'the mark to be gone').toHaveLength(0);
    await expect(sidebar.getByText('From the server')).toHaveCount(0);

    await page.bringToFront();
    const panel = await panelIn(page);
    await panel.locator('textarea').first().press('Alt+KeyR');
    await fillNote(panel, {
      observation: 'Mine alone: I asked for the date.',
      impact: 'Clear.',
    });
    await sendNote(page, panel);
    await expect(sidebar.getByText('1 not sent yet')).toBeVisible();
    const [file] = await Promise.all([
      savedFile(sidebar),
      sidebar.getByRole('button', { name: 'Save what waits to a file' }).click(),
    ]);
    expect(file).not.toContain('From the server');
    const kept = file
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(kept).toMatchObject([
      { type: 'note', body: { observation: 'Mine alone: I asked for the date.' } },
    ]);
  });
});

/** All that the extension keeps in its database. */
async function onDevice(person: Person): Promise<string> {
  const page = await person.extensionPage('options.html');
  const rows = await page.evaluate(async () => {
    const all: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name ?? '');
      await new Promise(done => opening.addEventListener('success', done));
      for (const store of opening.result.objectStoreNames) {
        const getting = opening.result.transaction(store).objectStore(store).getAll();
        await new Promise(done => getting.addEventListener('success', done));
        all.push(...getting.result);
      }
      opening.result.close();
    }
    return JSON.stringify(all);
  });
  await page.close();
  return rows;
}

type Sidebar = Awaited<ReturnType<Person['openSidebar']>>;

/** The text of the next file that is saved. The side panel is no tab, so its downloads are seen by its links. */
async function savedFile(sidebar: Sidebar): Promise<string> {
  return sidebar.evaluate(
    () =>
      new Promise<string>(done => {
        const create = URL.createObjectURL;
        URL.createObjectURL = object => {
          if (object instanceof Blob) void object.text().then(done);
          return create.call(URL, object);
        };
      }),
  );
}

/** What goes wrong on an ordinary Tuesday: each ends in a clear message or in nothing at all, and never in a lost note. */
import type { Frame, Page } from '@playwright/test';
import { createRecord, reviseRecord } from '#lib/records/create.ts';
import type { RecordOf } from '#lib/records/types.ts';
import { PROTOCOL } from '#lib/sync/protocol.ts';
import { axeProblems } from '#testing/browser/accessibility.ts';
import { type Person, panelIn } from '#testing/browser/extension.ts';
import { type Cast, fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

/** The doc that all notes here are about. */
let work: string;
test.beforeAll(({ demo }) => {
  work = demo.artifacts.doc.url;
});

const NOTE = {
  kind: 'Recognise',
  observation: 'You read the three depots back to her.',
  impact: 'She corrected one at once.',
} as const;

test.describe('with a team server', () => {
  let cast: Cast;
  test.beforeEach(async ({ servers }) => {
    cast = await servers.startCast();
  });

  test('a revoked token: says so, keeps the note, and sends it after signing in again', async ({
    people,
  }) => {
    const coach = await people.launchAs(cast.coach, cast);
    await cast.coach.fetch('/v1/devices/current', { method: 'DELETE' });
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    expect(await sendNote(page, panel)).toContain('Jonas Petersen');
    const sidebar = await coach.openSidebar(page);
    await expect(sidebar.getByText('You are signed out.')).toBeVisible();
    await expect(sidebar.getByText('1 not sent yet')).toBeVisible();

    const again = await cast.signIn(cast.coach);
    await coach.extensionPage('options.html').then(async options => {
      await options.evaluate(async token => {
        const { account } = await chrome.storage.local.get('account');
        await chrome.storage.local.set({ account: { ...(account as object), token } });
        await chrome.runtime.sendMessage({ sideline: 'account.changed', input: null });
      }, again.token);
      await options.close();
    });
    await expect(sidebar.getByText('All sent')).toBeVisible();
    expect(await notesOf(cast)).toHaveLength(1);
  });

  test('a record that the server refuses: set aside with the reason, and the ones behind it go out', async ({
    people,
  }) => {
    const sam = await cast.join('Sam Whitlock', ['coachee']);
    const pairing = await cast.assign(cast.coach, sam);
    const coach = await people.launchAs(cast.coach, cast);
    const first = await write(coach, { ...NOTE, observation: 'About somebody I no longer coach.' }, sam.name);
    await cast.unassign(pairing);
    await sendNote(first.page, first.panel);
    const second = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(second.page, second.panel);
    const sidebar = await coach.openSidebar(second.page);
    const refused = sidebar.getByTestId('refused');
    await expect(refused.getByText('About somebody I no longer coach.')).toBeVisible();
    await expect(refused).toHaveText(/Not accepted: .{10,}/);
    await expect.poll(() => notesOf(cast), 'the note behind it').toHaveLength(1);
  });

  test('a worker killed in the middle of a push, its answer lost: the note arrives, once', async ({
    people,
    servers,
  }) => {
    const line = await servers.startLine(cast.url);
    const coach = await people.launchAs(cast.coach, { ...cast, url: line.url });
    line.loseAnswers('/v1/push');
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(page, panel);
    await expect.poll(() => line.lost(), 'the push to reach the server').toBeGreaterThan(0);
    await coach.killWorker();
    line.mend();
    const sidebar = await coach.openSidebar(page);
    await expect(sidebar.getByText('All sent')).toBeVisible();
    const notes = await notesOf(cast);
    expect(notes.map(note => note.body.observation)).toEqual([NOTE.observation]);
  });

  test('a server that is down: the note waits, and goes out when it is back', async ({ people, servers }) => {
    const line = await servers.startLine(cast.url);
    const coach = await people.launchAs(cast.coach, { ...cast, url: line.url });
    line.breakDown();
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(page, panel);
    const sidebar = await coach.openSidebar(page);
    await expect(sidebar.getByText('1 not sent yet')).toBeVisible();
    await expect(sidebar.getByRole('article').filter({ hasText: NOTE.observation })).toBeVisible();
    line.mend();
    await sidebar.reload();
    await expect(sidebar.getByText('All sent')).toBeVisible();
    expect(await notesOf(cast)).toHaveLength(1);
  });

  test('deleted here, reworded on the other device: its author is asked, and what they say holds', async ({
    people,
    servers,
  }) => {
    const line = await servers.startLine(cast.url);
    const [kept, left] = [template('Names the depot'), template('Asks for the date')];
    await cast.coach.push(kept, left);
    const coach = await people.launchAs(cast.coach, { ...cast, url: line.url });
    const settings = await coach.extensionPage('options.html#templates');
    await expect(settings.getByRole('heading', { name: 'Asks for the date' })).toBeVisible();
    line.breakDown();
    for (const each of [kept, left]) {
      await settings
        .getByRole('article')
        .filter({ hasText: each.body.name })
        .getByRole('button', { name: 'Take away' })
        .click();
      await expect(settings.getByRole('heading', { name: each.body.name })).toHaveCount(0);
    }
    const elsewhere = { ...kept.body, name: 'Names the depot first' };
    await cast.coach.push(
      reviseRecord(kept, elsewhere, Date.now()),
      reviseRecord(left, { ...left.body, name: 'Asks for a day' }, Date.now()),
    );
    line.mend();

    const page = await coach.visit(work);
    await coach.openPanel(page);
    const sidebar = await coach.openSidebar(page);
    const asked = (name: string) => sidebar.getByTestId('stale').filter({ hasText: name });
    await expect(async () => {
      await sidebar.reload();
      await expect(sidebar.getByTestId('stale')).toHaveCount(2, { timeout: 3000 });
    }, 'both questions').toPass();
    await expect(asked('Names the depot first')).toHaveText(
      /This device:\s*Deleted here\s*Other device:\s*Names the depot first/,
    );
    await sidebar.screenshot({ path: 'screenshots/deleted-here.png' });
    expect(await axeProblems(sidebar)).toEqual([]);
    await asked('Asks for a day').getByRole('button', { name: 'Leave it deleted' }).click();
    await asked('Names the depot first').getByRole('button', { name: 'Keep the other text' }).click();
    await expect(sidebar.getByText('All sent')).toBeVisible();
    expect(await templatesOf(cast)).toEqual({ [kept.id]: 'Names the depot first', [left.id]: 'deleted' });

    function template(name: string) {
      return createRecord(
        {
          type: 'template',
          workspaceId: cast.workspaceId,
          authorId: cast.coach.id,
          audience: 'author',
          body: { name, kind: 'recognition' },
        },
        Date.now(),
      );
    }
  });

  test('a server that takes nothing from a version as old as this: says so, reads on, keeps the note, sends it after the update', async ({
    people,
  }) => {
    const coach = await people.launchAs(cast.coach, cast);
    const { protocol } = cast.server.context;
    protocol.push = PROTOCOL + 1;
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(page, panel);
    const sidebar = await coach.openSidebar(page);
    await expect(sidebar.getByText('needs a newer Sideline')).toBeVisible();
    await expect(sidebar.getByText('1 not sent yet')).toBeVisible();
    await expect(sidebar.getByRole('button', { name: 'Save what waits to a file' })).toBeVisible();
    await expect(sidebar.getByRole('article').filter({ hasText: NOTE.observation })).toBeVisible();
    expect(await notesOf(cast)).toEqual([]);
    await sidebar.screenshot({ path: 'screenshots/too-old.png' });
    protocol.push = PROTOCOL;
    await sidebar.reload();
    await expect(sidebar.getByText('All sent')).toBeVisible();
    await expect(sidebar.getByText('needs a newer Sideline')).toHaveCount(0);
    expect(await notesOf(cast)).toHaveLength(1);
  });
});

test.describe('on the device', () => {
  let me: Person;
  test.beforeAll(async ({ people }) => {
    me = await people.launch();
  });

  test('a full disk: says that nothing is saved yet, and keeps the text', async () => {
    const { page, panel } = await write(me, { ...NOTE, observation: 'The disk is full.' });
    // `unlimitedStorage` lets no quota of the debugger's stand in the way: the database itself says that it is full.
    await (await me.worker()).evaluate(() => {
      IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
    });
    expect(await sendNote(page, panel)).toContain('no space left');
    await expect(box(panel)).toHaveValue('The disk is full.');
    await me.killWorker();
    await me.ready();
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
  });

  test('100 kB of text: refused with the reason, and not a letter lost', async () => {
    const long = 'x'.repeat(100_000);
    const { page, panel } = await write(me, { ...NOTE, observation: long });
    expect(await sendNote(page, panel)).toContain('at most');
    expect(await box(panel).inputValue()).toHaveLength(100_000);
    await page.reload();
    const again = await me.openPanel(page);
    await expect.poll(() => box(again).inputValue(), 'the draft').toHaveLength(100_000);
    await box(again).fill('');
  });

  test('markup and right-to-left text are text, in their own direction', async () => {
    const evil = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
    const hebrew = 'אמרת את הצעד הבא בקול רם';
    const { page, panel } = await write(me, { ...NOTE, observation: evil, impact: hebrew });
    await sendNote(page, panel);
    const sidebar = await me.openSidebar(page);
    await expect(sidebar.getByText(evil)).toBeVisible();
    await expect(sidebar).toHaveTitle('Sideline');
    const direction = await sidebar
      .getByText(hebrew)
      .evaluate(element => getComputedStyle(element).direction);
    expect(direction).toBe('rtl');
  });

  test('a title of nothing but zero-width characters gets a name one can read', async ({ servers }) => {
    const origin = await servers.startPages((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<title>\u200b\u200d\ufeff</title><h1>\u200b</h1><p>${'Readable words stand here. '.repeat(40)}`,
      );
    });
    const page = await me.visit(`${origin}/quarterly-plan`);
    const panel = await me.openPanel(page);
    const title = await panel.getByRole('heading', { level: 1 }).innerText();
    expect(title.replace(/[\u200b-\u200d\ufeff]/g, '').trim()).toMatch(/quarterly/i);
  });

  test('an update under an open page: nothing of ours is left, and the text comes back with the next click', async () => {
    const { page, panel } = await write(me, { ...NOTE, observation: 'Written just before the update.' });
    await expect.poll(() => drafts(me), 'the draft').toContain('Written just before the update.');
    expect(panel.isDetached()).toBe(false);
    const worker = await me.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await expect.poll(() => page.frames().length, 'the panel to go').toBe(1);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    // Right after an update the browser may know the new version's listeners a moment later than its script does, and a
    // worker that began too early to hear of anything is started again by the click.
    await expect(async () => {
      await me.clickToolbar(page);
      await expect.poll(() => page.frames().length, { timeout: 3000 }).toBeGreaterThan(1);
    }, 'the panel of the new version').toPass();
    const again = await panelIn(page);
    await expect(box(again)).toHaveValue('Written just before the update.');
  });
});

async function write(
  person: Person,
  text: Parameters<typeof fillNote>[1],
  to?: string,
): Promise<{ page: Page; panel: Frame }> {
  const page = await person.visit(work);
  const panel = await person.openPanel(page);
  if (to) await panel.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: to });
  await fillNote(panel, text);
  return { page, panel };
}

function box(panel: Frame) {
  return panel.getByRole('textbox', { name: 'What I saw or heard' });
}

async function notesOf(cast: Cast): Promise<{ body: { observation: string } }[]> {
  const { records } = await (await cast.signIn(cast.coach)).pull();
  return (records as { type: string; body: { observation: string } }[]).filter(
    record => record.type === 'note',
  );
}

/** Names by id, or that it was deleted. */
async function templatesOf(cast: Cast): Promise<Record<string, string>> {
  const { records } = await (await cast.signIn(cast.coach)).pull();
  return Object.fromEntries(
    (records as RecordOf<'template'>[])
      .filter(record => record.type === 'template')
      .map(({ id, body, deletedAt }) => [id, deletedAt === undefined ? body.name : 'deleted']),
  );
}

async function drafts(person: Person): Promise<string> {
  const page = await person.extensionPage('options.html');
  const found = await page.evaluate(
    () =>
      new Promise<string>(done => {
        const opening = indexedDB.open('sideline');
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            done(JSON.stringify(all.result));
          };
        };
      }),
  );
  await page.close();
  return found;
}

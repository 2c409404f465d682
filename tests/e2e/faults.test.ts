/** What goes wrong on an ordinary Tuesday: each ends in a clear message or in nothing at all, and never in a lost note. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, reviseRecord } from '#lib/records/create.ts';
import type { RecordOf } from '#lib/records/types.ts';
import { PROTOCOL } from '#lib/sync/protocol.ts';
import { axeProblems } from '#testing/accessibility.ts';
import { type Cast, fillNote, launchAs, sendNote, startCast } from '#testing/cast.ts';
import { freePort, launch, type Person, panelIn, until } from '#testing/extension.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

const NOTE = {
  kind: 'Recognise',
  observation: 'You read the three depots back to her.',
  impact: 'She corrected one at once.',
} as const;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
});
afterAll(() => demo.stop());

describe('with a team server', () => {
  let cast: Cast;
  let coach: Person;
  beforeEach(async () => {
    cast = await startCast();
  });
  afterEach(async () => {
    await coach.close();
    await cast.stop();
  });

  it('a revoked token: says so, keeps the note, and sends it after signing in again', async () => {
    coach = await launchAs(cast.coach, cast);
    await cast.coach.fetch('/v1/devices/current', { method: 'DELETE' });
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    expect(await sendNote(page, panel)).toContain('Jonas Petersen');
    const sidebar = await coach.openSidebar(page);
    await sidebar.getByText('You are signed out.').waitFor();
    await sidebar.getByText('1 not sent yet').waitFor();

    const again = await cast.signIn(cast.coach);
    await coach.extensionPage('options.html').then(async options => {
      await options.evaluate(async token => {
        const { account } = await chrome.storage.local.get('account');
        await chrome.storage.local.set({ account: { ...(account as object), token } });
        await chrome.runtime.sendMessage({ sideline: 'account.changed', input: null });
      }, again.token);
      await options.close();
    });
    await sidebar.getByText('All sent').waitFor();
    expect(await notesOf(cast)).toHaveLength(1);
  });

  it('a record that the server refuses: set aside with the reason, and the ones behind it go out', async () => {
    const sam = await cast.join('Sam Whitlock', ['coachee']);
    const pairing = await cast.assign(cast.coach, sam);
    coach = await launchAs(cast.coach, cast);
    const first = await write(coach, { ...NOTE, observation: 'About somebody I no longer coach.' }, sam.name);
    await cast.unassign(pairing);
    await sendNote(first.page, first.panel);
    const second = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(second.page, second.panel);
    const sidebar = await coach.openSidebar(second.page);
    const refused = sidebar.getByTestId('refused');
    await refused.getByText('About somebody I no longer coach.').waitFor();
    expect(await refused.innerText()).toMatch(/Not accepted: .{10,}/);
    await until(async () => (await notesOf(cast)).length === 1, 'the note behind it');
  });

  it('a worker killed in the middle of a push, its answer lost: the note arrives, once', async () => {
    const line = await startLine(cast.url);
    coach = await launchAs(cast.coach, { ...cast, url: line.url });
    line.loseAnswers('/v1/push');
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(page, panel);
    await until(async () => line.lost() > 0, 'the push to reach the server');
    await coach.killWorker();
    line.mend();
    const sidebar = await coach.openSidebar(page);
    await sidebar.getByText('All sent').waitFor();
    const notes = await notesOf(cast);
    expect(notes.map(note => note.body.observation)).toEqual([NOTE.observation]);
    await line.stop();
  });

  it('a server that is down: the note waits, and goes out when it is back', async () => {
    const line = await startLine(cast.url);
    coach = await launchAs(cast.coach, { ...cast, url: line.url });
    line.breakDown();
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(page, panel);
    const sidebar = await coach.openSidebar(page);
    await sidebar.getByText('1 not sent yet').waitFor();
    await sidebar.getByRole('article').filter({ hasText: NOTE.observation }).waitFor();
    line.mend();
    await sidebar.reload();
    await sidebar.getByText('All sent').waitFor();
    expect(await notesOf(cast)).toHaveLength(1);
    await line.stop();
  });

  it('deleted here, reworded on the other device: its author is asked, and what they say holds', async () => {
    const line = await startLine(cast.url);
    const [kept, left] = [template('Names the depot'), template('Asks for the date')];
    await cast.coach.push(kept, left);
    coach = await launchAs(cast.coach, { ...cast, url: line.url });
    const settings = await coach.extensionPage('options.html#templates');
    await settings.getByRole('heading', { name: 'Asks for the date' }).waitFor();
    line.breakDown();
    for (const each of [kept, left]) {
      await settings
        .getByRole('article')
        .filter({ hasText: each.body.name })
        .getByRole('button', { name: 'Take away' })
        .click();
      await settings.getByRole('heading', { name: each.body.name }).waitFor({ state: 'detached' });
    }
    const elsewhere = { ...kept.body, name: 'Names the depot first' };
    await cast.coach.push(
      reviseRecord(kept, elsewhere, Date.now()),
      reviseRecord(left, { ...left.body, name: 'Asks for a day' }, Date.now()),
    );
    line.mend();

    const page = await coach.visit(demo.artifacts.doc.url);
    await coach.openPanel(page);
    const sidebar = await coach.openSidebar(page);
    const asked = (name: string) => sidebar.getByTestId('stale').filter({ hasText: name });
    await until(async () => {
      await sidebar.reload();
      return until(async () => (await sidebar.getByTestId('stale').count()) === 2, 'both', 3000).catch(
        () => false,
      );
    }, 'both questions');
    expect(await asked('Names the depot first').innerText()).toMatch(
      /This device:\s*Deleted here\s*Other device:\s*Names the depot first/,
    );
    await sidebar.screenshot({ path: 'screenshots/deleted-here.png' });
    expect(await axeProblems(sidebar)).toEqual([]);
    await asked('Asks for a day').getByRole('button', { name: 'Leave it deleted' }).click();
    await asked('Names the depot first').getByRole('button', { name: 'Keep the other text' }).click();
    await sidebar.getByText('All sent').waitFor();
    expect(await templatesOf(cast)).toEqual({ [kept.id]: 'Names the depot first', [left.id]: 'deleted' });
    await line.stop();

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

  it('a server that takes nothing from a version as old as this: says so, reads on, keeps the note, sends it after the update', async () => {
    coach = await launchAs(cast.coach, cast);
    const { protocol } = cast.server.context;
    protocol.push = PROTOCOL + 1;
    const { page, panel } = await write(coach, NOTE, 'Jonas Petersen');
    await sendNote(page, panel);
    const sidebar = await coach.openSidebar(page);
    await sidebar.getByText('needs a newer Sideline').waitFor();
    await sidebar.getByText('1 not sent yet').waitFor();
    await sidebar.getByRole('button', { name: 'Save what waits to a file' }).waitFor();
    await sidebar.getByRole('article').filter({ hasText: NOTE.observation }).waitFor();
    expect(await notesOf(cast)).toEqual([]);
    await sidebar.screenshot({ path: 'screenshots/too-old.png' });
    protocol.push = PROTOCOL;
    await sidebar.reload();
    await sidebar.getByText('All sent').waitFor();
    await sidebar.getByText('needs a newer Sideline').waitFor({ state: 'detached' });
    expect(await notesOf(cast)).toHaveLength(1);
  });
});

describe('on the device', () => {
  let me: Person;
  beforeAll(async () => {
    me = await launch();
  });
  afterAll(() => me.close());

  it('a full disk: says that nothing is saved yet, and keeps the text', async () => {
    const { page, panel } = await write(me, { ...NOTE, observation: 'The disk is full.' });
    // `unlimitedStorage` lets no quota of the debugger's stand in the way: the database itself says that it is full.
    await (await me.worker()).evaluate(() => {
      IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
    });
    expect(await sendNote(page, panel)).toContain('no space left');
    expect(await box(panel).inputValue()).toBe('The disk is full.');
    await me.killWorker();
    await me.ready();
    expect(await sendNote(page, panel)).toContain('Saved on this device.');
    await page.close();
  });

  it('100 kB of text: refused with the reason, and not a letter lost', async () => {
    const long = 'x'.repeat(100_000);
    const { page, panel } = await write(me, { ...NOTE, observation: long });
    expect(await sendNote(page, panel)).toContain('at most');
    expect(await box(panel).inputValue()).toHaveLength(100_000);
    await page.reload();
    const again = await me.openPanel(page);
    await until(async () => (await box(again).inputValue()).length === 100_000, 'the draft');
    await box(again).fill('');
    await page.close();
  });

  it('markup and right-to-left text are text, in their own direction', async () => {
    const evil = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
    const hebrew = 'אמרת את הצעד הבא בקול רם';
    const { page, panel } = await write(me, { ...NOTE, observation: evil, impact: hebrew });
    await sendNote(page, panel);
    const sidebar = await me.openSidebar(page);
    await sidebar.getByText(evil).waitFor();
    expect(await sidebar.title()).toBe('Sideline');
    const direction = await sidebar
      .getByText(hebrew)
      .evaluate(element => getComputedStyle(element).direction);
    expect(direction).toBe('rtl');
    await page.close();
  });

  it('a title of nothing but zero-width characters gets a name one can read', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<title>\u200b\u200d\ufeff</title><h1>\u200b</h1><p>${'Readable words stand here. '.repeat(40)}`,
      );
    });
    const port = await listen(server);
    const page = await me.visit(`http://127.0.0.1:${port}/quarterly-plan`);
    const panel = await me.openPanel(page);
    const title = await panel.getByRole('heading', { level: 1 }).innerText();
    expect(title.replace(/[\u200b-\u200d\ufeff]/g, '').trim()).toMatch(/quarterly/i);
    await page.close();
    server.close();
  });

  it('an update under an open page: nothing of ours is left, and the text comes back with the next click', async () => {
    const { page, panel } = await write(me, { ...NOTE, observation: 'Written just before the update.' });
    await until(async () => (await drafts(me)).includes('Written just before the update.'), 'the draft');
    expect(panel.isDetached()).toBe(false);
    const worker = await me.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await until(async () => page.frames().length === 1, 'the panel to go');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await me.ready();
    // Right after an update the browser may know the new version's listeners a moment later than its script does.
    await until(async () => {
      await me.clickToolbar(page);
      return until(async () => page.frames().length > 1, 'a panel', 3000).catch(() => false);
    }, 'the panel of the new version');
    const again = await panelIn(page);
    await until(
      async () => (await box(again).inputValue()) === 'Written just before the update.',
      'the text after the update',
    );
    await page.close();
  });
});

async function write(
  person: Person,
  text: Parameters<typeof fillNote>[1],
  to?: string,
): Promise<{ page: Page; panel: Frame }> {
  const page = await person.visit(demo.artifacts.doc.url);
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

/** A line to the server that can break down or lose answers, as real ones do. */
async function startLine(target: string) {
  let losing: string | undefined;
  let down = false;
  let lost = 0;
  const server = createServer((incoming, outgoing) => {
    if (down) {
      incoming.destroy();
      return;
    }
    const { hostname, port } = new URL(target);
    const forward = request(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      answer => {
        if (losing && incoming.url?.startsWith(losing)) {
          answer.resume().on('end', () => {
            lost += 1;
          });
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    /** From now on these requests reach the server and their answers reach nobody. */
    loseAnswers(path: string) {
      losing = path;
    },
    breakDown() {
      down = true;
      server.closeAllConnections();
    },
    mend() {
      losing = undefined;
      down = false;
    },
    lost: () => lost,
    stop: () =>
      new Promise<void>(done => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise(done => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

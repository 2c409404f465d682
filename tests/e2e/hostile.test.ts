/** A page that means ill: what it can see of us, and what it can make us do. */

import { EXTENSION_ORIGIN, frameIn, type Person } from '#testing/browser/extension.ts';
import { fillNote, selectWords, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const SECRET = 'Between you and me: pause before the price.';
const TEXT = `<h1>A proposal</h1><p id="p">Katharina had asked twice about driver onboarding.</p><p>${'Words. '.repeat(120)}</p>`;

const PAGES: Record<string, { html: string; headers?: Record<string, string> }> = {
  '/listens': {
    html: `<title>Listens</title>${TEXT}<script>
      window.heard = [];
      addEventListener('message', e => heard.push(JSON.stringify(e.data)));
      for (const type of ['keydown','keyup','keypress','input','paste'])
        addEventListener(type, e => heard.push(type + ':' + (e.key ?? e.data)), true);
    </script>`,
  },
  '/embeds': {
    html: `<title>Embeds</title>${TEXT}<iframe id="stolen" src="${EXTENSION_ORIGIN}/panel.html"></iframe><script>
      window.heard = [];
      const frame = document.getElementById('stolen');
      addEventListener('message', e => heard.push(JSON.stringify(e.data)));
      frame.addEventListener('load', () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = e => heard.push(JSON.stringify(e.data));
        frame.contentWindow.postMessage({ sideline: 'panel', ticket: 'x'.repeat(72) }, '*', [port2]);
        port1.postMessage({ type: 'page', artifact: { kind: 'doc', site: 'page', key: 'k', url: 'u', title: 't' }, hasVideo: false });
      });
    </script>`,
  },
  '/strict': {
    html: `<title>Strict</title>${TEXT}`,
    headers: {
      'content-security-policy':
        "default-src 'none'; frame-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
    },
  },
  '/modal': {
    html: `<title>Modal</title>${TEXT}<dialog id="d"><h2>Record</h2><label>Next step <input id="next" value="Send plan"></label>
      <button id="b">Inside</button></dialog><script>
      d.showModal();
      window.closedBy = [];
      // A focus trap and a close on any focus or press outside, as component libraries do it.
      document.addEventListener('focusin', e => { if (!d.contains(e.target)) { closedBy.push('focus'); next.focus(); } });
      document.addEventListener('pointerdown', e => { if (!d.contains(e.target)) { closedBy.push('press'); d.close(); } });
    </script>`,
  },
};

let base: string;
let me: Person;
test.beforeAll(async ({ people, servers }) => {
  base = await servers.startPages((request, response) => {
    const page = PAGES[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  me = await people.launch();
});

test.describe('a hostile page', () => {
  test('sees no word of a note: not in its nodes, its storage, its keys, its messages', async () => {
    const page = await me.visit(`${base}/listens`);
    await selectWords(page, 'Katharina had asked twice');
    const panel = await me.openPanel(page);
    await fillNote(panel, { kind: 'Recognise', observation: '', impact: 'It works.' });
    await panel.getByRole('textbox', { name: 'What I saw or heard' }).pressSequentially(SECRET);
    await sendNote(page, panel);
    const seen = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const texts: string[] = [];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          texts.push(element.outerHTML);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      const frames = [...document.querySelectorAll('iframe')].map(frame => frame.src);
      const { heard } = window as unknown as { heard: string[] };
      return {
        databases: databases.length,
        storage: JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
        texts: texts.join('\n'),
        frames,
        heard,
      };
    });
    expect(seen.databases).toBe(0);
    expect(seen.storage).toBe('{}');
    expect(seen.texts).not.toContain('pause before the price');
    expect(seen.frames).toEqual([]);
    expect(seen.heard).toEqual([]);
  });

  test('that embeds the panel itself gets nothing, whatever it says to it', async () => {
    const page = await me.visit(`${base}/embeds`);
    const stolen = await frameIn(page, 'panel.html');
    const refused = await stolen.evaluate(async () => {
      const replies: unknown[] = [];
      const artifact = { kind: 'doc', site: 'page', key: 'k', url: 'u', title: 't' };
      for (const [sideline, input] of [
        ['panel.claim', { ticket: 'x'.repeat(72) }],
        ['compose.context', { artifact }],
        ['compose.send', { artifact, draft: {} }],
        ['sync.now', null],
        ['account.changed', null],
        ['tools.ticket', null],
      ] as const) {
        replies.push(await chrome.runtime.sendMessage({ sideline, input }));
      }
      return JSON.stringify(replies);
    });
    expect(refused).not.toContain('workspaceName');
    expect(JSON.parse(refused)[0]).toEqual({ value: { ok: false } });
    for (const reply of JSON.parse(refused).slice(1)) expect(reply).toHaveProperty('error');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await expect(stolen.getByText(SECRET)).toBeHidden();
  });

  test('with the strictest headers still gets a panel that works', async () => {
    const page = await me.visit(`${base}/strict`);
    const panel = await me.openPanel(page);
    await fillNote(panel, { kind: 'Recognise', observation: 'On a strict page.', impact: 'It works.' });
    expect(await sendNote(page, panel)).toContain('Saved');
  });

  test('with a record in a modal that traps the focus loses neither the record nor a keystroke', async () => {
    const page = await me.visit(`${base}/modal`);
    const panel = await me.openPanel(page);
    const box = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await box.click();
    await page.keyboard.type('Typed beside a modal record.');
    await expect(box).toHaveValue('Typed beside a modal record.');
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    expect(await page.evaluate(() => (window as unknown as { closedBy: string[] }).closedBy)).toEqual([]);
  });
});

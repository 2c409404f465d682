/** Words in shadow roots: open ones are pointed at, painted and found again; of closed ones one is told. */
import type { Frame, Page } from '@playwright/test';
import type { Person } from '#testing/browser/extension.ts';
import { noteAnchors } from '#testing/browser/stored-notes.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

let me: Person;
let origin: string;

/** A record whose words lie two shadow roots deep, and a part beside it that nobody may look into. */
const RECORD = `<!doctype html><html lang="en"><title>Deal for Hollen</title><h1>Deal for Hollen</h1>
<p>Written on Tuesday after the call.</p><crm-record></crm-record><sealed-part></sealed-part>
<script>
  const root = document.querySelector('crm-record').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Notes of the call:</p><crm-field></crm-field><p>The price is on page two.</p>';
  root.querySelector('crm-field').attachShadow({ mode: 'open' }).innerHTML =
    '<style>p { font-size: 18px }</style><p>She asked who signs for the second depot.</p>';
  const sealed = document.querySelector('sealed-part').attachShadow({ mode: 'closed' });
  sealed.innerHTML = '<p id="sealed">Nobody reads this part.</p>';
  document.addEventListener('choose-sealed', () => getSelection().selectAllChildren(sealed.querySelector('p')));
</script></html>`;
const FRAMED = `<!doctype html><html lang="en"><title>Deal in a frame</title><h1>Deal in a frame</h1>
<p>The record stands below.</p><iframe src="/record" style="width:700px;height:300px"></iframe></html>`;

test.beforeAll(async ({ people, servers }) => {
  origin = await servers.startPages((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url?.startsWith('/framed') ? FRAMED : RECORD);
  });
  me = await people.launch({ granted: [origin] });
});

const NOTE = { kind: 'Recognise', observation: 'You asked who signs.', impact: 'She named him.' } as const;

/** Selects words in the shadow roots of a document by mouse: a script's own selection is told in another way. */
async function select(page: Page, where: Page | Frame, words: string): Promise<void> {
  const [from, to, y] = await where.evaluate(sought => {
    const find = (root: ParentNode): Text | undefined => {
      for (const element of root.querySelectorAll('*')) {
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
        for (const child of element.childNodes)
          if (child instanceof Text && child.data.includes(sought)) return child;
      }
      return undefined;
    };
    const text = find(document) as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(sought));
    range.setEnd(text, range.startOffset + sought.length);
    const box = range.getBoundingClientRect();
    const frame = window.frameElement?.getBoundingClientRect();
    const left = (frame?.left ?? 0) + (window.frameElement?.clientLeft ?? 0) + box.left;
    return [left, left + box.width, (frame?.top ?? 0) + box.top + box.height / 2] as const;
  }, words);
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y, { steps: 4 });
  await page.mouse.up();
}

const painted = (where: Page | Frame) =>
  where.evaluate(() => [...(CSS.highlights.get('sideline-recognition') ?? [])].map(String));

/** The colour behind the painted words, and their middle in px of the window. */
const paint = (where: Page | Frame) =>
  where.evaluate(() => {
    const range = [...(CSS.highlights.get('sideline-recognition') ?? [])][0] as Range;
    const { x, y, width, height } = range.getBoundingClientRect();
    const at = window.frameElement?.getBoundingClientRect();
    const around = range.startContainer.parentElement as Element;
    return {
      colour: getComputedStyle(around, '::highlight(sideline-recognition)').backgroundColor,
      x: x + width / 2 + (at?.x ?? 0),
      y: y + height / 2 + (at?.y ?? 0),
    };
  });

const focusedNotes = async () =>
  (await me.worker()).evaluate(
    async () => (await chrome.storage.session.get('focus-note'))['focus-note'] ?? null,
  );

for (const [name, path, words] of [
  ['an open shadow root', '/record?one', 'price is on page two'],
  ['a nested one', '/record?nested', 'who signs for the second depot'],
  ['a nested one in a frame of the page’s own', '/framed?one', 'who signs for the second depot'],
] as const) {
  test(`words in ${name} are pointed at, painted, clicked, and found after a reload`, async () => {
    const page = await me.visit(`${origin}${path}`);
    const where = () => page.frames().find(frame => frame.url() === `${origin}/record`) ?? page;
    const panel = await me.openPanel(page);
    // It takes the focus when it opens, which would end a selection that is being drawn.
    await expect.poll(() => panel.evaluate(() => document.hasFocus())).toBe(true);
    await expect(panel.getByTestId('place')).toBeVisible();
    await select(page, where(), words);
    await expect(panel.getByTestId('place')).toContainText(words);
    await fillNote(panel, NOTE);
    await sendNote(page, panel);
    expect((await noteAnchors(me)).at(-1)).toMatchObject({ kind: 'words', quote: { exact: words } });
    await expect.poll(() => painted(where())).toEqual([words]);

    await page.reload();
    await expect.poll(() => painted(where())).toEqual([words]);
    const { colour, x, y } = await paint(where());
    expect(colour).toContain('rgba(62, 190, 134');
    await page.mouse.click(x, y);
    await expect.poll(focusedNotes).not.toBeNull();

    const sidebar = await me.openSidebar(page);
    await sidebar
      .locator('.note')
      .first()
      .getByRole('button', { name: /^Go to the place/ })
      .click();
    await expect.poll(() => where().evaluate(() => String(getSelection()))).toBe(words);
  });
}

test.describe('a closed shadow root', () => {
  for (const [name, choose] of [
    ['by mouse', (page: Page) => page.locator('sealed-part').dblclick({ position: { x: 12, y: 8 } })],
    [
      'by the page itself',
      (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('choose-sealed'))),
    ],
  ] as const) {
    test(`has words out of reach, and the note stays with the whole page: selected ${name}`, async () => {
      const page = await me.visit(`${origin}/record?closed=${name}`);
      const panel = await me.openPanel(page);
      await expect(panel.getByTestId('place')).toBeVisible();
      await expect(panel.getByText(/out of reach/)).toHaveCount(0);
      await choose(page);
      await expect(panel.getByText(/out of reach/)).toBeVisible();
      await panel.getByRole('textbox', { name: 'The words meant' }).fill('Nobody reads this part.');
      await fillNote(panel, NOTE);
      await sendNote(page, panel);
      expect((await noteAnchors(me)).at(-1)).toEqual({ kind: 'whole', quote: 'Nobody reads this part.' });
    });
  }

  test('does not make what is selected in a text field be out of reach', async () => {
    const page = await me.visit(`${origin}/record?field`);
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<input id="owner" value="Ines Brandt">'),
    );
    const panel = await me.openPanel(page);
    await expect(panel.getByTestId('place')).toBeVisible();
    await page.locator('#owner').dblclick();
    // What is selected next is heard after what was selected in the field.
    await select(page, page, 'price is on page two');
    await expect(panel.getByTestId('place')).toContainText('price is on page two');
    await panel.getByRole('button', { name: 'Whole', exact: true }).click();
    await expect(panel.getByText(/out of reach/)).toHaveCount(0);
  });
});

/**
 * Records that open in a modal dialog: a component library's, which closes at the first press or focus outside and takes
 * the focus back, and the browser's own. The panel and the picker beside it close nothing and lose no keystroke.
 */
import { closedRoot } from '#testing/browser/closed-root.ts';
import type { Person } from '#testing/browser/extension.ts';
import { expect, test } from '#testing/test.ts';

const RECORD = `<h2 class="deal-title">Cold storage for Aalborg</h2><label>Next step <input id="next" value="Send plan"></label>`;
const PAGES: Record<string, string> = {
  // As Radix does it: the page behind takes no pointer, the focus is trapped, a press outside closes and changes the address.
  library: `<title>Deals</title><style>body{pointer-events:none}</style><main aria-hidden="true"><h1>Deals</h1></main>
<div role="dialog" id="record" style="pointer-events:auto;position:fixed;inset:80px 480px 80px 80px">${RECORD}</div><script>
  window.closedBy = [];
  const isInside = node => record.contains(node);
  const close = why => { closedBy.push(why); record.remove(); history.replaceState(null, '', '/deals'); };
  let last = next;
  document.addEventListener('focusin', e => { if (isInside(e.target)) last = e.target; else { closedBy.push('focus'); last.focus(); } });
  document.addEventListener('focusout', e => { if (e.relatedTarget && !isInside(e.relatedTarget)) { closedBy.push('blur'); last.focus(); } });
  document.addEventListener('pointerdown', e => { if (!isInside(e.target)) close('press'); });
  document.addEventListener('keydown', e => { if (e.key === 'Escape') close('escape'); });
  next.focus();
</script>`,
  browser: `<title>Deals</title><h1>Deals</h1><dialog id="record">${RECORD}</dialog><script>
  window.closedBy = [];
  record.showModal();
  record.addEventListener('close', () => closedBy.push('close'));
  record.addEventListener('click', e => { if (e.target === record) record.close(); });
</script>`,
};

let base: string;
let me: Person;
test.beforeAll(async ({ people, servers }) => {
  base = await servers.startPages((request, response) => {
    const [, name = ''] = (request.url ?? '').split('/');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html>${PAGES[name] ?? '<h1>Deals</h1>'}`);
  });
  me = await people.launch({ colorScheme: 'dark' });
});

for (const kind of ['library', 'browser']) {
  test.describe(`a record in a modal dialog of the ${kind}`, () => {
    test('stays open while a note is typed beside it, and every key arrives', async () => {
      const page = await me.visit(`${base}/${kind}/deals/1041`);
      const panel = await me.openPanel(page);
      const box = panel.getByRole('textbox', { name: 'What I saw or heard' });
      await box.click();
      await page.keyboard.type('Every key of this arrives here.', { delay: 5 });
      await expect(box).toHaveValue('Every key of this arrives here.');
      expect(await page.evaluate(() => (window as unknown as { closedBy: string[] }).closedBy)).toEqual([]);
      expect(new URL(page.url()).pathname).toBe(`/${kind}/deals/1041`);
    });

    test('can be taught from within it', async () => {
      const page = await me.visit(`${base}/${kind}/deals/1041`);
      const panel = await me.openPanel(page);
      await panel.getByRole('button', { name: 'Teach it this site' }).click();
      const card = closedRoot(page);
      await card.click('button', 'Point at it: Title');
      await page.locator('.deal-title').click();
      await card.says('group', 'Title', 'Cold storage for Aalborg');
      await card.click('textbox', 'Name of the site');
      await page.keyboard.type('Nordlys ');
      await expect.poll(() => card.value('textbox', 'Name of the site'), 'the name').toContain('Nordlys');
      expect(await page.evaluate(() => (window as unknown as { closedBy: string[] }).closedBy)).toEqual([]);
      await page.screenshot({ path: `screenshots/teach-modal-${kind}.png` });
      await card.click('button', 'Not now');
      await expect(page.locator('.deal-title')).toBeVisible();
    });
  });
}

/** What an administrator set by the browser's policies: sites switched off, the server named, teaching off. */
import { axeProblems } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import { type ManagedBrowser, managedChromium, managedProblem } from '#testing/browser/managed-browser.ts';
import { answerAsCrm } from '#testing/pages/crm-pages.ts';
import { expect, test } from '#testing/test.ts';

const problem = managedProblem();

test.describe('under a policy', () => {
  test.skip(problem !== undefined, problem);
  let crm: string;
  let managed: ManagedBrowser;
  let person: Person;
  test.beforeAll(async ({ people, servers }) => {
    crm = await servers.startPages(answerAsCrm);
    managed = await managedChromium({
      server: 'https://sideline.acme.example',
      sites: ['127.0.0.1', '*.crm.acme.example'],
      blockedSites: ['*'],
      teaching: false,
    });
    person = await people.launch({ executable: managed.executable });
    // The browser tells its policies a while after its start, and here at times only once somebody looks at them; then
    // they are kept for the next start.
    const policies = await person.visit('chrome://policy');
    await expect
      .poll(
        async () =>
          (await person.worker()).evaluate(async () => (await chrome.storage.local.get('policy')).policy),
        { message: 'the policy to be told', timeout: 60_000 },
      )
      .toBeTruthy();
    await policies.close();
  });
  test.afterAll(() => managed?.remove());

  test('does nothing on a blocked site, and says who switched it off', async () => {
    const page = await person.visit(crm.replace('127.0.0.1', 'localhost'));
    await person.clickToolbar(page);
    const worker = await person.worker();
    const title = () =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return chrome.action.getTitle({ tabId: tab?.id ?? 0 });
      });
    await expect.poll(title, 'the button to say why').toContain('administrator');
    expect(page.frames()).toHaveLength(1);
  });

  test('works on a wanted site, where nobody can teach it', async () => {
    const page = await person.visit(`${crm}/deals/1041`);
    const panel = await person.openPanel(page);
    await expect(panel.getByRole('button', { name: 'Always on this site' })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Teach it this site' })).toHaveCount(0);
  });

  test('is shown in the settings, locked, with the reason', async () => {
    const options = await person.extensionPage('options.html');
    const server = options.getByRole('textbox', { name: 'Server address' });
    await expect(server).toHaveValue('https://sideline.acme.example');
    await expect(server).not.toBeEditable();
    await expect(options.getByText('Set by your administrator.')).toBeVisible();
    await expect(options.getByText('Every other site')).toBeVisible();
    await expect(options.getByRole('switch', { name: /crm\.acme\.example/ })).toBeVisible();
    await expect(options.getByRole('button', { name: 'Allow these sites (2)' })).toBeVisible();
    await expect(options.getByText('Your administrator lets nobody teach sites here.')).toBeVisible();
    await expect(options.getByRole('button', { name: 'Add from a file…' })).toHaveCount(0);
    await options.screenshot({ path: 'screenshots/options-managed.png', fullPage: true });
    expect(await axeProblems(options)).toEqual([]);
  });
});

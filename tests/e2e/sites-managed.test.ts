/** What an administrator set by the browser's policies: sites switched off, the server named, teaching off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from '#testing/accessibility.ts';
import { type Crm, startCrm } from '#testing/crm-pages.ts';
import { launch, type Person, until } from '#testing/extension.ts';
import { type ManagedBrowser, managedChromium, managedProblem } from '#testing/managed-browser.ts';

const problem = managedProblem();
if (problem) console.warn(`SKIPPED sites-managed: ${problem}.`);

describe.skipIf(problem)('under a policy', () => {
  let crm: Crm;
  let browser: ManagedBrowser;
  let person: Person;
  const before = process.env.SIDELINE_CHROMIUM;
  beforeAll(async () => {
    crm = await startCrm();
    browser = await managedChromium({
      server: 'https://sideline.acme.example',
      sites: ['127.0.0.1', '*.crm.acme.example'],
      blockedSites: ['*'],
      teaching: false,
    });
    process.env.SIDELINE_CHROMIUM = browser.executable;
    person = await launch();
    // The browser tells its policies a while after its start; then they are kept for the next one.
    await until(
      async () =>
        (await person.worker()).evaluate(async () => (await chrome.storage.local.get('policy')).policy),
      'the policy to be told',
    );
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.SIDELINE_CHROMIUM;
    else process.env.SIDELINE_CHROMIUM = before;
    await person?.close();
    browser?.remove();
    await crm?.stop();
  });

  it('does nothing on a blocked site, and says who switched it off', async () => {
    const page = await person.visit(crm.url.replace('127.0.0.1', 'localhost'));
    await person.clickToolbar(page);
    const worker = await person.worker();
    const title = () =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return chrome.action.getTitle({ tabId: tab?.id ?? 0 });
      });
    await until(async () => (await title()).includes('administrator'), 'the button to say why');
    expect(page.frames()).toHaveLength(1);
    await page.close();
  });

  it('works on a wanted site, where nobody can teach it', async () => {
    const page = await person.visit(`${crm.url}/deals/1041`);
    const panel = await person.openPanel(page);
    await panel.getByRole('button', { name: 'Always on this site' }).waitFor();
    expect(await panel.getByRole('button', { name: 'Teach it this site' }).count()).toBe(0);
    await page.close();
  });

  it('is shown in the settings, locked, with the reason', async () => {
    const options = await person.extensionPage('options.html');
    const server = options.getByRole('textbox', { name: 'Server address' });
    await until(async () => (await server.inputValue()) === 'https://sideline.acme.example', 'the server');
    expect(await server.isEditable()).toBe(false);
    await options.getByText('Set by your administrator.').waitFor();
    await options.getByText('Every other site').waitFor();
    await options.getByRole('switch', { name: /crm\.acme\.example/ }).waitFor();
    await options.getByRole('button', { name: 'Allow these sites (2)' }).waitFor();
    await options.getByText('Your administrator lets nobody teach sites here.').waitFor();
    expect(await options.getByRole('button', { name: 'Add from a file…' }).count()).toBe(0);
    await options.screenshot({ path: 'screenshots/options-managed.png', fullPage: true });
    expect(await axeProblems(options)).toEqual([]);
    await options.close();
  });
});

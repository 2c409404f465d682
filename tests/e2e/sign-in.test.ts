/** From nothing to a signed-in team, by hand: an owner starts a workspace, invites with a link, both sign in. */
import type { Page } from '@playwright/test';
import { noRateLimits } from '#server/http/rate-limit.ts';
import type { RunningServer } from '#server/start.ts';
import type { Person } from '#testing/browser/extension.ts';
import { expect, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

const PASSWORD = 'a long enough pass phrase';

let server: RunningServer;
let owner: Person;
let rep: Person;
test.beforeAll(async ({ people, servers }) => {
  server = await servers.startEmpty({ port: 0, dataDir: ':memory:', rateLimits: noRateLimits, log: null });
  [owner, rep] = [await people.launch(), await people.launch()];
});

test.describe('joining', () => {
  let invitation = '';

  test('lets an owner start a workspace and make an invitation link', async () => {
    const page = await owner.visit(server.url);
    await page.getByLabel('Your name').fill('Olive Owner');
    await page.getByLabel('Your e-mail').fill('olive@team.example');
    await page.getByLabel('A password').fill(PASSWORD);
    await page.getByLabel('Name of the workspace').fill('North Sales');
    await page.getByRole('button', { name: 'Start the workspace' }).click();
    await page.getByLabel('Their e-mail').fill('jonas@team.example');
    await page.getByRole('region', { name: /invit/i }).getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    invitation = await page.getByLabel(/^Link, good until/).inputValue();
    expect(invitation).toMatch(/\/join\/.{16,}/);
  });

  test('signs the owner in from the extension, without it ever seeing a password', async () => {
    await signInByHand(owner, server.url);
    const options = await owner.extensionPage('options.html');
    await expect(options.getByText('Olive Owner in North Sales')).toBeVisible();
  });

  test('lets the invited person join by the link and sign in', async () => {
    const page = await rep.visit(invitation);
    await page.getByLabel('Your name').fill('Jonas Petersen');
    await page.getByLabel('A password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Join the workspace' }).click();
    await page.waitForURL(url => !url.pathname.startsWith('/join'));
    await page.close();
    await signInByHand(rep, server.url);
    const options = await rep.extensionPage('options.html');
    await expect(options.getByText('Jonas Petersen in North Sales')).toBeVisible();
  });

  test('leaves nothing on the device after signing out', async () => {
    const options = await rep.extensionPage('options.html');
    await options.getByRole('button', { name: 'Sign out' }).click();
    await options.getByRole('button', { name: 'Sign out' }).click();
    await expect(options.getByText('You work alone')).toBeVisible();
    const left = await options.evaluate(() => chrome.storage.local.get('account'));
    expect(left).toEqual({});
  });
});

test.describe('a wrong address', () => {
  for (const [typed, expected] of [
    ['not an address', 'That is not a web address.'],
    ['http://notes.example.com', 'Only https'],
    ['http://127.0.0.1:1', 'Nothing answers at that address.'],
  ] as const) {
    test(`${typed}: says what is wrong and keeps what was typed`, async () => {
      const options = await rep.extensionPage('options.html');
      await options.getByLabel('Server address').fill(typed);
      await options.getByRole('button', { name: 'Sign in' }).click();
      await expect(options.getByTestId('sign-in-problem').filter({ hasText: expected })).toBeVisible();
      await expect(options.getByLabel('Server address')).toHaveValue(typed);
    });
  }
});

/** The device flow: address, code, approval on the server's own page, back. */
async function signInByHand(person: Person, address: string): Promise<void> {
  const options = await person.extensionPage('options.html');
  await options.getByLabel('Server address').fill(address);
  const opened = person.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Sign in' }).click();
  const approval = await opened;
  const code = await options.getByTestId('user-code').innerText();
  await approval.waitForLoadState();
  await approve(approval, code);
  await expect(options.getByTestId('signed-in')).toBeVisible({ timeout: 30_000 });
  await options.close();
  await approval.close();
}

async function approve(page: Page, code: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Approve', exact: true });
  if (await page.getByLabel('Password').isVisible()) {
    throw new Error('The browser in which one joined is signed in already.');
  }
  const letters = (text: string) => text.replace(/\W/g, '');
  await expect
    .poll(async () => letters(await page.locator('body').innerText()), 'the code')
    .toContain(letters(code));
  await button.click();
}

/** The server's own pages in a real browser: a passkey from making it to signing in, and how they look and read. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { createRecord } from '#lib/records/create.ts';
import { axeProblems } from '#testing/browser/accessibility.ts';
import { PAYLOADS } from '#testing/pages/payloads.ts';
import { freePort } from '#testing/server/free-port.ts';
import type { TestMember, TestTeam } from '#testing/server/team.ts';
import { expect, test } from '#testing/test.ts';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;
let key: TestMember;

test.beforeAll(async ({ servers }) => {
  const port = await freePort();
  // A passkey belongs to a name, and this machine's own is the one that needs no TLS.
  team = await servers.startTeam({
    port,
    publicUrl: `http://localhost:${port}`,
    company: {
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: 'x',
      name: 'Birch & Sons',
      domains: [],
      trustEmail: false,
    },
    mail: { url: 'smtp://127.0.0.1:9', from: 'team@sideline.example' },
  });
  const coach = await team.join('Donaudampfschifffahrtsgesellschaftskapitänin Ines', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
  key = await team.join('Kim Key', ['coachee']);
  for (const name of ['Depot CRM', 'Donaudampfschifffahrtsgesellschaftsauftragsverwaltung']) {
    const hosts = ['crm.depot.example', `*.${name.toLowerCase().replace(' ', '-')}.example.com`];
    await team.owner.push(
      createRecord(
        {
          type: 'site',
          workspaceId: team.workspaceId,
          authorId: team.owner.id,
          audience: 'workspace',
          body: { definition: { name, match: { hosts } } },
        },
        Date.now(),
      ),
    );
  }
});

/** A browser that is signed in as this member. */
async function contextOf(
  browser: Browser,
  member: TestMember | undefined,
  options: object = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  const [name = '', value = ''] = member?.cookie.split('=') ?? [];
  if (member) await context.addCookies([{ name, value, url: team.url, sameSite: 'Lax', httpOnly: true }]);
  return context;
}

test.describe('a passkey', () => {
  /** A virtual key in this page's browser that always says yes. */
  async function addKey(page: Page): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  }

  test('is made in the account, signs in without a password, and is gone when it is removed', async ({
    browser,
  }) => {
    const context = await contextOf(browser, key);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', message => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await addKey(page);
    await page.goto(`${team.url}/account`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByText('The passkey is added')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();

    await page.waitForURL(/sign-in/);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(/\/team\//);
    await expect(page.locator('.who')).toContainText('Kim Key');
    // What a page had signed once is of no use again: the challenge is used up.
    await page.goto(`${team.url}/account`);
    await page.getByRole('button', { name: /Remove the passkey/ }).click();
    await expect(page.getByText('The passkey is removed here')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await page.waitForURL(/sign-in/);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByText('The passkey was not accepted')).toBeVisible();
    expect(refused).toEqual([]);
    await context.close();
  });
});

for (const [colorScheme, locale] of [
  ['light', 'en-GB'],
  ['dark', 'de-DE'],
] as const) {
  test.describe(`the pages in ${colorScheme}, ${locale}`, () => {
    const pages: [name: string, path: () => string, who: () => TestMember | undefined][] = [
      ['sign-in', () => '/sign-in', () => undefined],
      ['mail-link', () => '/sign-in/mail', () => undefined],
      ['device', () => '/device', () => rep],
      ['account', () => '/account', () => rep],
      ['team', () => `/team/${team.workspaceId}`, () => team.owner],
      ['audit', () => `/team/${team.workspaceId}/audit?check=1`, () => team.owner],
      ['data', () => `/team/${team.workspaceId}/data`, () => team.owner],
      ['sites', () => `/team/${team.workspaceId}/sites`, () => team.owner],
      ['data-sheet', () => `/team/${team.workspaceId}/data-sheet`, () => rep],
      ['team-member', () => `/team/${team.workspaceId}`, () => rep],
    ];
    for (const [name, path, who] of pages) {
      test(`${name} breaks no rule of accessibility and fits 320 px`, async ({ browser }) => {
        const context = await contextOf(browser, who(), {
          colorScheme,
          locale,
          viewport: { width: 320, height: 800 },
        });
        const page = await context.newPage();
        await page.goto(team.url + path());
        for (const details of await page.locator('details').all()) {
          await details.evaluate(element => element.setAttribute('open', ''));
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await page.screenshot({ path: `screenshots/server-${name}-${colorScheme}-320.png`, fullPage: true });
        expect(await axeProblems(page)).toEqual([]);
        await page.setViewportSize({ width: 1000, height: 800 });
        await page.screenshot({ path: `screenshots/server-${name}-${colorScheme}.png`, fullPage: true });
        await context.close();
      });
    }
  });
}

test.describe('one’s own data as a page', () => {
  test('opens from the disk, in both schemes, and runs nothing', async ({ browser }) => {
    await rep.push(
      ...PAYLOADS.map(text =>
        rep.note(rep, { body: { observation: text, artifact: { ...WORK, title: text, url: text } } }),
      ),
    );
    const file = join(mkdtempSync(join(tmpdir(), 'sideline-own-')), 'own-data.html');
    writeFileSync(file, await (await rep.fetch('/v1/export?format=html')).text());
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await contextOf(browser, undefined, {
        colorScheme,
        viewport: { width: 320, height: 800 },
      });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', request => asked.push(request.url()));
      await page.goto(`file://${file}`);
      for (const text of PAYLOADS) await expect(page.locator('dd', { hasText: text }).first()).toBeVisible();
      for (const link of await page.getByRole('link').all()) {
        expect(await link.getAttribute('href')).toMatch(/^https?:/);
      }
      expect(await page.evaluate(() => '__ran' in globalThis)).toBe(false);
      expect(asked.filter(url => !url.startsWith('file:'))).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.screenshot({ path: `screenshots/own-data-${colorScheme}-320.png` });
      await context.close();
    }
  });
});

const WORK = { kind: 'crm', site: 'demo', key: 'https://crm.example|deal|17' } as const;

test.describe('without JavaScript', () => {
  test('everything but passkeys works', async ({ browser }) => {
    const context = await contextOf(browser, undefined, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${team.url}/sign-in`);
    await page.getByLabel('E-mail').fill(rep.email);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/team\//);
    await page.goto(`${team.url}/account`);
    await page.getByLabel('Your name').fill('Ravi R. Rep');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Your name is changed.')).toBeVisible();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByRole('heading', { name: 'Add a passkey' })).toBeVisible();
    expect(await page.content()).toContain('Passkeys need JavaScript');
    await context.close();
  });
});

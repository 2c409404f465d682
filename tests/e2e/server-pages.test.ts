/** The server's own pages in a real browser: a passkey from making it to signing in, and how they look and read. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import { axeProblems } from '#testing/accessibility.ts';
import { findChromium } from '#testing/browser.ts';
import { freePort } from '#testing/extension.ts';
import { PAYLOADS } from '#testing/payloads.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/team.ts';

let browser: Browser;
let team: TestTeam & { owner: TestMember };
let rep: TestMember;
let key: TestMember;

beforeAll(async () => {
  mkdirSync('screenshots', { recursive: true });
  browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  const port = await freePort();
  // A passkey belongs to a name, and this machine's own is the one that needs no TLS.
  team = await startTeam({
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
afterAll(async () => {
  await browser?.close();
  await team?.stop();
});

/** A browser that is signed in as this member. */
async function contextOf(member: TestMember | undefined, options: object = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  const [name = '', value = ''] = member?.cookie.split('=') ?? [];
  if (member) await context.addCookies([{ name, value, url: team.url, sameSite: 'Lax', httpOnly: true }]);
  return context;
}

describe('a passkey', () => {
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

  it('is made in the account, signs in without a password, and is gone when it is removed', async () => {
    const context = await contextOf(key);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', message => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await addKey(page);
    await page.goto(`${team.url}/account`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The passkey is added').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();

    await page.waitForURL(/sign-in/);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(/\/team\//);
    expect(await page.locator('.who').innerText()).toContain('Kim Key');
    // What a page had signed once is of no use again: the challenge is used up.
    await page.goto(`${team.url}/account`);
    await page.getByRole('button', { name: /Remove the passkey/ }).click();
    await page.getByText('The passkey is removed here').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await page.waitForURL(/sign-in/);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('The passkey was not accepted').waitFor();
    expect(refused).toEqual([]);
    await context.close();
  });
});

describe.each([
  ['light', 'en-GB'],
  ['dark', 'de-DE'],
] as const)('the pages in %s, %s', (colorScheme, locale) => {
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
  it.each(pages)('%s breaks no rule of accessibility and fits 320 px', async (name, path, who) => {
    const context = await contextOf(who(), { colorScheme, locale, viewport: { width: 320, height: 800 } });
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
});

describe('one’s own data as a page', () => {
  it('opens from the disk, in both schemes, and runs nothing', async () => {
    await rep.push(
      ...PAYLOADS.map(text =>
        rep.note(rep, { body: { observation: text, artifact: { ...WORK, title: text, url: text } } }),
      ),
    );
    const file = join(mkdtempSync(join(tmpdir(), 'sideline-own-')), 'own-data.html');
    writeFileSync(file, await (await rep.fetch('/v1/export?format=html')).text());
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await contextOf(undefined, { colorScheme, viewport: { width: 320, height: 800 } });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', request => asked.push(request.url()));
      await page.goto(`file://${file}`);
      for (const text of PAYLOADS) await page.locator('dd', { hasText: text }).first().waitFor();
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

describe('without JavaScript', () => {
  it('everything but passkeys works', async () => {
    const context = await contextOf(undefined, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${team.url}/sign-in`);
    await page.getByLabel('E-mail').fill(rep.email);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/team\//);
    await page.goto(`${team.url}/account`);
    await page.getByLabel('Your name').fill('Ravi R. Rep');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your name is changed.').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('heading', { name: 'Add a passkey' }).waitFor();
    expect(await page.content()).toContain('Passkeys need JavaScript');
    await context.close();
  });
});

/** The settings of sites: switches, files, corrections. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { axeProblems } from '#testing/browser/accessibility.ts';
import type { Person } from '#testing/browser/extension.ts';
import { answerAsCrm } from '#testing/pages/crm-pages.ts';
import type { Cast } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

test.describe.configure({ mode: 'serial' });

let crm: string;
let folder: string;
test.beforeAll(async ({ servers }) => {
  crm = await servers.startPages(answerAsCrm);
  folder = mkdtempSync(join(tmpdir(), 'sideline-sites-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function taught(change: Partial<SiteDefinition> = {}): SiteDefinition {
  return {
    id: 'taught-nordlys',
    name: 'Nordlys Sales',
    version: 1,
    kind: 'crm',
    match: { hosts: [new URL(crm).host] },
    pages: [
      {
        type: 'deal',
        address: [{ path: '/deals/(?<id>\\d{1,12})(?:/.*)?' }],
        title: [{ css: '.deal-title' }],
      },
    ],
    tried: { on: 'software', what: 'taught on a page', date: '2026-11-22' },
    ...change,
  };
}
async function choose(options: Page, content: string): Promise<void> {
  const file = join(folder, 'sites.json');
  writeFileSync(file, content);
  await options.getByTestId('sites-file').setInputFiles(file);
}
const headingOn = async (person: Person, path: string) => {
  const page = await person.visit(crm + path);
  const panel = await person.openPanel(page);
  const heading = await panel.getByRole('heading', { level: 1 }).innerText();
  await page.close();
  return heading;
};

test.describe('for one person', () => {
  let me: Person;
  test.beforeAll(async ({ people }) => {
    me = await people.launch({ granted: ['https://crm.acme.example', crm] });
  });

  test('a file adds a site at once; a bad one says what is wrong and loses nothing', async () => {
    const options = await me.extensionPage('options.html');
    await choose(
      options,
      JSON.stringify({ sites: [taught(), taught({ name: 'All sites', match: { hosts: ['*.com'] } })] }),
    );
    await expect(options.getByText('Added: Nordlys Sales')).toBeVisible();
    await expect(options.getByText('Not added: All sites')).toBeVisible();
    await expect(options.getByText('would take in sites of other people')).toBeVisible();
    await choose(options, '<script>alert(1)</script>');
    await expect(options.getByText('This is no JSON file.')).toBeVisible();
    const card = options.getByRole('article', { name: 'Nordlys Sales' });
    await expect(card).toBeVisible();
    for (const [width, name] of [
      [1280, 'wide'],
      [320, 'narrow'],
    ] as const) {
      await options.setViewportSize({ width, height: 900 });
      await options.screenshot({ path: `screenshots/options-sites-${name}.png`, fullPage: true });
      const overflow = await options.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await axeProblems(options)).toEqual([]);
    expect(await headingOn(me, '/deals/1041')).toBe('Cold storage for Aalborg');
  });

  test('is corrected as text: a mistake is named and the old one stays', async () => {
    const options = await me.extensionPage('options.html');
    const card = options.getByRole('article', { name: 'Nordlys Sales' });
    await card.getByRole('button', { name: 'Correct as text' }).click();
    const text = card.getByRole('textbox', { name: 'Definition' });
    await text.fill((await text.inputValue()).replace('.deal-title', 'h1['));
    await card.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(card.getByText('has an unclosed [')).toBeVisible();
    await text.fill((await text.inputValue()).replace('h1[', '.app-name'));
    await card.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(card.getByRole('button', { name: 'Correct as text' })).toBeVisible();
    expect(await headingOn(me, '/deals/1041')).toBe('Nordlys Sales');
  });

  test('a tab that is open looks anew when the site is taken away', async () => {
    const page = await me.visit(`${crm}/deals/1042`);
    const panel = await me.openPanel(page);
    await expect(panel.getByText('Record', { exact: true }).first()).toBeVisible();
    const options = await me.extensionPage('options.html');
    const card = options.getByRole('article', { name: 'Nordlys Sales' });
    await card.getByRole('button', { name: 'Remove' }).click();
    await card.getByRole('button', { name: 'Remove' }).click();
    await expect(card).toHaveCount(0);
    await options.close();
    await expect.poll(() => page.frames().length, 'the panel of what is no record any more to go').toBe(1);
    const again = await me.openPanel(page);
    await expect(again.getByText('Page', { exact: true })).toBeVisible();
  });

  test('a switch takes our script out of the site’s open tabs, and of no others', async () => {
    const here = await me.visit(`${crm}/deals/1041`);
    const clicked = await me.visit(crm.replace('127.0.0.1', 'localhost'));
    await me.openPanel(clicked);
    await me.openPanel(here);
    const options = await me.extensionPage('options.html');
    const toggle = options.getByRole('switch', { name: 'http://127.0.0.1' });
    await expect(toggle).toBeChecked();
    await toggle.click();
    await expect.poll(() => here.frames().length, 'the panel to go').toBe(1);
    expect(clicked.frames().length).toBe(2);
    await expect(toggle).not.toBeChecked();
  });
});

test.describe('in a workspace', () => {
  let cast: Cast;
  let owner: Person;
  let rep: Person;
  test.beforeAll(async ({ people, servers }) => {
    cast = await servers.startCast();
    owner = await people.launchAs(cast.owner, cast);
    rep = await people.launchAs(cast.rep, cast);
  });

  test('an owner shares a site; everybody’s device knows it then, and nobody else may change it', async () => {
    const options = await owner.extensionPage('options.html');
    await choose(options, JSON.stringify(taught()));
    await options.getByRole('button', { name: 'Share with the workspace' }).click();
    await expect(options.getByText('shared by you')).toBeVisible();
    const theirs = await rep.extensionPage('options.html');
    const card = theirs.getByRole('article', { name: 'Nordlys Sales' });
    await expect(card.getByText('shared by your workspace')).toBeVisible();
    expect(await card.getByRole('button').allInnerTexts()).toEqual(['Save to a file']);
    expect(await headingOn(rep, '/deals/1042')).toBe('Forklift lease, north site');
    await theirs.screenshot({ path: 'screenshots/options-sites-shared.png', fullPage: true });
  });

  test('one that is no owner is offered no sharing', async () => {
    const options = await rep.extensionPage('options.html');
    await choose(
      options,
      JSON.stringify(taught({ id: 'taught-other', name: 'Other', match: { hosts: ['other.example'] } })),
    );
    await expect(options.getByRole('article', { name: 'Other' })).toBeVisible();
    await expect(options.getByRole('button', { name: 'Share with the workspace' })).toHaveCount(0);
  });
});

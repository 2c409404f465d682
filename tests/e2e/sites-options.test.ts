/** The settings of sites: switches, files, corrections. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteDefinition } from '#lib/artifacts/definition.ts';
import { axeProblems } from '#testing/accessibility.ts';
import { type Cast, launchAs, startCast } from '#testing/cast.ts';
import { type Crm, startCrm } from '#testing/crm-pages.ts';
import { launch, type Person, until } from '#testing/extension.ts';

let crm: Crm;
let folder: string;
beforeAll(async () => {
  crm = await startCrm();
  folder = mkdtempSync(join(tmpdir(), 'sideline-sites-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await crm.stop();
});

function taught(change: Partial<SiteDefinition> = {}): SiteDefinition {
  return {
    id: 'taught-nordlys',
    name: 'Nordlys Sales',
    version: 1,
    kind: 'crm',
    match: { hosts: [new URL(crm.url).host] },
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
  const page = await person.visit(crm.url + path);
  const panel = await person.openPanel(page);
  const heading = await panel.getByRole('heading', { level: 1 }).innerText();
  await page.close();
  return heading;
};

describe('for one person', () => {
  let me: Person;
  beforeAll(async () => {
    me = await launch({ granted: ['https://crm.acme.example', crm.url] });
  });
  afterAll(() => me.close());

  it('a file adds a site at once; a bad one says what is wrong and loses nothing', async () => {
    const options = await me.extensionPage('options.html');
    await choose(
      options,
      JSON.stringify({ sites: [taught(), taught({ name: 'All sites', match: { hosts: ['*.com'] } })] }),
    );
    await options.getByText('Added: Nordlys Sales').waitFor();
    await options.getByText('Not added: All sites').waitFor();
    await options.getByText('would take in sites of other people').waitFor();
    await choose(options, '<script>alert(1)</script>');
    await options.getByText('This is no JSON file.').waitFor();
    const card = options.getByRole('article', { name: 'Nordlys Sales' });
    await card.waitFor();
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
    await options.close();
  });

  it('is corrected as text: a mistake is named and the old one stays', async () => {
    const options = await me.extensionPage('options.html');
    const card = options.getByRole('article', { name: 'Nordlys Sales' });
    await card.getByRole('button', { name: 'Correct as text' }).click();
    const text = card.getByRole('textbox', { name: 'Definition' });
    await text.fill((await text.inputValue()).replace('.deal-title', 'h1['));
    await card.getByRole('button', { name: 'Save', exact: true }).click();
    await card.getByText('has an unclosed [').waitFor();
    await text.fill((await text.inputValue()).replace('h1[', '.app-name'));
    await card.getByRole('button', { name: 'Save', exact: true }).click();
    await card.getByRole('button', { name: 'Correct as text' }).waitFor();
    expect(await headingOn(me, '/deals/1041')).toBe('Nordlys Sales');
    await options.close();
  });

  it('a tab that is open looks anew when the site is taken away', async () => {
    const page = await me.visit(`${crm.url}/deals/1042`);
    const panel = await me.openPanel(page);
    await panel.getByText('Record', { exact: true }).first().waitFor();
    const options = await me.extensionPage('options.html');
    const card = options.getByRole('article', { name: 'Nordlys Sales' });
    await card.getByRole('button', { name: 'Remove' }).click();
    await card.getByRole('button', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
    await options.close();
    await until(async () => page.frames().length === 1, 'the panel of what is no record any more to go');
    const again = await me.openPanel(page);
    await again.getByText('Doc', { exact: true }).waitFor();
    await page.close();
  });

  it('a switch takes our script out of the site’s open tabs, and of no others', async () => {
    const here = await me.visit(`${crm.url}/deals/1041`);
    const clicked = await me.visit(crm.url.replace('127.0.0.1', 'localhost'));
    await me.openPanel(clicked);
    await me.openPanel(here);
    const options = await me.extensionPage('options.html');
    const toggle = options.getByRole('switch', { name: 'http://127.0.0.1' });
    expect(await toggle.isChecked()).toBe(true);
    await toggle.click();
    await until(async () => here.frames().length === 1, 'the panel to go');
    expect(clicked.frames().length).toBe(2);
    expect(await toggle.isChecked()).toBe(false);
    await options.close();
  });
});

describe('in a workspace', () => {
  let cast: Cast;
  let owner: Person;
  let rep: Person;
  beforeAll(async () => {
    cast = await startCast();
    owner = await launchAs(cast.owner, cast);
    rep = await launchAs(cast.rep, cast);
  });
  afterAll(async () => {
    await owner?.close();
    await rep?.close();
    await cast?.stop();
  });

  it('an owner shares a site; everybody’s device knows it then, and nobody else may change it', async () => {
    const options = await owner.extensionPage('options.html');
    await choose(options, JSON.stringify(taught()));
    await options.getByRole('button', { name: 'Share with the workspace' }).click();
    await options.getByText('shared by you').waitFor();
    const theirs = await rep.extensionPage('options.html');
    const card = theirs.getByRole('article', { name: 'Nordlys Sales' });
    await card.getByText('shared by your workspace').waitFor();
    expect(await card.getByRole('button').allInnerTexts()).toEqual(['Save to a file']);
    expect(await headingOn(rep, '/deals/1042')).toBe('Forklift lease, north site');
    await theirs.screenshot({ path: 'screenshots/options-sites-shared.png', fullPage: true });
    await theirs.close();
    await options.close();
  });

  it('one that is no owner is offered no sharing', async () => {
    const options = await rep.extensionPage('options.html');
    await choose(
      options,
      JSON.stringify(taught({ id: 'taught-other', name: 'Other', match: { hosts: ['other.example'] } })),
    );
    await options.getByRole('article', { name: 'Other' }).waitFor();
    expect(await options.getByRole('button', { name: 'Share with the workspace' }).count()).toBe(0);
    await options.close();
  });
});

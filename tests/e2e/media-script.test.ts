/** Which pages are given the script for players and pictures. */
import type { Page } from '@playwright/test';
import { EXTENSION_ORIGIN, type Person } from '#testing/browser/extension.ts';
import { fillNote, sendNote } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const NOTE = { kind: 'Recognise' as const, observation: 'You put the price on top.', impact: 'It is seen.' };

let me: Person;
test.beforeAll(async ({ people }) => {
  me = await people.launch();
});

/** The scripts of ours that the browser has run on a page, by name, in their order. */
async function scriptsOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(EXTENSION_ORIGIN) && url.endsWith('.js')) found.push(new URL(url).pathname);
  });
  await session.send('Debugger.enable');
  await session.detach();
  return found;
}

const count = (all: string[], name: string) => all.filter(each => each === name).length;

test('a record without player or picture is never given it, though a note is written there', async ({
  demo,
}) => {
  const page = await me.visit(demo.artifacts.crm.url);
  const panel = await me.openPanel(page);
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  const scripts = await scriptsOn(page);
  expect(count(scripts, '/tools.js')).toBe(1);
  expect(count(scripts, '/media.js')).toBe(0);
});

test('a page with a player is given it once', async ({ demo }) => {
  const page = await me.visit(demo.artifacts.clip.url);
  const panel = await me.openPanel(page);
  await expect(panel.getByTestId('place')).toHaveText(/^\s*\d+:\d\d/);
  await fillNote(panel, NOTE);
  await sendNote(page, panel);
  expect(count(await scriptsOn(page), '/media.js')).toBe(1);
});

/** From an empty server to the rep who sees the first note, by two people who have just installed Sideline. */
import type { Frame, Locator, Page } from '@playwright/test';
import { noRateLimits } from '#server/http/rate-limit.ts';
import type { Person } from '#testing/browser/extension.ts';
import { newProfile, removeProfile } from '#testing/browser/profile.ts';
import { expect, found, test } from '#testing/test.ts';

const PASSWORD = 'a long enough pass phrase';
const OBSERVATION = 'You ended the call at 14:20 without saying who sends the plan.';

/** Presses of a button, a link or a key. What is typed into a field is counted beside them. */
let presses = 0;
let fields = 0;
const press = async (what: Locator) => {
  presses += 1;
  await what.click();
};
const type = async (what: Locator, words: string) => {
  fields += 1;
  await what.fill(words);
};

/** The page that opened by itself after the installation. */
const welcomeOf = (person: Person): Promise<Page> =>
  found(
    async () => person.context.pages().find(page => page.url().endsWith('/welcome.html')),
    'the welcome page',
  );

/** The tab that a press opened. */
async function tabOf(person: Person, opening: () => Promise<void>): Promise<Page> {
  const opened = person.context.waitForEvent('page');
  await opening();
  return opened;
}

test('takes under 15 presses', async ({ people, servers, demo }) => {
  // Two installations, two sign-ups and two sign-ins, one after the other.
  test.slow();
  const server = await servers.startEmpty({
    port: 0,
    dataDir: ':memory:',
    rateLimits: noRateLimits,
    log: null,
  });
  const [owner, rep] = [await people.launch({ welcome: true }), await people.launch({ welcome: true })];

  // The owner starts the workspace, and invites the rep, whom they coach unless they choose otherwise.
  const start = await welcomeOf(owner);
  await expect(start.getByText('Sideline puts a short note on the work itself')).toBeVisible();
  await type(start.getByLabel('Server address or invitation link'), server.url);
  const page = await tabOf(owner, () => press(start.getByRole('button', { name: 'Sign in' })));
  await type(page.getByLabel('Name of the workspace'), 'North Sales');
  await type(page.getByLabel('Your name'), 'Olive Owner');
  await type(page.getByLabel('Your e-mail'), 'olive@team.example');
  await type(page.getByLabel('A password'), PASSWORD);
  await press(page.getByRole('button', { name: 'Start the workspace' }));
  await press(page.getByRole('button', { name: 'Approve', exact: true }));
  await expect(start.getByTestId('ready')).toContainText('North Sales');
  await press(page.getByRole('link', { name: /invite somebody/ }));
  await type(page.getByLabel('Their e-mail'), 'jonas@team.example');
  await press(page.getByRole('button', { name: 'Make an invitation link' }));
  const link = await page.getByLabel(/^Link, good until/).inputValue();

  // The rep has the link by mail, and one address is all that they need.
  const invited = await welcomeOf(rep);
  await type(invited.getByLabel('Server address or invitation link'), link);
  const join = await tabOf(rep, () => press(invited.getByRole('button', { name: 'Sign in' })));
  await type(join.getByLabel('Your name'), 'Jonas Petersen');
  await type(join.getByLabel('A password'), PASSWORD);
  await press(join.getByRole('button', { name: 'Join the workspace' }));
  await press(join.getByRole('button', { name: 'Approve', exact: true }));
  await expect(invited.getByTestId('ready')).toContainText('North Sales');

  // The owner writes the first note. The only person whom they coach is chosen already.
  const work = await owner.visit(demo.artifacts.crm.url);
  presses += 1;
  const panel = await owner.openPanel(work);
  await expect(panel.getByTestId('intro')).toBeVisible();
  await expect(whom(panel)).toHaveText('Jonas Petersen');
  presses += 1;
  await panel.getByRole('radio', { name: 'Recognise' }).check();
  await type(panel.getByRole('textbox', { name: 'What I saw or heard' }), OBSERVATION);
  await type(panel.getByRole('textbox', { name: 'Why it matters' }), 'She asked for it by mail.');
  await press(panel.getByRole('button', { name: 'Send to Jonas Petersen' }));
  await expect(panel.getByTestId('message')).toContainText('Sent');

  // The rep opens the same work.
  const same = await rep.visit(demo.artifacts.crm.url);
  presses += 2;
  const sidebar = await rep.openSidebar(same);
  await expect(sidebar.getByText(OBSERVATION)).toBeVisible();

  expect(presses, `presses, beside ${fields} fields`).toBeLessThan(15);
  expect(fields, 'fields').toBeLessThan(13);
});

test('opens the welcome page once, not at each start', async ({ people }) => {
  const profile = newProfile();
  const first = await people.launch({ profile, welcome: true });
  await welcomeOf(first);
  await first.close();
  const again = await people.launch({ profile, welcome: true });
  // A page that is asked for at the start is there before one that the test opens afterwards.
  const page = await again.visit('about:blank');
  const others = again.context.pages().filter(each => each !== page);
  expect(others.filter(each => each.url().endsWith('/welcome.html'))).toEqual([]);
  await again.close();
  removeProfile(profile);
});

const whom = (panel: Frame) =>
  panel.getByRole('combobox', { name: 'For', exact: true }).locator('option:checked');

/** A note that brings the definition of a site: the tabs at that site look again, and the sync does not wait for them. */
import { beforeEach, expect, test, vi } from 'vitest';
import { lookAgainAfter } from '#lib/background/brought-sites.ts';
import { restartTabsAt } from '#lib/background/site-access.ts';
import { freshDb } from '../store/open.ts';

interface Answer {
  url: string;
  panel?: boolean;
}
const world = vi.hoisted(() => ({ sites: vi.fn(), restarted: vi.fn(), tabs: [] as unknown[] }));
vi.mock('wxt/browser', () => ({
  browser: { tabs: { query: async () => world.tabs.map((_, id) => ({ id })) } },
}));
vi.mock('#lib/actions/brought-sites.ts', () => ({ broughtSites: world.sites }));
vi.mock('#lib/messages/ask.ts', () => ({ askPage: (id: number) => world.tabs[id] }));
vi.mock('#lib/background/scripts.ts', () => ({
  ensurePageScript: vi.fn(),
  PAGE_SCRIPT: '/page.js',
  restartPageScript: async (id: number) => world.restarted(id),
}));

const url = 'https://crm.acme.example/deals/7';
const brought = {
  definition: { id: 'taught-acme', match: { hosts: ['crm.acme.example'] } },
  authorId: 'cora',
};
const answers = (...tabs: (Answer | Promise<Answer>)[]) => {
  world.tabs = tabs.map(tab => Promise.resolve(tab));
};

beforeEach(() => {
  world.restarted.mockReset();
  world.sites.mockReset().mockResolvedValueOnce([]).mockResolvedValue([brought]);
});

test('a tab that does not answer, because it shows a dialog, holds up neither the sync nor other tabs', async () => {
  answers(new Promise<Answer>(() => {}), { url });
  expect(await lookAgainAfter(freshDb(), async () => 'synced')).toBe('synced');
  await vi.waitFor(() => expect(world.restarted.mock.calls).toEqual([[1]]));
});

test('a tab whose panel is open is left alone, unless its own person taught the site', async () => {
  answers({ url, panel: true }, { url, panel: false }, { url: 'https://other.example/' });
  await lookAgainAfter(freshDb(), async () => undefined);
  await vi.waitFor(() => expect(world.restarted.mock.calls).toEqual([[1]]));
  await restartTabsAt(['crm.acme.example']);
  expect(world.restarted.mock.calls).toEqual([[1], [0], [1]]);
});

/** Sites that become known because a note brings their definition: tabs that show them look again. */
import { broughtSites } from '#lib/actions/brought-sites.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { restartTabsAt } from './site-access.ts';

/**
 * Runs `sync`, and has the tabs at newly known sites look again afterwards. Nothing waits for the tabs: one that shows a
 * dialog of its page does not answer until that is closed.
 */
export async function lookAgainAfter<T>(db: SidelineDb, sync: () => Promise<T>): Promise<T> {
  const before = await known(db);
  const outcome = await sync();
  const now = await known(db);
  const hosts = [...now].filter(([host, print]) => before.get(host) !== print).map(([host]) => host);
  if (hosts.length > 0) {
    restartTabsAt(hosts, { spareOpen: true }).catch((error: unknown) =>
      console.warn('[sideline] a tab did not look again:', error),
    );
  }
  return outcome;
}

async function known(db: SidelineDb): Promise<Map<string, string>> {
  const sites = await broughtSites(db);
  return new Map(
    sites.map(({ definition }) => [definition.match.hosts[0] ?? '', JSON.stringify(definition)] as const),
  );
}

/** Sites that become known because a note brings their definition: tabs that show them look again. */
import { broughtSites } from '#lib/actions/sites.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { restartTabsAt } from './site-access.ts';

/** Runs `sync`, and has the tabs at newly known sites look again afterwards. */
export async function lookAgainAfter<T>(db: SidelineDb, sync: () => Promise<T>): Promise<T> {
  const before = await known(db);
  const outcome = await sync();
  const now = await known(db);
  const hosts = [...now].filter(([host, print]) => before.get(host) !== print).map(([host]) => host);
  if (hosts.length > 0) await restartTabsAt(hosts);
  return outcome;
}

async function known(db: SidelineDb): Promise<Map<string, string>> {
  const sites = await broughtSites(db);
  return new Map(
    sites.map(({ definition }) => [definition.match.hosts[0] ?? '', JSON.stringify(definition)] as const),
  );
}

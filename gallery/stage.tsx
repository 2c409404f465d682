/** Puts a story on a page: fills a database of its own, surrounds the view, and renders it. */
import { createRoot } from 'react-dom/client';
import { applyLanguage } from '#components/ui/document-language.ts';
import { createInsightReader } from '#lib/background/insight.ts';
import { createHandlers } from '#lib/background/message-handlers.ts';
import { createServerCounts } from '#lib/background/server-counts.ts';
import type { SyncLoop } from '#lib/background/sync-loop.ts';
import { saveAccount } from '#lib/device/account.ts';
import { serve } from '#lib/messages/serve.ts';
import { openDb, type SidelineDb } from '#lib/store/db.ts';
import { type Identity, saveIdentity } from '#lib/store/identity.ts';
import { toRow } from '#lib/store/row/row.ts';
import { saveSyncStatus } from '#lib/sync/status.ts';
import { press, seen } from './press.ts';
import { surround } from './stand-in/browser.ts';
import type { Language } from './stand-in/messages.ts';
import { standInServer } from './stand-in/server.ts';
import type { Story, World } from './story.ts';

export interface Look {
  scheme: 'light' | 'dark';
  language: Language;
  direction: 'ltr' | 'rtl';
}

/** There is no server: what is written stays waiting. */
const nothing = async () => undefined;
const noSync: SyncLoop = { wake: nothing, restart: nothing, schedule: nothing };

const ACCOUNT = { server: 'https://server.example', token: 'gallery' };
const idsOf = ({ workspaceId, memberId }: Identity) => ({ workspaceId, memberId });

export interface Staged {
  /** Resolves when nothing on the stage changes any more. */
  atRest(): Promise<void>;
  takeOff(): Promise<void>;
}

export async function stage(container: HTMLElement, story: Story, look: Look): Promise<Staged> {
  const { world } = story;
  surround({ language: look.language, direction: look.direction, ...world });
  document.documentElement.style.colorScheme = look.scheme;
  applyLanguage();
  const db = openDb(`gallery-${crypto.randomUUID()}`);
  await fill(db, world);
  if (world.server && world.identity) await saveAccount({ ...ACCOUNT, ...idsOf(world.identity) });
  // The background's own handlers answer, on this story's database.
  const fetching = standInServer(world.server);
  const server = { counts: createServerCounts(Date.now, fetching), insight: createInsightReader(fetching) };
  serve(createHandlers(db, noSync, server), async () => true);
  const root = createRoot(container);
  root.render(story.show(db));
  for (const what of story.press ?? []) await press(container, what);
  if (story.until) await seen(container, story.until);
  return {
    atRest: () => atRest(container, db),
    async takeOff() {
      root.unmount();
      await db.delete();
    },
  };
}

/** How often nothing must have changed after all reads that were under way. */
const QUIET = 3;

/** A transaction on all tables ends after those that began before it; then whoever reads live has rendered by the next frame. */
async function atRest(container: HTMLElement, db: SidelineDb): Promise<void> {
  let changes = 0;
  const observer = new MutationObserver(() => changes++);
  observer.observe(container, { childList: true, subtree: true, attributes: true, characterData: true });
  for (let quiet = 0; quiet < QUIET; ) {
    const before = changes;
    await db.transaction('rw', db.tables, () => db.meta.count());
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    quiet = changes === before && container.textContent ? quiet + 1 : 0;
  }
  observer.disconnect();
}

async function fill(db: SidelineDb, { identity, records = [], rows = [], drafts = [], status }: World) {
  const now = Date.now();
  const accepted = records.map(record => toRow(record, { sync: 'accepted', receivedAt: now }));
  await db.records.bulkPut([...accepted, ...rows]);
  await db.drafts.bulkPut([...drafts]);
  if (identity) await saveIdentity(db, identity);
  if (status) await saveSyncStatus(db, { state: status, at: now, message: 'HTTP 503' });
}

import { describe, expect, test } from 'vitest';
import { ownDefinitions } from '#lib/actions/brought-sites.ts';
import { ownSites, removeSite, saveSite, shareSite } from '#lib/actions/sites.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { createRecord } from '#lib/records/create.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { toRow } from '#lib/store/row/row.ts';
import { freshDb } from '#tests/unit/store/open.ts';

const taught = (change: Partial<SiteDefinition> = {}): SiteDefinition => ({
  id: 'taught-crm-acme-example',
  name: 'Acme CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: ['crm.acme.example'] },
  pages: [{ type: 'deal', address: [{ path: '/deals/(?<id>\\d{1,12})' }], title: [{ css: 'h1' }] }],
  tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
  ...change,
});
const contacts = taught({
  pages: [{ type: 'contact', address: [{ path: '/contacts/(?<id>\\d{1,12})' }], title: [{ css: 'h2' }] }],
});

/** Ann's device, in a team whose owner is Olive. */
async function annsDevice(): Promise<SidelineDb> {
  const db = freshDb();
  await saveIdentity(db, {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId: 'ann',
    name: 'Ann',
    members: [],
  });
  return db;
}
/** A record as it comes from the server. */
async function arrive(db: SidelineDb, definition: unknown, at = 50): Promise<void> {
  const record = createRecord(
    {
      type: 'site',
      workspaceId: 'team',
      authorId: 'olive',
      audience: 'workspace',
      body: { definition: definition as Record<string, unknown> },
    },
    at,
  );
  await db.records.put(toRow(record, { sync: 'accepted' }));
}

describe('a site that one taught', () => {
  test('a taught site is saved, used, corrected and removed', async () => {
    const db = freshDb();
    expect(await saveSite(db, taught(), 1)).toMatchObject({ ok: true });
    expect(await ownDefinitions(db)).toEqual([taught()]);
    await saveSite(db, taught({ name: 'Acme' }), 2);
    const [site, ...others] = await ownSites(db);
    expect(others).toEqual([]);
    expect(site).toMatchObject({ mine: true, shared: false, definition: { name: 'Acme' } });
    if (site) await removeSite(db, site, 3);
    expect(await ownDefinitions(db)).toEqual([]);
  });

  test('a taught site learns a second kind of page without forgetting the first', async () => {
    const db = freshDb();
    await saveSite(db, taught(), 1, { join: true });
    await saveSite(db, contacts, 2, { join: true });
    const [both] = await ownDefinitions(db);
    expect(both?.pages.map(({ type }) => type)).toEqual(['contact', 'deal']);
    expect(both?.version).toBe(2);
    await saveSite(db, taught({ pages: [{ ...taught().pages[0], title: [{ css: 'h3' }] } as never] }), 3, {
      join: true,
    });
    const [again] = await ownDefinitions(db);
    expect(again?.pages.map(({ type, title }) => [type, title?.[0]?.css])).toEqual([
      ['deal', 'h3'],
      ['contact', 'h2'],
    ]);
  });

  test('a bad definition is refused with reasons, and the previous one stays', async () => {
    const db = freshDb();
    await saveSite(db, taught(), 1);
    const saved = await saveSite(db, taught({ match: { hosts: ['*.com'] } }), 2);
    expect(saved).toMatchObject({ ok: false, problems: [expect.stringContaining('*.com')] });
    expect(await ownDefinitions(db)).toEqual([taught()]);
  });

  test('the author of a taught site can share it and make it private again', async () => {
    const db = await annsDevice();
    await saveSite(db, taught(), 1);
    const [site] = await ownSites(db);
    if (site) await shareSite(db, site, true, 2);
    expect((await ownSites(db))[0]).toMatchObject({ shared: true, record: { sync: 'pending' } });
    const [shared] = await ownSites(db);
    if (shared) await shareSite(db, shared, false, 3);
    expect((await ownSites(db))[0]?.shared).toBe(false);
  });
});

describe('a site shared by the workspace', () => {
  test('a site shared by the workspace is tried before one’s own, so that a team has one key', async () => {
    const db = await annsDevice();
    await arrive(db, taught({ name: 'The team’s' }));
    await saveSite(db, taught({ name: 'Mine' }), 100);
    expect((await ownDefinitions(db)).map(({ name }) => name)).toEqual(['The team’s', 'Mine']);
  });

  test.each([
    [
      'claims another origin',
      taught({ pages: [{ ...taught().pages[0], origin: 'https://bank.example' } as never] }),
    ],
    ['takes a shipped site', taught({ match: { hosts: ['app.hubspot.com'] } })],
    ['takes every site', taught({ match: { hosts: ['<all_urls>'] } })],
    ['is no definition', { script: 'alert(1)' }],
    ['bears a shipped id', taught({ id: 'salesforce' })],
  ])('a shared site is shown with the reason and not used if it %s', async (_, definition) => {
    const db = await annsDevice();
    await arrive(db, definition);
    expect(await ownDefinitions(db)).toEqual([]);
    const [site] = await ownSites(db);
    expect(site?.problems.length).toBeGreaterThan(0);
    expect(site?.mine).toBe(false);
  });
});

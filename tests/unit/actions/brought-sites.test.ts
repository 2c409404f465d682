/** A definition that a coach taught goes along with their notes, and counts on the device of whoever gets them. */
import { describe, expect, it, vi } from 'vitest';
import { broughtSites, ownDefinitions, withDefinition } from '#lib/actions/brought-sites.ts';
import { saveSite, shareSaved } from '#lib/actions/sites.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { type Artifact, artifactKeys } from '#lib/records/artifact.ts';
import { deleteRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { recordsAt } from '#lib/store/queries/records.ts';
import { toRow } from '#lib/store/row/row.ts';
import { CORA, MONDAY, note, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

const policy = vi.hoisted(() => ({ teaching: true }));
const check = vi.hoisted(() => vi.fn());
vi.mock('#lib/device/policy.ts', () => ({ loadPolicy: async () => policy }));

vi.mock('#lib/artifacts/definition/check-definition.ts', async load => {
  const real = await load<typeof import('#lib/artifacts/definition/check-definition.ts')>();
  return { ...real, checkDefinition: check.mockImplementation(real.checkDefinition) };
});

const ACME: SiteDefinition = {
  id: 'taught-acme',
  name: 'Acme CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: ['crm.acme.example'] },
  pages: [{ type: 'deal', address: [{ path: '/deals/(?<id>\\d{1,12})' }], title: [{ css: 'h1.deal-name' }] }],
  tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
};
const DEAL: Artifact = {
  kind: 'crm',
  site: 'taught-acme',
  key: 'https://crm.acme.example|deal|7',
  url: 'https://crm.acme.example/deals/7?tab=notes',
  title: 'Seven',
};
/** The same page for somebody who does not know the site. */
const PAGE: Artifact = {
  kind: 'doc',
  site: 'page',
  key: 'https://crm.acme.example/deals/7?tab=notes',
  url: 'https://crm.acme.example/deals/7?tab=notes',
  title: 'Seven',
};

async function deviceOf(memberId: string, records: readonly Envelope[] = []) {
  const db = freshDb();
  await saveIdentity(db, {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId,
    name: memberId,
    members: [
      { id: CORA, name: 'Cora', roles: ['owner', 'coach'], coachIds: [] },
      { id: ROB, name: 'Rob', roles: ['coachee'], coachIds: [CORA] },
    ],
  });
  await db.records.bulkPut(records.map(record => toRow(record, { sync: 'accepted' })));
  return db;
}

const found = async (memberId: string, records: Envelope[], page: Artifact) =>
  (await recordsAt(await deviceOf(memberId, records), 'team', artifactKeys(page))).map(({ id }) => id);

describe('a note on a site that only its author was taught', () => {
  it('is found at its address by somebody who does not know the site', async () => {
    const sent = note({ artifact: DEAL }, { id: 'sent' });
    expect(await found(ROB, [sent], PAGE)).toEqual(['sent']);
    expect(
      await found(ROB, [sent], {
        ...PAGE,
        key: 'https://crm.acme.example/deals/8',
        url: 'https://crm.acme.example/deals/8',
      }),
    ).toEqual([]);
    expect(await found(CORA, [sent], DEAL)).toEqual(['sent']);
  });

  it('brings the definition, which finds the record under any of its addresses', async () => {
    const coach = await deviceOf(CORA);
    await saveSite(coach, ACME, MONDAY);
    const { artifact, isFound } = await withDefinition(coach, DEAL);
    expect(isFound).toBe(true);
    const rep = await deviceOf(ROB, [note({ artifact })]);
    expect(await ownDefinitions(rep)).toEqual([ACME]);
    expect((await broughtSites(rep))[0]?.authorId).toBe(CORA);
    expect(await broughtSites(await deviceOf(CORA, [note({ artifact })]))).toEqual([]);
  });

  it('brings none where an owner has shared the site, and the shared one is used', async () => {
    const owner = await deviceOf(CORA);
    await saveSite(owner, ACME, MONDAY);
    await shareSaved(owner, ACME.id, MONDAY);
    expect(await withDefinition(owner, DEAL)).toEqual({ artifact: DEAL, isFound: true });
  });

  it('says that it is not found at the work where no definition can go along', async () => {
    expect(await withDefinition(await deviceOf(CORA), DEAL)).toEqual({ artifact: DEAL, isFound: false });
    const file = { ...PAGE, key: 'file:///a', url: 'file:///home/a.html' };
    expect((await withDefinition(await deviceOf(CORA), file)).isFound).toBe(false);
  });

  it('takes nothing from the page for a definition', async () => {
    const { artifact } = await withDefinition(await deviceOf(CORA), { ...DEAL, taught: { ...ACME } });
    expect(artifact.taught).toBeUndefined();
  });
});

describe('what a note brings is only data', () => {
  const brought = async (definition: unknown, artifact: Partial<Artifact> = {}) =>
    broughtSites(
      await deviceOf(ROB, [
        note({ artifact: { ...DEAL, ...artifact, taught: definition as Record<string, unknown> } }),
      ]),
    );

  it('counts as it is when it passes the check', async () => {
    expect(await brought(ACME)).toHaveLength(1);
  });

  it.each([
    ['another host', { ...ACME, match: { hosts: ['bank.example'] } }],
    ['several hosts', { ...ACME, match: { hosts: ['crm.acme.example', 'bank.example'] } }],
    ['all hosts of a domain', { ...ACME, match: { hosts: ['*.acme.example'] } }],
    ['another site', { ...ACME, id: 'taught-other' }],
    ['no definition at all', { id: 'taught-acme' }],
    ['an origin of its own', { ...ACME, pages: [{ ...ACME.pages[0], origin: 'https://bank.example' }] }],
  ])('is refused for %s', async (_name, definition) => {
    expect(await brought(definition)).toEqual([]);
  });

  it('stays what it was when a later note brings another, until the first is gone', async () => {
    const bring = (id: string, name: string, at: number) =>
      note({ artifact: { ...DEAL, taught: { ...ACME, name } } }, { id, at });
    const [first, later] = [bring('first', 'First', MONDAY), bring('later', 'Later', MONDAY + 1)];
    const names = async (...notes: Envelope[]) =>
      (await broughtSites(await deviceOf(ROB, notes))).map(({ definition }) => definition.name);
    expect(await names(later, first)).toEqual(['First']);
    expect(await names(bring('b', 'B', MONDAY), bring('a', 'A', MONDAY))).toEqual(['A']);
    expect(await names(later)).toEqual(['Later']);
    expect(await names(later, deleteRecord(first, MONDAY + 2))).toEqual(['Later']);
    const broken = note({ artifact: { ...DEAL, taught: { id: 'x' } } }, { id: 'broken', at: MONDAY - 1 });
    expect(await names(broken, later)).toEqual(['Later']);
  });

  it('is checked once, however many notes bring it and however often a page asks', async () => {
    const taught = { ...ACME, name: 'Checked once' };
    const artifact = { ...DEAL, taught };
    const db = await deviceOf(ROB, [note({ artifact }, { id: 'a' }), note({ artifact }, { id: 'b' })]);
    check.mockClear();
    for (let i = 0; i < 3; i++) expect(await broughtSites(db)).toHaveLength(1);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is not even looked at where it is longer than any that goes along', async () => {
    const title = Array.from({ length: 20 }, (_, i) => ({ css: `h1.${'x'.repeat(380)}${i}` }));
    const [page] = ACME.pages;
    expect(await brought({ ...ACME, pages: [page, { ...page, title }] })).toEqual([]);
  });

  it('counts for nothing where an administrator has switched teaching off', async () => {
    policy.teaching = false;
    expect(await brought(ACME)).toEqual([]);
    policy.teaching = true;
  });
});

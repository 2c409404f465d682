/** An owner's settings reach everything on the device that goes by them. */
import { describe, expect, it } from 'vitest';
import { lookAhead } from '#lib/actions/notes/ahead.ts';
import { composerContext } from '#lib/actions/notes/composer-context.ts';
import { changeSettings, maySetWorkspace } from '#lib/actions/settings.ts';
import { loadReminders } from '#lib/device/reminders.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { readMeta } from '#lib/store/meta.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { adoptSolo } from '#lib/store/workspace.ts';
import { CORA, MONDAY, make, note, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

async function ownedBy(roles: string[]): Promise<SidelineDb> {
  const db = freshDb();
  const members = [
    { id: CORA, name: 'Cora', roles, coachIds: [] },
    { id: ROB, name: 'Rob', roles: ['coachee'], coachIds: [CORA] },
  ];
  const identity = { workspaceId: 'team', workspaceName: 'Team', memberId: CORA, name: 'Cora', members };
  await saveIdentity(db, identity as Parameters<typeof saveIdentity>[1]);
  return db;
}
const set = async (db: SidelineDb, ...[changes]: [Parameters<typeof changeSettings>[2]]) =>
  changeSettings(db, await loadIdentity(db), changes);

describe('settings of the workspace on a device', () => {
  it('are one record of the owner, shared with everybody', async () => {
    const db = await ownedBy(['owner']);
    await set(db, { notesADay: 2 });
    await set(db, { audience: 'pair' });
    await set(db, { notesADay: undefined });
    const records = await recordsOfType(db, 'team', 'settings');
    expect(records.map(({ audience, body }) => [audience, body])).toEqual([
      ['workspace', { audience: 'pair' }],
    ]);
  });

  it('change also after another owner whose clock is ahead', async () => {
    const db = await ownedBy(['owner']);
    const identity = await loadIdentity(db);
    const both = identity.members.map(member => ({ ...member, roles: ['owner' as const] }));
    await saveIdentity(db, { ...identity, members: both });
    const ahead = Date.now() + 365 * 24 * 3_600_000;
    await db.records.put({
      ...make('settings', { notesADay: 1, audience: 'pair' }, { by: ROB, at: ahead }),
      workspaceId: 'team',
      audience: 'workspace',
      sync: 'accepted',
    });
    await set(db, { notesADay: 4 });
    expect((await loadIdentity(db)).settings).toEqual({ notesADay: 4, audience: 'pair' });
  });

  it('build on what is stored when they are saved, not on what was read before', async () => {
    const db = await ownedBy(['owner']);
    const identity = await loadIdentity(db);
    await Promise.all([
      changeSettings(db, identity, { audience: 'pair' }),
      changeSettings(db, identity, { quietFrom: 60 }),
    ]);
    expect((await loadIdentity(db)).settings).toEqual({ audience: 'pair', quietFrom: 60 });
  });

  it('only an owner may change them', async () => {
    expect(maySetWorkspace(await loadIdentity(await ownedBy(['owner'])))).toBe(true);
    expect(maySetWorkspace(await loadIdentity(await ownedBy(['coach'])))).toBe(false);
  });

  it('reach the composer, the cap of a day and the quiet hours', async () => {
    const db = await ownedBy(['owner']);
    await set(db, { audience: 'pair', notesADay: 1, quietFrom: 600, restDays: [5] });
    await saveOwn(db, note({}, { at: MONDAY }));
    expect(await composerContext(db)).toMatchObject({ audience: 'pair' });
    const draft = {
      kind: 'correction',
      subjectId: ROB,
      audience: 'pair',
      scores: {},
      openedAt: MONDAY,
    } as const;
    const texts = { observation: 'x', impact: 'x', nextAction: 'x', noteId: 'n', scorecardId: 's' };
    const artifact = {
      kind: 'crm',
      site: 'page',
      key: 'https://x.example',
      url: 'https://x.example',
      title: 'X',
    } as const;
    const ahead = await lookAhead(db, artifact, { ...draft, ...texts }, MONDAY + 1000);
    expect(ahead).toMatchObject({ enoughToday: true, limit: 1 });
    expect(await loadReminders(db, await loadIdentity(db))).toMatchObject({ quietFrom: 600, quietDays: [5] });
  });

  it('are stored as a record only, never with the identity', async () => {
    const db = await ownedBy(['owner']);
    await set(db, { notesADay: 2 });
    await saveIdentity(db, await loadIdentity(db));
    expect(await readMeta(db, 'identity')).not.toHaveProperty('settings');
  });

  it('of somebody who worked alone do not become those of the team that they join', async () => {
    const db = freshDb();
    await set(db, { notesADay: 2 });
    expect((await loadIdentity(db)).settings).toEqual({ notesADay: 2 });
    await adoptSolo(db, { workspaceId: 'team', memberId: CORA });
    expect(await recordsOfType(db, 'team', 'settings')).toEqual([]);
    expect(await recordsOfType(db, SOLO_WORKSPACE, 'settings')).toEqual([]);
  });
});

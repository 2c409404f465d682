/** Sending, against a real store: what is checked where it counts, whatever the panel showed. */
import { describe, expect, it } from 'vitest';
import { composerContext, keepDraft } from '#lib/background/compose.ts';
import { send } from '#lib/background/send.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { recordsOfType, saveOwn } from '#lib/store/records.ts';
import { behaviour, CORA, MONDAY, ROB } from '../coaching/records.ts';
import { freshDb } from '../store/open.ts';

const DEAL: Artifact = {
  kind: 'crm',
  site: 'page',
  key: 'https://crm.example|deal|1',
  url: 'https://crm.example/1',
  title: 'Deal',
};
const DRAFT: ComposerDraft = {
  kind: 'correction',
  subjectId: ROB,
  behaviourId: 'next-step',
  observation: 'The call ended at 31:10 with “talk soon”.',
  impact: 'Nobody knows who moves first.',
  nextAction: 'Confirm the next step aloud before you close the call.',
  checkInDays: 7,
  audience: 'pair',
  scores: {},
  openedAt: MONDAY,
  noteId: 'note-1',
  scorecardId: 'card-1',
};

async function team(): Promise<SidelineDb> {
  const db = freshDb();
  const roles = { coachIds: [CORA] };
  await saveIdentity(db, {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId: CORA,
    name: 'Cora',
    members: [
      { id: CORA, name: 'Cora', roles: ['coach'], coachIds: [] },
      { id: ROB, name: 'Rob', roles: ['coachee'], ...roles },
    ],
  });
  return db;
}

async function notes(db: SidelineDb): Promise<Note[]> {
  return (await recordsOfType(db, 'team', 'note')).filter(record => isType(record, 'note'));
}

describe('sending a note', () => {
  it('keeps one note however often the same draft is sent, and forgets the draft', async () => {
    const db = await team();
    await keepDraft(db, DEAL, DRAFT, MONDAY);
    expect(await send(db, DEAL, DRAFT, MONDAY, 'en')).toMatchObject({ ok: true, noteId: 'note-1' });
    expect(await send(db, DEAL, DRAFT, MONDAY, 'en')).toMatchObject({ ok: true });
    expect(await notes(db)).toHaveLength(1);
    expect((await composerContext(db, DEAL)).draft).toBeUndefined();
  });

  it('writes nothing and keeps the draft where words are about the person', async () => {
    const db = await team();
    await keepDraft(db, DEAL, DRAFT, MONDAY);
    const draft = { ...DRAFT, impact: 'You are lazy.' };
    expect(await send(db, DEAL, draft, MONDAY, 'en')).toEqual({
      ok: false,
      reason: 'reword',
      part: 'impact',
    });
    expect(await notes(db)).toEqual([]);
    expect((await composerContext(db, DEAL)).draft).toEqual(DRAFT);
  });

  it('records that a note went although it names no when or how many', async () => {
    const db = await team();
    expect(
      await send(db, DEAL, { ...DRAFT, nextAction: 'Confirm the next step.' }, MONDAY, 'en'),
    ).toMatchObject({ ok: true });
    expect((await notes(db))[0]?.body.override).toEqual({ verdict: 'needs-standard' });
  });

  it('reads the workspace’s own words as things', async () => {
    const db = await team();
    const draft = { ...DRAFT, nextAction: 'Fill in the better fit field before you close the call.' };
    expect(await send(db, DEAL, draft, MONDAY, 'en')).toMatchObject({ ok: false, reason: 'reword' });
    const own = behaviour({
      name: 'Better Fit field filled in',
      looksLike: 'Fill in the Better Fit field before you close the call.',
    });
    await saveOwn(db, createRecord({ ...own, workspaceId: 'team' }, MONDAY));
    expect(await send(db, DEAL, draft, MONDAY, 'en')).toMatchObject({ ok: true });
  });
});

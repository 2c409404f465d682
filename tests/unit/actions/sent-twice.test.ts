/** A note that is sent again because its answer was lost: nothing that was changed meanwhile may count as sent. */
import { describe, expect, it } from 'vitest';
import { saveHalfWritten, takeDraft } from '#lib/actions/drafts.ts';
import { beginEdit } from '#lib/actions/notes/edit.ts';
import { send } from '#lib/actions/notes/send.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { CORA, DAY, MONDAY, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

const DEAL: Artifact = {
  kind: 'crm',
  site: 'page',
  key: 'https://crm.example|deal|1',
  url: 'https://crm.example/1',
  title: 'Deal',
};
const OTHER: Artifact = { ...DEAL, key: 'https://crm.example|deal|2', url: 'https://crm.example/2' };
const DRAFT: ComposerDraft = {
  kind: 'correction',
  subjectId: ROB,
  behaviourId: 'next-step',
  observation: 'The call ended at 31:10 with “talk soon”.',
  impact: 'Nobody knows who moves first.',
  nextAction: 'Confirm the next step aloud before you close the call.',
  checkInDays: 7,
  audience: 'pair',
  scores: { hook: 3 },
  openedAt: MONDAY,
  noteId: 'note-1',
  scorecardId: 'card-1',
};
const TAB = 'tab';

async function team(): Promise<SidelineDb> {
  const db = freshDb();
  const coached = { roles: ['coachee' as const], coachIds: [CORA] };
  await saveIdentity(db, {
    workspaceId: 'team',
    workspaceName: 'Team',
    memberId: CORA,
    name: 'Cora',
    members: [
      { id: CORA, name: 'Cora', roles: ['coach'], coachIds: [] },
      { id: ROB, name: 'Rob', ...coached },
      { id: 'mara', name: 'Mara', ...coached },
    ],
  });
  return db;
}

async function notes(db: SidelineDb): Promise<Note[]> {
  return (await recordsOfType(db, 'team', 'note')).filter(record => isType(record, 'note'));
}

const trySend = (db: SidelineDb, draft: ComposerDraft, now = MONDAY, artifact = DEAL) =>
  send(db, artifact, draft, now, 'en', TAB);

type Change = [string, Partial<ComposerDraft>];
const CHANGES: Change[] = [
  ['another person', { subjectId: 'mara' }],
  ['another audience', { audience: 'coaches' }],
  ['another behaviour', { behaviourId: 'other' }],
  ['another day to look again', { checkInDays: 3 }],
  ['another place', { place: { anchor: { kind: 'field', label: 'Stage', value: 'Won' }, label: 'Stage' } }],
  ['another moment', { momentAt: MONDAY - DAY }],
  ['seen live', { live: true }],
  ['other scores', { scores: { hook: 2 } }],
];

describe('sending again after the answer was lost', () => {
  it.each(CHANGES)('%s is not taken for what was sent before', async (_name, change) => {
    const db = await team();
    expect(await trySend(db, DRAFT)).toMatchObject({ ok: true });
    const changed = { ...DRAFT, ...change };
    expect(await trySend(db, changed, MONDAY + 1)).toMatchObject({ ok: true, second: true });
    expect(await notes(db)).toHaveLength(2);
    // Its answer may be lost too.
    expect(await trySend(db, changed, MONDAY + 2)).toMatchObject({ ok: true, second: true });
    expect(await notes(db)).toHaveLength(2);
  });

  it('the same note on another record is not taken for what was sent before', async () => {
    const db = await team();
    await trySend(db, DRAFT);
    expect(await trySend(db, DRAFT, MONDAY + 1, OTHER)).toMatchObject({ ok: true, second: true });
    expect((await notes(db)).map(({ body }) => body.artifact.key).sort()).toEqual([DEAL.key, OTHER.key]);
  });

  it('the very same note stays one, even days later and on the page’s former address', async () => {
    const db = await team();
    await trySend(db, DRAFT);
    const again = await trySend(db, { ...DRAFT, openedAt: MONDAY + 5 }, MONDAY + 2 * DAY);
    expect(again).toMatchObject({ ok: true, noteId: 'note-1' });
    expect(again).not.toHaveProperty('second');
    await trySend(db, DRAFT, MONDAY + 3, { ...DEAL, key: DEAL.url });
    expect(await notes(db)).toHaveLength(1);
  });

  it('a reworded ruling is stored, though the note went before', async () => {
    const db = await team();
    for (let i = 0; i < 3; i++) {
      await trySend(db, { ...DRAFT, scores: {}, noteId: `earlier-${i}` }, MONDAY - (3 - i) * DAY);
    }
    const ruling = {
      id: 'ruling-1',
      cause: 'brief',
      remedy: 'brief',
      sentence: 'The brief is vague.',
    } as const;
    const draft = { ...DRAFT, ruling };
    expect(await trySend(db, draft)).toMatchObject({ ok: true });
    const reworded = { ...draft, ruling: { ...ruling, sentence: 'The brief names nobody.' } };
    expect(await saveHalfWritten(db, DEAL, reworded, TAB, MONDAY)).toMatchObject({ state: 'apart' });
    expect(await trySend(db, reworded, MONDAY + 1)).toMatchObject({ ok: true, noteId: 'note-1' });
    const rulings = await recordsOfType(db, 'team', 'ruling');
    expect(rulings.map(({ body }) => body.sentence)).toEqual(['The brief names nobody.']);
    expect(await notes(db)).toHaveLength(4);
  });

  it('a sent note that is changed stays on its record, whatever the page shows by now', async () => {
    const db = await team();
    await trySend(db, DRAFT);
    const begun = await beginEdit(db, 'note-1', TAB, MONDAY, async () => false);
    if (!begun.ok) expect.fail('it is one’s own');
    const changed = { ...begun.draft, impact: 'She wrote on Friday to ask.' };
    expect(await trySend(db, changed, MONDAY + 1, OTHER)).toMatchObject({ ok: true });
    const [note] = await notes(db);
    expect(note?.body).toMatchObject({ impact: changed.impact, artifact: { key: DEAL.key } });
  });
});

describe('the same half-written note in two composers', () => {
  it.each(CHANGES)('%s there is kept beside what is here', async (_name, change) => {
    const db = await team();
    await saveHalfWritten(db, DEAL, DRAFT, 'a', 1);
    await takeDraft(db, DEAL, 'note-1', 'b');
    const outcome = await saveHalfWritten(db, DEAL, { ...DRAFT, ...change }, 'a', 2);
    expect(outcome.state).toBe('apart');
    expect(await db.drafts.count()).toBe(2);
  });
});

/** Half-written notes in several composers at once, against a real store. */
import { describe, expect, it } from 'vitest';
import { draftsHere, dropDraft, saveHalfWritten, takeDraft } from '#lib/actions/drafts.ts';
import { send } from '#lib/actions/notes/send.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { SOLO_MEMBER } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { freshDb } from '../store/open.ts';

const DEAL: Artifact = {
  kind: 'crm',
  site: 'page',
  key: 'https://crm.example|deal|1',
  url: 'https://crm.example/1',
  title: 'Deal',
};
const OTHER: Artifact = { ...DEAL, key: 'https://crm.example|deal|2', url: 'https://crm.example/2' };
const FIRST: ComposerDraft = {
  place: { anchor: { kind: 'field', label: 'Stage', value: 'Proposal' }, label: 'Stage' },
  kind: 'correction',
  subjectId: SOLO_MEMBER,
  observation: 'First note seen.',
  impact: 'It costs a week.',
  nextAction: 'Ask for the date.',
  behaviourId: 'next-step',
  checkInDays: 7,
  audience: 'pair',
  scores: {},
  openedAt: 1,
  noteId: 'note-1',
  scorecardId: 'card-1',
};
const SECOND = {
  ...FIRST,
  observation: 'Second note seen.',
  impact: 'Another cost.',
  nextAction: 'Write it down.',
};
const nobody = async () => false;
const everybody = async () => true;

const open = (db: ReturnType<typeof freshDb>, surface: string, shown = nobody, artifact = DEAL) =>
  draftsHere(db, artifact, { surface, take: true }, shown);
const words = async (db: ReturnType<typeof freshDb>) => ({
  notes: (await db.records.toArray()).flatMap(r => (isType(r, 'note') ? [r.body.observation] : [])).sort(),
  drafts: (await db.drafts.toArray()).map(row => (row.body as ComposerDraft).observation).sort(),
});

describe('a half-written note in several composers', () => {
  it('a second composer lists a half-written note but does not take it while the first one shows it', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    expect(await open(db, 'b', everybody)).toEqual({
      all: [
        {
          noteId: 'note-1',
          excerpt: 'First note seen.\nIt costs a week.\nAsk for the date.',
          held: 'elsewhere',
        },
      ],
    });
  });

  it('the next composer to open takes a half-written note once its own composer is gone', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    expect((await open(db, 'b')).draft).toEqual(FIRST);
    expect((await open(db, 'a', everybody)).draft).toBeUndefined();
  });

  it('when two composers open at once, only one takes the half-written note', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'gone', 1);
    const both = await Promise.all([open(db, 'a'), open(db, 'b')]);
    expect(both.filter(({ draft }) => draft)).toHaveLength(1);
  });

  it('after another composer took a note over, the first one’s new words become a note of their own', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    await takeDraft(db, DEAL, 'note-1', 'b');
    expect(await saveHalfWritten(db, DEAL, FIRST, 'a', 2)).toEqual({ state: 'elsewhere' });
    const apart = await saveHalfWritten(db, DEAL, SECOND, 'a', 3);
    expect(apart.state).toBe('apart');
    // The answer may be lost and the same text saved again.
    expect(await saveHalfWritten(db, DEAL, SECOND, 'a', 4)).toEqual(apart);
    expect((await words(db)).drafts).toEqual(['First note seen.', 'Second note seen.']);
    await dropDraft(db, 'note-1', 'a');
    expect((await words(db)).drafts).toContain('First note seen.');
  });

  it('a half-written note points at nothing when it is continued on another artifact', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    const { place: _, ...rest } = FIRST;
    expect(await takeDraft(db, OTHER, 'note-1', 'a')).toEqual(rest);
    expect((await open(db, 'b', nobody, OTHER)).draft).toEqual(rest);
    expect((await open(db, 'b')).all).toEqual([]);
  });
});

describe('sending half-written notes', () => {
  it('sending other words under a stored id makes one second note, and reports it', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    expect(await send(db, DEAL, FIRST, 1, 'en', 'a')).toMatchObject({ ok: true, noteId: 'note-1' });
    const second = await send(db, DEAL, SECOND, 2, 'en', 'b');
    expect(second).toMatchObject({ ok: true, second: true });
    expect(await send(db, DEAL, SECOND, 3, 'en', 'b')).toEqual(second);
    expect((await words(db)).notes).toEqual(['First note seen.', 'Second note seen.']);
  });

  it('sending two texts under one id at the same moment stores both', async () => {
    const db = freshDb();
    const outcomes = await Promise.all([
      send(db, DEAL, FIRST, 1, 'en', 'a'),
      send(db, DEAL, SECOND, 1, 'en', 'b'),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await words(db)).notes).toEqual(['First note seen.', 'Second note seen.']);
  });

  it('sending a draft deletes that draft only', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    const own = { ...SECOND, noteId: 'note-2', scorecardId: 'card-2' };
    await saveHalfWritten(db, DEAL, own, 'b', 1);
    await send(db, DEAL, FIRST, 2, 'en', 'a');
    expect((await words(db)).drafts).toEqual(['Second note seen.']);
  });

  it('sending a draft leaves what another composer made of the same half-written note', async () => {
    const db = freshDb();
    await saveHalfWritten(db, DEAL, FIRST, 'a', 1);
    await takeDraft(db, DEAL, 'note-1', 'b');
    await saveHalfWritten(db, DEAL, SECOND, 'b', 2);
    expect(await send(db, DEAL, FIRST, 3, 'en', 'a')).toMatchObject({ ok: true });
    expect((await words(db)).drafts).toEqual(['Second note seen.']);
    expect(await send(db, DEAL, SECOND, 4, 'en', 'b')).toMatchObject({ ok: true, second: true });
    expect((await words(db)).notes).toEqual(['First note seen.', 'Second note seen.']);
  });

  it('a draft that is saved too late does not undo the sending', async () => {
    const db = freshDb();
    await send(db, DEAL, FIRST, 1, 'en', 'a');
    expect(await saveHalfWritten(db, DEAL, FIRST, 'a', 2)).toEqual({ state: 'elsewhere' });
    expect((await words(db)).drafts).toEqual([]);
  });
});

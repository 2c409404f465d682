/** Sends notes to a real store: what is checked at sending, whatever the panel showed. */
import { describe, expect, it } from 'vitest';
import { nextDraft } from '#components/composer/state/draft-content.ts';
import { draftsHere, saveHalfWritten } from '#lib/actions/drafts.ts';
import { lookAhead } from '#lib/actions/notes/ahead.ts';
import { composerContext } from '#lib/actions/notes/composer-context.ts';
import { beginEdit } from '#lib/actions/notes/edit.ts';
import { deleteHidden, rewordHidden, sendHidden } from '#lib/actions/notes/hidden.ts';
import { send } from '#lib/actions/notes/send.ts';
import { saveTemplate } from '#lib/actions/templates.ts';
import { draftSchema } from '#lib/background/draft-schema.ts';
import { isHiddenFromSubject } from '#lib/coaching/notes/hidden.ts';
import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import { type Body, isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { HOUR } from '#lib/time.ts';
import { answer, behaviour, CORA, DAY, MONDAY, note, ROB } from '#testing/records.ts';
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

/** The composer that writes, for tests with only one. */
const TAB = 'tab';
const nobodyShows = async () => false;

/** What another composer finds in its form when it opens. */
async function formOf(db: SidelineDb, artifact: Artifact): Promise<ComposerDraft | undefined> {
  return (await draftsHere(db, artifact, { surface: 'other', take: true }, nobodyShows)).draft;
}

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
  it('sending is refused and stores nothing while nobody is chosen', async () => {
    const db = await team();
    expect(await send(db, DEAL, { ...DRAFT, subjectId: undefined }, MONDAY, 'en', TAB)).toEqual({
      ok: false,
      reason: 'incomplete',
      problem: 'subject',
    });
    expect(await notes(db)).toEqual([]);
  });

  it('a note about somebody whom one no longer coaches is refused, and stays half-written', async () => {
    const db = await team();
    await saveHalfWritten(db, DEAL, { ...DRAFT, subjectId: 'lou' }, TAB, MONDAY);
    for (const edits of [undefined, 'note-0']) {
      expect(await send(db, DEAL, { ...DRAFT, subjectId: 'lou', edits }, MONDAY, 'en', TAB)).toEqual({
        ok: false,
        reason: 'may-not-write',
      });
    }
    expect(await notes(db)).toEqual([]);
    expect((await formOf(db, DEAL))?.observation).toBe(DRAFT.observation);
  });

  it('a note that was stored before its person left counts as sent when it is sent again', async () => {
    const db = await team();
    await send(db, DEAL, DRAFT, MONDAY, 'en', TAB);
    await saveIdentity(db, { ...(await loadIdentity(db)), members: [] });
    expect(await send(db, DEAL, DRAFT, MONDAY, 'en', TAB)).toMatchObject({ ok: true, noteId: 'note-1' });
  });

  it('a note to oneself reaches no coach, whoever it was for while it was written', async () => {
    const db = await team();
    await send(db, DEAL, { ...DRAFT, subjectId: CORA, audience: 'coaches' }, MONDAY, 'en', TAB);
    expect((await notes(db)).map(({ audience }) => audience)).toEqual(['pair']);
  });

  it('sending the same draft several times stores one note and deletes the draft', async () => {
    const db = await team();
    await saveHalfWritten(db, DEAL, DRAFT, TAB, MONDAY);
    expect(await send(db, DEAL, DRAFT, MONDAY, 'en', TAB)).toMatchObject({ ok: true, noteId: 'note-1' });
    expect(await send(db, DEAL, DRAFT, MONDAY, 'en', TAB)).toMatchObject({ ok: true });
    expect(await notes(db)).toHaveLength(1);
    expect(await formOf(db, DEAL)).toBeUndefined();
  });

  it('a note with words about the person is not stored, and its draft stays', async () => {
    const db = await team();
    await saveHalfWritten(db, DEAL, DRAFT, TAB, MONDAY);
    const draft = { ...DRAFT, impact: 'You are lazy.' };
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB)).toEqual({
      ok: false,
      reason: 'reword',
      part: 'impact',
    });
    expect(await notes(db)).toEqual([]);
    expect(await formOf(db, DEAL)).toEqual(DRAFT);
  });

  it('a note that names no when or how many may be sent, and records that it was', async () => {
    const db = await team();
    expect(
      await send(db, DEAL, { ...DRAFT, nextAction: 'Ask more questions.' }, MONDAY, 'en', TAB),
    ).toMatchObject({ ok: true });
    expect((await notes(db))[0]?.body.override).toEqual({
      verdict: 'needs-standard',
      version: expect.stringMatching(/^en-[0-9a-f]{8}$/),
    });
  });

  it('a wish is asked about once: sent as it is, the note records it', async () => {
    const db = await team();
    const draft = { ...DRAFT, nextAction: 'Be more engaging.' };
    const question = { ok: false, reason: 'ask', part: 'nextAction' };
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB)).toEqual(question);
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB, 'Make it pop.')).toEqual(question);
    expect(await notes(db)).toEqual([]);
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB, draft.nextAction)).toMatchObject({ ok: true });
    expect((await notes(db))[0]?.body.override).toMatchObject({ verdict: 'vague' });
  });

  it('the language check reads the workspace’s own words as things', async () => {
    const db = await team();
    const draft = { ...DRAFT, nextAction: 'Fill in real energy and passion before the call.' };
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB)).toMatchObject({ ok: false, reason: 'ask' });
    const own = behaviour({ name: 'The form “real energy and passion”', looksLike: 'Fill in the form.' });
    await saveOwn(db, createRecord({ ...own, subjectId: undefined, workspaceId: 'team' }, MONDAY));
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB)).toMatchObject({ ok: true });
  });
});

/** Corrections of the same behaviour for Rob, one a day, each on its own place, up to yesterday. */
async function earlier(db: SidelineDb, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const draft = { ...DRAFT, noteId: `earlier-${i}` };
    const outcome = await send(db, DEAL, draft, MONDAY - (count - i) * DAY, 'en', TAB);
    expect(outcome.ok).toBe(true);
  }
}

describe('a repeated correction', () => {
  const ruling = {
    id: 'ruling-1',
    cause: 'brief',
    remedy: 'brief',
    sentence: 'The brief says who closes.',
  } as const;

  it('the third correction of the same behaviour raises a question, but is sent', async () => {
    const db = await team();
    await earlier(db, 2);
    expect(await lookAhead(db, DEAL, DRAFT, MONDAY)).toMatchObject({
      count: 3,
      asks: 'is it structural',
      earlier: [{ id: 'earlier-0' }, { id: 'earlier-1' }],
    });
    expect((await send(db, DEAL, DRAFT, MONDAY, 'en', TAB)).ok).toBe(true);
  });

  it('the fourth correction of the same behaviour waits until its author has named the cause', async () => {
    const db = await team();
    await earlier(db, 3);
    expect(await send(db, DEAL, DRAFT, MONDAY, 'en', TAB)).toEqual({ ok: false, reason: 'ruling-first' });
    const blank = { ...DRAFT, ruling: { ...ruling, sentence: ' ' } };
    expect(await send(db, DEAL, blank, MONDAY, 'en', TAB)).toEqual({ ok: false, reason: 'ruling-first' });
    expect(await notes(db)).toHaveLength(3);

    expect((await send(db, DEAL, { ...DRAFT, ruling }, MONDAY, 'en', TAB)).ok).toBe(true);
    const [sent] = await notes(db);
    expect(sent).toMatchObject({ id: 'note-1', refs: ['ruling-1'], body: { rulingId: 'ruling-1' } });
    const [kept] = await recordsOfType(db, 'team', 'ruling');
    expect(kept).toMatchObject({
      subjectId: ROB,
      audience: 'coaches',
      refs: ['earlier-0', 'earlier-1', 'earlier-2'],
      body: { on: 'pattern', cause: 'brief', remedy: 'brief' },
    });
    // A ruling settles the notes it covers, so the next correction is counted from the start.
    const next = { ...DRAFT, noteId: 'note-2' };
    expect(await lookAhead(db, DEAL, next, MONDAY + DAY)).toMatchObject({ asks: 'nothing' });
  });

  it('recognition, questions and notes to oneself are never held back', async () => {
    const db = await team();
    await earlier(db, 3);
    for (const change of [{ kind: 'recognition' }, { kind: 'question' }, { subjectId: CORA }] as const) {
      expect(await lookAhead(db, DEAL, { ...DRAFT, ...change }, MONDAY)).toMatchObject({ asks: 'nothing' });
    }
  });

  it('a habit with more occasions than a note can name names the newest, and can be changed again', async () => {
    const db = await team();
    const instances = Array.from({ length: 25 }, (_, i) => `earlier-${i}`);
    const draft = { ...DRAFT, instances };
    expect(draftSchema.safeParse(draft).success).toBe(true);
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB)).toMatchObject({ ok: true });
    expect((await notes(db))[0]?.refs).toEqual(instances.slice(-20));
    // As a synced note might be, with references to other things among them.
    const [sent] = await notes(db);
    if (!sent) throw new Error('it was sent');
    const refs = ['older', ...instances, 'ruling-1'];
    await db.records.put({ ...sent, refs, body: { ...sent.body, rulingId: 'ruling-1' }, sync: 'accepted' });
    const begun = await beginEdit(db, 'note-1', TAB, MONDAY, nobodyShows);
    if (!begun.ok) expect.fail('it is one’s own');
    expect(begun.draft.instances).toEqual(instances.slice(-20));
    expect(draftSchema.safeParse(begun.draft).success).toBe(true);
  });

  it('a note about a habit refers to its occasions', async () => {
    const db = await team();
    await earlier(db, 2);
    const draft = { ...DRAFT, instances: ['earlier-0', 'earlier-1'] };
    expect((await send(db, DEAL, draft, MONDAY, 'en', TAB)).ok).toBe(true);
    expect((await notes(db))[0]).toMatchObject({
      refs: ['earlier-0', 'earlier-1'],
      body: { scope: 'pattern' },
    });
  });
});

describe('notes on one day', () => {
  const today = (i: number, change: Partial<ComposerDraft> = {}) => ({
    ...DRAFT,
    noteId: `today-${i}`,
    behaviourId: `behaviour-${i}`,
    ...change,
  });

  it('a person gets three notes a day; the fourth stays a draft, but a note to oneself is still sent', async () => {
    const db = await team();
    for (const i of [1, 2, 3]) {
      expect((await send(db, DEAL, today(i), MONDAY + i, 'en', TAB)).ok).toBe(true);
    }
    const fourth = today(4);
    await saveHalfWritten(db, DEAL, fourth, TAB, MONDAY);
    expect(await lookAhead(db, DEAL, fourth, MONDAY + 4)).toMatchObject({ enoughToday: true, limit: 3 });
    expect(await send(db, DEAL, fourth, MONDAY + 4, 'en', TAB)).toEqual({
      ok: false,
      reason: 'enough-today',
      limit: 3,
    });
    expect(await formOf(db, DEAL)).toEqual(fourth);
    // A change of the third is no fourth note, however long ago that was sent.
    for (const at of [MONDAY + 5, MONDAY + HOUR]) {
      const change = { ...fourth, behaviourId: 'behaviour-3', edits: 'today-3' };
      expect(await lookAhead(db, DEAL, change, at)).toMatchObject({ enoughToday: false });
    }
    expect((await send(db, DEAL, today(5, { subjectId: CORA }), MONDAY + 5, 'en', TAB)).ok).toBe(true);
    expect((await send(db, DEAL, fourth, MONDAY + DAY, 'en', TAB)).ok).toBe(true);
  });
});

describe('notes that only others may read', () => {
  const knows = (corrections: number, notesToday = 0) => ({
    answer: {
      notesToday: { all: notesToday, yours: 0 },
      corrections: { all: corrections, yours: 0 },
    },
    askedAt: MONDAY - 1,
  });
  const sendWith = (db: SidelineDb, draft: ComposerDraft, said: ReturnType<typeof knows>) =>
    send(db, DEAL, draft, MONDAY, 'en', TAB, undefined, said);

  it('count towards the ruling, and without an answer of the server the device says what it counts', async () => {
    const db = await team();
    expect(await lookAhead(db, DEAL, DRAFT, MONDAY)).toMatchObject({
      count: 1,
      counted: 'device',
      unseen: 0,
    });
    expect(await lookAhead(db, DEAL, DRAFT, MONDAY, knows(2))).toMatchObject({
      count: 3,
      asks: 'is it structural',
      earlier: [],
      counted: 'all',
      unseen: 2,
    });
    expect(await sendWith(db, DRAFT, knows(3))).toEqual({ ok: false, reason: 'ruling-first' });
    const ruling = {
      id: 'ruling-1',
      cause: 'brief',
      remedy: 'brief',
      sentence: 'It names no owner.',
    } as const;
    expect(await sendWith(db, { ...DRAFT, ruling }, knows(3))).toMatchObject({ ok: true });
  });

  it('are settled by a ruling that has not reached the server yet', async () => {
    const db = await team();
    const ruling = {
      id: 'ruling-1',
      cause: 'brief',
      remedy: 'brief',
      sentence: 'It names no owner.',
    } as const;
    await sendWith(db, { ...DRAFT, ruling }, knows(3));
    const next = { ...DRAFT, noteId: 'note-2' };
    expect(await lookAhead(db, DEAL, next, MONDAY + 1, knows(3))).toMatchObject({
      asks: 'nothing',
      unseen: 0,
    });
  });

  it('fill up the day', async () => {
    const db = await team();
    expect(await sendWith(db, DRAFT, knows(0, 2))).toMatchObject({ ok: true });
    const next = { ...DRAFT, noteId: 'note-2', behaviourId: 'other' };
    expect(await sendWith(db, next, knows(0, 2))).toEqual({ ok: false, reason: 'enough-today', limit: 3 });
  });

  it('are none for who works alone, or writes about themself', async () => {
    const db = await team();
    const own = await lookAhead(db, DEAL, { ...DRAFT, subjectId: CORA }, MONDAY);
    expect(own).toMatchObject({ counted: 'all' });
    const alone = freshDb();
    const { memberId } = await loadIdentity(alone);
    expect(await lookAhead(alone, DEAL, { ...DRAFT, subjectId: memberId }, MONDAY)).toMatchObject({
      counted: 'all',
    });
  });
});

describe('what the form does not show', () => {
  const typed: ComposerDraft = {
    ...DRAFT,
    affirmation: 'You asked who else decides.',
    instances: ['note-1', 'note-2'],
    scores: { hook: 0 },
    hookType: 'tension',
  };

  it.each(['recognition', 'question'] as const)('is not sent with a %s', async kind => {
    const db = await team();
    const nextAction = 'What did you notice?';
    expect((await send(db, DEAL, { ...typed, kind, nextAction }, MONDAY, 'en', TAB)).ok).toBe(true);
    const [sent] = await notes(db);
    expect(sent?.body.affirmation).toBeUndefined();
    expect(sent?.body.scope).toBeUndefined();
    const [card] = (await db.records.toArray()).filter(({ type }) => type === 'scorecard');
    expect(card?.body.hookType).toBeUndefined();
  });

  it('is sent where it is shown', async () => {
    const db = await team();
    await send(db, DEAL, { ...typed, scores: { hook: 2 } }, MONDAY, 'en', TAB);
    expect((await notes(db))[0]?.body).toMatchObject({ affirmation: typed.affirmation, scope: 'pattern' });
    const [card] = (await db.records.toArray()).filter(({ type }) => type === 'scorecard');
    expect(card?.body.hookType).toBe('tension');
  });

  it('alone is no note', async () => {
    const empty: ComposerDraft = {
      ...typed,
      kind: 'recognition',
      observation: '',
      impact: '',
      nextAction: '',
    };
    expect(await send(await team(), DEAL, { ...empty, scores: {} }, MONDAY, 'en', TAB)).toEqual({
      ok: false,
      reason: 'incomplete',
      problem: 'nothing',
    });
  });

  it('is not kept in a template', async () => {
    const db = await team();
    await saveTemplate(db, { ...typed, kind: 'recognition' }, MONDAY);
    const [template] = (await db.records.toArray()).filter(({ type }) => type === 'template');
    expect(template?.body.affirmation).toBeUndefined();
  });

  it('stays for the next note when the rest is sent', () => {
    const sent: ComposerDraft = { ...typed, kind: 'recognition' };
    const fresh: ComposerDraft = { ...DRAFT, noteId: 'next', observation: '', impact: '', nextAction: '' };
    expect(nextDraft(fresh, sent, sent)).toEqual({ ...fresh, affirmation: typed.affirmation });
    expect(nextDraft(fresh, typed, typed)).toEqual(fresh);
  });
});

describe('a note about somebody else', () => {
  it('is half-written until that person may see it: it is not kept for oneself', async () => {
    const db = await team();
    const kept: ComposerDraft = { ...DRAFT, audience: 'author' };
    await saveHalfWritten(db, DEAL, kept, TAB, MONDAY);
    expect(await send(db, DEAL, kept, MONDAY, 'en', TAB)).toEqual({
      ok: false,
      reason: 'incomplete',
      problem: 'audience',
    });
    expect(await formOf(db, DEAL)).toEqual(kept);
    expect(await notes(db)).toEqual([]);
    expect((await send(db, DEAL, { ...kept, subjectId: CORA }, MONDAY, 'en', TAB)).ok).toBe(true);
  });

  it('that an earlier version kept from them is sent as a new one, or deleted', async () => {
    const db = await team();
    const identity = await loadIdentity(db);
    const hidden = (id: string): Note => ({ ...note({}, { id }), audience: 'author' });
    const [sent, gone] = [hidden('kept-1'), hidden('kept-2')];
    for (const each of [sent, gone]) await saveOwn(db, each);
    expect([sent, gone, note(), note({}, { by: ROB })].map(isHiddenFromSubject)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await sendHidden(db, identity, sent, 'en')).toMatchObject({ ok: true });
    await deleteHidden(db, gone);
    // The original is safe until its author deletes it: the server may refuse the other one.
    expect(await notes(db)).toMatchObject([
      { audience: 'pair', subjectId: ROB, body: { momentAt: MONDAY, observation: sent.body.observation } },
      { audience: 'author', id: 'kept-1' },
    ]);
    await sendHidden(db, identity, sent, 'en');
    expect(await notes(db)).toHaveLength(2);
  });

  it('that was kept from them goes through the same checks as any other', async () => {
    const db = await team();
    const identity = await loadIdentity(db);
    const kept = (id: string, body: Partial<Note['body']>): Note => ({
      ...note(body, { id }),
      audience: 'author',
    });
    const rude = kept('rude', { observation: 'You are lazy.' });
    const vague = kept('vague', { nextAction: 'Be more proactive.' });
    const blank = kept('blank', { impact: '' });
    for (const each of [rude, vague, blank]) await saveOwn(db, each);
    const refusals = [rude, vague, blank].map(each => sendHidden(db, identity, each, 'en'));
    expect((await Promise.all(refusals)).map(each => !each.ok && each.reason)).toEqual([
      'reword',
      'ask',
      'incomplete',
    ]);
    expect(await notes(db)).toHaveLength(3);
    expect(await sendHidden(db, identity, vague, 'en', { asIs: true })).toMatchObject({ ok: true });
    expect((await notes(db)).find(({ audience }) => audience === 'pair')?.body.override?.verdict).toBe(
      'vague',
    );
    await saveIdentity(db, { ...identity, members: [] });
    expect(await sendHidden(db, await loadIdentity(db), blank, 'en')).toEqual({
      ok: false,
      reason: 'may-not-write',
    });
  });

  it('that was kept from them is changed as a new note for them, and stays itself', async () => {
    const db = await team();
    const identity = await loadIdentity(db);
    const kept: Note = { ...note({}, { id: 'kept', at: MONDAY }), audience: 'author' };
    await saveOwn(db, kept);
    await rewordHidden(db, identity, kept);
    const begun = await beginEdit(db, 'kept', TAB, MONDAY + 1, nobodyShows);
    if (!begun.ok) throw new Error('It is mine.');
    expect(begun.draft).toMatchObject({ audience: 'pair', observation: kept.body.observation });
    expect(begun.draft.edits).toBeUndefined();
    expect(await db.drafts.count()).toBe(1);
    const artifact = kept.body.artifact;
    expect((await send(db, artifact, begun.draft, MONDAY + 2, 'en', TAB)).ok).toBe(true);
    expect((await notes(db)).map(({ audience }) => audience).sort()).toEqual(['author', 'pair']);
  });
});

describe('what a note says about its moment', () => {
  it.each<[string, Partial<ComposerDraft>, object]>([
    ['when it happened', { momentAt: MONDAY - 2 * DAY }, { momentAt: MONDAY - 2 * DAY }],
    [
      'seen live, away from the page',
      { live: true, place: { anchor: { kind: 'moment', start: 3 }, label: '0:03' } },
      { live: true, anchor: { kind: 'whole' } },
    ],
    [
      'a talk asked for',
      { kind: 'question', route: 'conversation', nextAction: 'Can we take 15 minutes?' },
      { route: 'conversation' },
    ],
  ])('a sent note records its moment: %s', async (_name, change, body) => {
    const db = await team();
    expect((await send(db, DEAL, { ...DRAFT, ...change }, MONDAY, 'en', TAB)).ok).toBe(true);
    expect((await notes(db))[0]?.body).toMatchObject(body);
  });
});

describe('scorecards', () => {
  it('a scorecard stores the version of the rubric that it was given on', async () => {
    const db = await team();
    const blank = { observation: '', impact: '', nextAction: '' };
    const draft: ComposerDraft = {
      ...DRAFT,
      ...blank,
      scores: { hook: 3, tone: null },
      rubric: { id: 'ours', version: 2 },
    };
    expect(await send(db, DEAL, draft, MONDAY, 'en', TAB)).toMatchObject({ ok: true });
    const [card] = await recordsOfType(db, 'team', 'scorecard');
    expect(card?.body).toMatchObject({
      rubric: { id: 'ours', version: 2 },
      scores: [
        { criterion: 'hook', level: 3 },
        { criterion: 'tone', level: null },
      ],
    });
  });

  it('a scorecard is offered on the newest version of the workspace’s own rubrics', async () => {
    const db = await team();
    for (const version of [1, 2]) {
      const body = { ...structuredClone(shippedRubric), id: 'ours', version } as Body<'rubric'>;
      await saveOwn(
        db,
        createRecord(
          { type: 'rubric', workspaceId: 'team', authorId: CORA, audience: 'workspace', body },
          MONDAY,
        ),
      );
    }
    const { rubrics } = await composerContext(db);
    expect(rubrics.map(({ id, version }) => [id, version])).toEqual([['ours', 2]]);
  });
});

describe('a sent note', () => {
  const MINUTE = 60_000;
  async function changed(db: SidelineDb, at: number): Promise<void> {
    const begun = await beginEdit(db, 'note-1', TAB, at, nobodyShows);
    if (!begun.ok) throw new Error(begun.reason);
    const draft = { ...begun.draft, impact: 'She wrote on Friday to ask.' };
    expect((await send(db, DEAL, draft, at, 'en', TAB)).ok).toBe(true);
    // Any number of times, because the answer may have been lost.
    expect((await send(db, DEAL, draft, at, 'en', TAB)).ok).toBe(true);
  }

  it('a sent note is changed in place for ten minutes', async () => {
    const db = await team();
    await send(db, DEAL, DRAFT, MONDAY, 'en', TAB);
    await changed(db, MONDAY + 9 * MINUTE);
    expect(await notes(db)).toMatchObject([
      { id: 'note-1', createdAt: MONDAY, body: { ...bodyOf(DRAFT), impact: 'She wrote on Friday to ask.' } },
    ]);
    expect(await formOf(db, DEAL)).toBeUndefined();
  });

  it.each<[string, number, boolean]>([
    ['after ten minutes', 11 * MINUTE, false],
    ['once it is answered', 2 * MINUTE, true],
  ])('a changed note becomes a new version %s', async (_name, later, isAnswered) => {
    const db = await team();
    await send(db, DEAL, DRAFT, MONDAY, 'en', TAB);
    if (isAnswered) {
      const [sent] = await notes(db);
      if (!sent) throw new Error('it was sent');
      await db.records.put({ ...answer(sent), sync: 'accepted' });
    }
    await changed(db, MONDAY + later);
    const [next, first] = await notes(db);
    expect(first?.body.impact).toBe(DRAFT.impact);
    expect(next).toMatchObject({
      refs: ['note-1'],
      body: { replaces: 'note-1', impact: 'She wrote on Friday to ask.' },
    });
    expect(await notes(db)).toHaveLength(2);
  });

  it('editing a sent note keeps the half-written note beside it, and is refused for somebody else’s note', async () => {
    const db = await team();
    await send(db, DEAL, DRAFT, MONDAY, 'en', TAB);
    const begun = { ...DRAFT, noteId: 'note-2', scorecardId: 'card-2', observation: 'Begun.' };
    await saveHalfWritten(db, DEAL, begun, TAB, MONDAY);
    expect(await beginEdit(db, 'note-1', TAB, MONDAY, nobodyShows)).toMatchObject({ ok: true });
    const { all } = await draftsHere(db, DEAL, { surface: TAB, take: false }, nobodyShows);
    expect(all.map(({ noteId }) => noteId)).toContain('note-2');
    await db.records.put({ ...note({}, { id: 'theirs', by: ROB }), sync: 'accepted' });
    expect(await beginEdit(db, 'theirs', TAB, MONDAY, nobodyShows)).toEqual({
      ok: false,
      reason: 'not-yours',
    });
  });

  it('editing continues an earlier edit that nobody has on screen', async () => {
    const db = await team();
    await send(db, DEAL, DRAFT, MONDAY, 'en', TAB);
    const begun = await beginEdit(db, 'note-1', TAB, MONDAY, nobodyShows);
    if (!begun.ok) throw new Error('it is one’s own');
    const draft = { ...begun.draft, impact: 'Half of a better sentence' };
    await saveHalfWritten(db, DEAL, draft, TAB, MONDAY);
    expect(await beginEdit(db, 'note-1', 'other', MONDAY, nobodyShows)).toEqual({ ok: true, draft });
  });

  it.each([
    ['within ten minutes', MINUTE],
    ['later, when each change is a new version', 11 * MINUTE],
  ])('a note changed in two places shows both texts and overwrites neither, %s', async (_name, later) => {
    const db = await team();
    await send(db, DEAL, DRAFT, MONDAY, 'en', TAB);
    const here = await beginEdit(db, 'note-1', TAB, MONDAY, nobodyShows);
    const there = await beginEdit(db, 'note-1', 'other', MONDAY, async () => true);
    if (!here.ok || !there.ok) throw new Error('it is one’s own');
    const now = MONDAY + later;
    const first = { ...here.draft, impact: 'The first change.' };
    expect(await send(db, DEAL, first, now, 'en', TAB)).toMatchObject({ ok: true });
    const second = { ...there.draft, impact: 'The second change.' };
    const outcome = await send(db, DEAL, second, now + 1, 'en', 'other');
    if (outcome.ok || outcome.reason !== 'changed-elsewhere') expect.fail('it was sent');
    expect(outcome.theirs.impact).toBe('The first change.');
    expect((await notes(db)).map(({ body }) => body.impact)).not.toContain('The second change.');
    const { edits, base } = outcome;
    expect(await send(db, DEAL, { ...second, edits, base }, now + 2, 'en', 'other')).toMatchObject({
      ok: true,
    });
    expect((await notes(db)).map(({ body }) => body.impact)).toContain('The second change.');
  });
});

function bodyOf({ kind, behaviourId, observation, nextAction }: ComposerDraft): object {
  return { kind, behaviourId, observation, nextAction };
}

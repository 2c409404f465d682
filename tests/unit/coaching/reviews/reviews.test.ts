/** Order locks, what a review needs before it is closed, versions of question sets, one decision, one ask, what is due. */
import { describe, expect, it } from 'vitest';
import { reviewsDue } from '#lib/coaching/reviews/due.ts';
import { notesForEvidence } from '#lib/coaching/reviews/evidence.ts';
import { notesOfSitting, parkedNotes } from '#lib/coaching/reviews/finish.ts';
import { missingIn, stepsOf, withAnswer } from '#lib/coaching/reviews/progress.ts';
import { type QuestionSet, questionSets } from '#lib/coaching/reviews/question-sets.ts';
import { decisionOf, seatsTaken } from '#lib/coaching/reviews/shared.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { knownSet, setFor } from '#lib/coaching/reviews/which-set.ts';
import { decisionId, reviewId } from '#lib/records/create.ts';
import { audiences } from '#lib/records/envelope.ts';
import { type ReviewKind, reviewKinds, seats } from '#lib/records/kinds/review.ts';
import type { Body } from '#lib/records/types.ts';
import { CORA, DAY, HOUR, MONDAY, make, note, noteText, ROB } from '#testing/records.ts';

type ReviewBody = Body<'review'>;

const body = (kind: ReviewKind, more: Partial<ReviewBody> = {}): ReviewBody => ({
  kind,
  about: '2026-11-02',
  questionSet: { id: kind, version: 1 },
  answers: [],
  evidence: [],
  noteIds: [],
  ...more,
});
const answered = (...ids: string[]) => ids.map(id => ({ id, text: 'An answer.', savedAt: MONDAY }));
const allOf = (kind: ReviewKind) => answered(...questionSets[kind].questions.map(({ id }) => id));
const { artifact, anchor } = noteText;
const evidence = [{ artifact, anchor }];

describe('the words of the questions', () => {
  it.each(reviewKinds)('%s has all of them in both languages', kind => {
    const set = questionSets[kind];
    expect(set.id).toBe(kind);
    for (const language of ['en', 'de']) {
      const texts = reviewTexts(kind, language);
      expect(Object.keys(texts.questions)).toEqual(set.questions.map(({ id }) => id));
      for (const { id, choices = [] } of set.questions) {
        expect(Object.keys(texts.choices?.[id] ?? {})).toEqual([...choices]);
      }
    }
    expect(reviewTexts(kind, 'de').intro).not.toBe(reviewTexts(kind, 'fr').intro);
  });

  it('asks in the weekly review what was done, and never whether it succeeded', () => {
    expect(reviewTexts('weekly', 'en').questions.commitments).toMatch(/^What did you actually do/);
  });
});

describe('the evidence of a review', () => {
  it.each([
    ['author', ['author', 'pair', 'coaches', 'workspace']],
    ['pair', ['pair', 'coaches', 'workspace']],
    ['coaches', ['coaches', 'workspace']],
    ['workspace', ['workspace']],
  ] as const)('for %s comes from notes for at least as many', (audience, wide) => {
    const notes = audiences.map(each => ({ ...note({}, { id: each }), audience: each }));
    const review = { ...make('review', body('debrief')), audience };
    const offered = notesForEvidence(notes, review).map(({ id }) => id);
    expect(offered.sort()).toEqual([...wide].sort());
  });

  it('is never about somebody else, and on the work itself where that has notes', () => {
    const other = note({ artifact: { ...artifact, key: 'other' } }, { id: 'other' });
    const here = note({}, { id: 'here' });
    const zoe = note({}, { id: 'zoe', about: 'zoe' });
    const ids = (review: ReviewBody) =>
      notesForEvidence([other, here, zoe], make('review', review)).map(({ id }) => id);
    expect(ids(body('debrief', { about: artifact.key }))).toEqual(['here']);
    expect(ids(body('debrief', { about: 'third' }))).toEqual(['here', 'other']);
  });
});

describe('the order of a review', () => {
  it('is commitments, scan, friction, next step in a week', () => {
    expect(questionSets.weekly.questions.map(({ id }) => id)).toEqual([
      'commitments',
      'scan',
      'friction',
      'nextStep',
    ]);
  });

  it.each(reviewKinds.filter(kind => questionSets[kind].inOrder))('%s cannot be skipped ahead', kind => {
    const set = questionSets[kind];
    const ids = set.questions.map(({ id }) => id);
    let made = body(kind);
    for (const [at, id] of ids.entries()) {
      for (const later of ids.slice(at + 1)) {
        const isReachable = set.questions
          .slice(0, ids.indexOf(later))
          .every(question => !question.required || ids.indexOf(question.id) < at);
        const skipped = withAnswer(made, set, { id: later, text: 'Too soon.' }, MONDAY);
        expect(skipped.ok).toBe(isReachable);
      }
      const next = withAnswer(made, set, { id, text: 'Done.' }, MONDAY + at);
      if (!next.ok) throw new Error(next.reason);
      made = next.body;
    }
    expect(stepsOf(set, made).every(({ state }) => state === 'saved')).toBe(true);
  });

  it('takes a changed answer, and refuses an empty one and an unknown one', () => {
    const set = questionSets.weekly;
    const once = body('weekly', { answers: answered('commitments', 'scan') });
    const again = withAnswer(once, set, { id: 'commitments', text: ' Two calls. ' }, MONDAY);
    expect(again).toMatchObject({ ok: true });
    if (again.ok)
      expect(again.body.answers.map(({ id, text }) => [id, text])).toContainEqual([
        'commitments',
        'Two calls.',
      ]);
    expect(withAnswer(once, set, { id: 'friction', text: ' ', choices: [] }, MONDAY)).toEqual({
      ok: false,
      reason: 'empty',
    });
    expect(withAnswer(once, set, { id: 'friction', text: '', choices: ['nothing'] }, MONDAY)).toMatchObject({
      ok: true,
    });
    expect(withAnswer(once, set, { id: 'mood', text: 'x' }, MONDAY)).toEqual({
      ok: false,
      reason: 'unknown',
    });
  });

  it('opens the goal in a quarterly review only', () => {
    const asksForGoal = (kind: ReviewKind) => questionSets[kind].questions.some(({ id }) => id === 'goal');
    expect(reviewKinds.filter(asksForGoal)).toEqual(['quarterly']);
  });
});

describe('closing', () => {
  it.each<[string, ReviewBody, number, unknown[]]>([
    ['a debrief with one adjustment', body('debrief', { answers: allOf('debrief'), evidence }), 1, []],
    ['a debrief with no evidence', body('debrief', { answers: allOf('debrief') }), 1, [{ what: 'evidence' }]],
    [
      'a debrief with no adjustment',
      body('debrief', { answers: allOf('debrief'), evidence }),
      0,
      [{ what: 'decision' }],
    ],
    [
      'a debrief with two',
      body('debrief', { answers: allOf('debrief'), evidence }),
      2,
      [{ what: 'decision' }],
    ],
    [
      'after-action with the optional first half left out',
      body('afterAction', { answers: answered('happened', 'why', 'next') }),
      1,
      [],
    ],
    [
      'after-action with nothing decided',
      body('afterAction', { answers: allOf('afterAction') }),
      0,
      [{ what: 'decision' }],
    ],
    [
      'a cycle that lacks one of its three',
      body('cycle', { answers: allOf('cycle').filter(({ id }) => id !== 'encouragement') }),
      0,
      [{ what: 'answer', id: 'encouragement' }],
    ],
    ['a cycle with all three', body('cycle', { answers: allOf('cycle') }), 0, []],
    ['finishing with one ask', body('finish', { noteIds: ['a', 'b'], primaryNoteId: 'a' }), 0, []],
    ['finishing with no ask', body('finish', { noteIds: ['a', 'b'] }), 0, [{ what: 'ask' }]],
    [
      'finishing with an ask of another sitting',
      body('finish', { noteIds: ['a'], primaryNoteId: 'x' }),
      0,
      [{ what: 'ask' }],
    ],
    ['finishing with no notes', body('finish'), 0, []],
    [
      'a brief that asks one person twice',
      body('decisionBrief', { answers: allOf('decisionBrief'), invitedIds: ['m', 'm'] }),
      0,
      [{ what: 'invited' }],
    ],
    [
      'a brief that asks two',
      body('decisionBrief', { answers: allOf('decisionBrief'), invitedIds: ['m', 'n'] }),
      0,
      [],
    ],
    [
      'an editor’s part, which leaves the decision to the first',
      body('sharedAsset', { answers: answered('execution'), seat: 'editor', joins: 'r' }),
      0,
      [],
    ],
    ['a part with no seat', body('sharedAsset', { joins: 'r' }), 0, [{ what: 'seat' }]],
  ])('%s', (_what, made, decisions, missing) => {
    expect(missingIn(made, questionSets[made.kind], decisions)).toEqual(missing);
  });

  it.each([
    'leadership',
    'checkIn',
    'monthly',
    'quarterly',
    'intake',
    'sixWeeks',
    'preShoot',
    'dailyCard',
  ] as const)('%s needs each of its answers', kind => {
    const set = questionSets[kind];
    expect(missingIn(body(kind, { answers: allOf(kind) }), set, 0)).toEqual([]);
    expect(missingIn(body(kind), set, 0)).toHaveLength(set.questions.length);
  });

  it('is as long as it should be: 7 minutes for a check-in, 5 for a debrief', () => {
    expect([questionSets.checkIn.seconds, questionSets.debrief.seconds]).toEqual([420, 300]);
    expect(questionSets.checkIn.questions).toHaveLength(5);
    for (const set of Object.values(questionSets)) expect(set.seconds).toBeLessThanOrEqual(900);
  });
});

describe('the version of the questions', () => {
  const second: QuestionSet = { ...questionSets.weekly, version: 2 };
  const sets = [questionSets.weekly, second];
  const within = { subjectId: ROB, startAt: MONDAY, endAt: MONDAY + 28 * DAY };
  const first = make('review', body('weekly'), { at: MONDAY + DAY });

  it('stays the same within a cycle, and is the newest in the next', () => {
    expect(setFor('weekly', [], within, sets)?.version).toBe(2);
    expect(setFor('weekly', [first], within, sets)?.version).toBe(1);
    const next = { ...within, startAt: MONDAY + 29 * DAY, endAt: MONDAY + 60 * DAY };
    expect(setFor('weekly', [first], next, sets)?.version).toBe(2);
    expect(setFor('weekly', [first], { ...within, subjectId: CORA }, sets)?.version).toBe(2);
    expect(setFor('weekly', [first], undefined, sets)?.version).toBe(2);
  });

  it('of a review that is open is the one on which it began, or unknown', () => {
    expect(knownSet(first.body.questionSet, sets)).toBe(questionSets.weekly);
    expect(knownSet({ id: 'weekly', version: 9 }, sets)).toBeUndefined();
    const later = make('review', body('weekly', { questionSet: { id: 'weekly', version: 9 } }), {
      at: MONDAY + DAY,
    });
    expect(setFor('weekly', [later], within, sets)).toBeUndefined();
  });
});

describe('a review of several people', () => {
  const root = make('review', body('sharedAsset', { seat: 'creator', doneAt: MONDAY }), {
    id: 'root',
    by: ROB,
  });
  const parts = seats.slice(1).map((seat, at) =>
    make('review', body('sharedAsset', { seat, joins: 'root', doneAt: MONDAY + at }), {
      by: `member-${seat}`,
    }),
  );

  it('has each seat once, for whoever took it first', () => {
    const second = make('review', body('sharedAsset', { seat: 'editor', joins: 'root' }), {
      at: MONDAY + HOUR,
    });
    expect(seatsTaken([root, ...parts, second], 'root').editor?.authorId).toBe('member-editor');
  });

  it('has one decision, under the id that comes from the first part', () => {
    const decision = (id: string) =>
      make(
        'decision',
        { changes: 'process', text: 'One script.', ownerId: ROB, dueAt: MONDAY },
        { id, refs: ['root'] },
      );
    const records = [root, ...parts, decision('another'), decision(decisionId('root'))];
    for (const part of [root, ...parts]) expect(decisionOf(records, part)?.id).toBe(decisionId('root'));
    expect(decisionOf([root, decision('another')], root)).toBeUndefined();
  });

  it('gets the same id on two devices, and another for another person, work or kind', () => {
    const about = { subjectId: ROB, about: 'clip', authorId: CORA };
    expect(reviewId('debrief', about)).toBe(reviewId('debrief', { ...about }));
    const others = [
      reviewId('debrief', { ...about, authorId: ROB }),
      reviewId('debrief', { ...about, about: 'clip2' }),
      reviewId('weekly', about),
    ];
    expect(new Set([...others, reviewId('debrief', about)]).size).toBe(4);
  });
});

describe('finish reviewing', () => {
  const tenNotes = Array.from({ length: 10 }, (_, i) => note({}, { id: `n${i}`, at: MONDAY + i * 60_000 }));

  it('takes the notes of one sitting, without praise, without yesterday’s, without other people’s', () => {
    const records = [
      ...tenNotes,
      note({}, { id: 'yesterday', at: MONDAY - DAY }),
      note({ kind: 'recognition' }, { id: 'praise', at: MONDAY + 1 }),
      note({}, { id: 'other', about: 'nora', at: MONDAY + 1 }),
    ];
    expect(notesOfSitting(records, CORA, ROB).map(({ id }) => id)).toEqual(tenNotes.map(({ id }) => id));
    expect(notesOfSitting([], CORA, ROB)).toEqual([]);
  });

  it('leaves out what was taken back, and what a newer version replaced', () => {
    const sent = note({}, { id: 'sent', at: MONDAY });
    const version = note({ replaces: 'sent' }, { id: 'version', at: MONDAY + 1 });
    const gone = note({}, { id: 'gone', at: MONDAY + 2 });
    const back = make('reply', { outcome: 'withdrawn', sentence: '' }, { refs: ['gone'], at: MONDAY + 3 });
    expect(notesOfSitting([sent, version, gone, back], CORA, ROB).map(({ id }) => id)).toEqual(['version']);
  });

  it('parks nine of ten, and a later review may take one up again', () => {
    const noteIds = tenNotes.map(({ id }) => id);
    const done = make('review', body('finish', { noteIds, primaryNoteId: 'n3', doneAt: MONDAY + HOUR }));
    expect([...parkedNotes([...tenNotes, done])].sort()).toEqual(noteIds.filter(id => id !== 'n3'));
    const later = make(
      'review',
      body('finish', { noteIds: ['n5'], primaryNoteId: 'n5', doneAt: MONDAY + DAY }),
      {
        at: MONDAY + DAY,
      },
    );
    expect(parkedNotes([...tenNotes, done, later]).has('n5')).toBe(false);
  });

  it('parks nothing while it is open, was left, or is somebody else’s', () => {
    const noteIds = ['n1', 'n2'];
    for (const more of [{}, { doneAt: MONDAY, left: true }]) {
      const open = make('review', body('finish', { noteIds, primaryNoteId: 'n1', ...more }));
      expect(parkedNotes([...tenNotes, open]).size).toBe(0);
    }
    const foreign = make('review', body('finish', { noteIds, primaryNoteId: 'n1', doneAt: MONDAY }), {
      by: ROB,
    });
    expect(parkedNotes([...tenNotes, foreign]).size).toBe(0);
  });
});

describe('what is due', () => {
  const debrief = (by: string, more: Partial<ReviewBody> = {}) =>
    make('review', body('debrief', { about: 'clip', publishedAt: MONDAY, ...more }), {
      id: reviewId('debrief', { subjectId: ROB, about: 'clip', authorId: by }),
      by,
    });

  it.each<[string, number, string[]]>([
    ['at once', MONDAY, ['not overdue']],
    ['a day later, to the millisecond', MONDAY + DAY, ['not overdue']],
    ['just after', MONDAY + DAY + 1, ['overdue']],
    ['a week later no more', MONDAY + 7 * DAY + 1, []],
    ['not before it came out: a clock was set back', MONDAY - 1, []],
  ])('a debrief %s', (_what, now, expected) => {
    const due = reviewsDue([debrief(CORA)], CORA, now);
    expect(due.map(({ overdue }) => (overdue ? 'overdue' : 'not overdue'))).toEqual(expected);
    for (const each of due)
      expect(each).toMatchObject({ kind: 'debrief', dueAt: MONDAY + DAY, subjectId: ROB });
  });

  it.each<[string, Partial<ReviewBody>]>([
    ['an answer', { answers: answered('worked') }],
    ['a place that shows it', { evidence }],
  ])('a debrief that has %s stays, however late it is', (_what, more) => {
    expect(reviewsDue([debrief(CORA, more)], CORA, MONDAY + 30 * DAY)).toMatchObject([{ overdue: true }]);
  });

  it('is what was begun, until it is done or left, by anybody', () => {
    const now = MONDAY + HOUR;
    expect(reviewsDue([debrief(CORA)], CORA, now)).toMatchObject([{ review: { authorId: CORA } }]);
    expect(reviewsDue([debrief(CORA)], ROB, now)).toEqual([]);
    for (const more of [{ doneAt: now }, { left: true }]) {
      expect(reviewsDue([debrief(CORA, more)], CORA, now)).toEqual([]);
    }
    expect(reviewsDue([debrief(CORA), debrief(ROB, { doneAt: now })], CORA, now)).toEqual([]);
    const week = make('review', body('weekly'));
    const kinds = reviewsDue([week, debrief(CORA)], CORA, now).map(({ kind }) => kind);
    expect(kinds).toEqual(['debrief', 'weekly']);
  });
});

/** Reviews: begun, answered step by step, left or finished, with one decision. */
import { missingIn, withAnswer } from '#lib/coaching/reviews/progress.ts';
import { rootIdOf } from '#lib/coaching/reviews/shared.ts';
import { knownSet, setFor, type Within } from '#lib/coaching/reviews/which-set.ts';
import { createRecord, decisionId, reviewId, reviseRecord } from '#lib/records/create.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import { type Body, isType, type Review } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { isThere, newest, recordsOfType } from '#lib/store/queries/records.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { audienceFor } from './audience.ts';
import { save, saveFrom } from './save.ts';

/** Nobody has more reviews within one cycle, nor more cycles, than this. */
const MOST = 500;

/** The review cannot be continued or closed as asked; `reason` says why. */
export class ReviewError extends Error {
  override name = 'ReviewError';
  readonly reason: 'locked' | 'unknown' | 'empty' | 'missing' | 'not here' | 'unknown questions';
  constructor(reason: ReviewError['reason']) {
    super(`The review cannot go on: ${reason}.`);
    this.reason = reason;
  }
}

export interface Begin {
  kind: ReviewKind;
  /** The key of a work, or the first day of the period. */
  about: string;
  /** Absent for a team's review. */
  subjectId?: string;
  more?: Partial<
    Pick<
      Body<'review'>,
      'artifact' | 'publishedAt' | 'from' | 'to' | 'seat' | 'joins' | 'noteIds' | 'programmeId'
    >
  >;
}

/**
 * Begins a review, or resumes the one that was begun; one that was left goes on where it was. One that is finished stays
 * so, to be read. Its id. Errors are those of saveOwn, and ReviewError.
 */
export async function beginReview(db: SidelineDb, identity: Identity, begin: Begin): Promise<string> {
  const { kind, about, subjectId, more = {} } = begin;
  const { workspaceId, memberId: authorId } = identity;
  const id = reviewId(kind, { subjectId, about, authorId });
  const known = await findReview(db, id);
  if (known) {
    if (known.body.left && known.body.doneAt === undefined) await changeReview(db, id, { left: false });
    return id;
  }
  const now = Date.now();
  const earlier = await recordsOfType(db, workspaceId, 'review', { limit: MOST });
  const set = setFor(kind, earlier, await cycleNow(db, workspaceId, subjectId, now));
  if (!set) throw new ReviewError('unknown questions');
  const audience = audienceFor(identity, subjectId);
  const body: Body<'review'> = {
    kind,
    about,
    questionSet: { id: set.id, version: set.version },
    answers: [],
    evidence: [],
    noteIds: [],
    ...more,
  };
  await save(db, createRecord({ id, type: 'review', workspaceId, authorId, subjectId, audience, body }, now));
  return id;
}

/**
 * Says when a work came out (R116): its debrief begins with that, and falls due. One that is there learns of it, unless it
 * knows already or is finished. Its id.
 */
export async function announceWork(
  db: SidelineDb,
  identity: Identity,
  begin: Omit<Begin, 'kind'>,
  publishedAt: number,
): Promise<string> {
  const more = { ...begin.more, publishedAt };
  const id = await beginReview(db, identity, { ...begin, kind: 'debrief', more });
  await saveFrom(db, async () => {
    const review = await reviewHere(db, id);
    const { publishedAt: known, doneAt } = review.body;
    if (known !== undefined || doneAt !== undefined) return [];
    return [reviseRecord(review, { ...review.body, publishedAt }, Date.now())];
  });
  return id;
}

/** The person's cycle that runs now, of which the questions stay the same; a team has none. */
async function cycleNow(
  db: SidelineDb,
  workspaceId: string,
  subjectId: string | undefined,
  now: number,
): Promise<Within | undefined> {
  if (subjectId === undefined) return undefined;
  const about = [workspaceId, 'cycle', subjectId];
  const rows = await newest(db, ['workspaceId', 'type', 'subjectId'], about, { limit: MOST });
  const cycles = rows.flatMap(row => (isType(row, 'cycle') ? [row.body] : []));
  const running = cycles.find(({ startAt, endAt }) => startAt <= now && now <= endAt);
  return running && { subjectId, startAt: running.startAt, endAt: running.endAt };
}

/** Saves one answer. Throws ReviewError if its question is still locked. */
export async function answerReview(
  db: SidelineDb,
  id: string,
  answer: { id: string; text: string; choices?: string[] },
): Promise<void> {
  await saveFrom(db, async () => {
    const review = await reviewHere(db, id);
    const now = Date.now();
    const answered = withAnswer(review.body, setOf(review), answer, now);
    if (!answered.ok) throw new ReviewError(answered.reason);
    return [reviseRecord(review, answered.body, now)];
  });
}

/** Takes evidence, invitations, notes and the one ask, or leaves the review. */
export async function changeReview(
  db: SidelineDb,
  id: string,
  change: Partial<Pick<Body<'review'>, 'evidence' | 'invitedIds' | 'noteIds' | 'primaryNoteId' | 'left'>>,
): Promise<void> {
  await saveFrom(db, async () => {
    const review = await reviewHere(db, id);
    return [reviseRecord(review, { ...review.body, ...change }, Date.now())];
  });
}

/**
 * Finishes a review, with its decision if it ends in one: both are saved or neither. Throws ReviewError with `missing` if
 * something is not there yet.
 */
export async function finishReview(
  db: SidelineDb,
  identity: Identity,
  id: string,
  decision?: Body<'decision'>,
): Promise<void> {
  await saveFrom(db, async () => {
    const review = await reviewHere(db, id);
    const now = Date.now();
    const row = await db.records.get(decisionId(rootIdOf(review)));
    const isDecided = row !== undefined && isThere(row) && isType(row, 'decision');
    const decisions = isDecided || decision ? 1 : 0;
    if (missingIn(review.body, setOf(review), decisions).length > 0) throw new ReviewError('missing');
    const done = reviseRecord(review, { ...review.body, doneAt: now }, now);
    return [done, ...(decision && !isDecided ? [decisionFor(identity, review, decision, now)] : [])];
  });
}

function decisionFor(identity: Identity, review: Review, body: Body<'decision'>, now: number) {
  const { workspaceId, memberId: authorId } = identity;
  const rootId = rootIdOf(review);
  const { audience } = review;
  return createRecord(
    {
      id: decisionId(rootId),
      type: 'decision',
      workspaceId,
      authorId,
      subjectId: review.subjectId ?? review.authorId,
      audience,
      refs: [rootId],
      body,
    },
    now,
  );
}

function setOf(review: Review) {
  const set = knownSet(review.body.questionSet);
  if (!set) throw new ReviewError('unknown questions');
  return set;
}

async function findReview(db: SidelineDb, id: string): Promise<Review | undefined> {
  const row = await db.records.get(id);
  const record = row && toEnvelope(row);
  return record && isType(record, 'review') ? record : undefined;
}

async function reviewHere(db: SidelineDb, id: string): Promise<Review> {
  const review = await findReview(db, id);
  if (!review) throw new ReviewError('not here');
  return review;
}

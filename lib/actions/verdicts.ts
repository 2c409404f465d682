import { createRecord, deleteRecord } from '#lib/records/create.ts';
import type { Finding } from '#lib/records/kinds/verdict.ts';
import type { Commitment, Evidence, Note, Verdict } from '#lib/records/types.ts';
import { audienceOfAnswer } from '#lib/records/visibility.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';

/** A record refers to at most 32 others, and the commitment is one of them. */
const MAX_EVIDENCE = 31;

/** Saves the verdict on a commitment, with the evidence that was looked at. Throws when it could not be saved. */
export async function giveVerdict(
  db: SidelineDb,
  identity: Identity,
  on: { note: Note; commitment: Commitment; evidence: readonly Evidence[] },
  finding: Finding,
  sentence: string,
): Promise<void> {
  const record = createRecord(
    {
      type: 'verdict',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: on.commitment.authorId,
      audience: audienceOfAnswer(on.note),
      refs: [on.commitment.id, ...on.evidence.slice(-MAX_EVIDENCE).map(each => each.id)],
      body: { finding, ...(sentence === '' ? {} : { sentence }) },
    },
    Date.now(),
  );
  await save(db, record);
}

/** Takes back a verdict given by mistake. */
export async function takeBackVerdict(db: SidelineDb, verdict: Verdict): Promise<void> {
  await save(db, deleteRecord(verdict, Date.now()));
}

/** Says how a commitment to oneself, with no note behind it, turned out. Errors are those of saveOwn. */
export async function giveOwnVerdict(
  db: SidelineDb,
  identity: Identity,
  commitment: Commitment,
  finding: Finding,
): Promise<void> {
  const record = createRecord(
    {
      type: 'verdict',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: identity.memberId,
      audience: commitment.audience,
      refs: [commitment.id],
      body: { finding },
    },
    Date.now(),
  );
  await save(db, record);
}

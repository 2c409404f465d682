/** What becomes of a row, case by case. The model test shows that together the cases lose nothing. */
import { describe, expect, test } from 'vitest';
import { positionId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { acceptedRow, rebase, requeue } from '#lib/store/row/change.ts';
import { reconcileAbsence, reconcileAnswer, reconcileCopy, reconcileLoss } from '#lib/store/row/reconcile.ts';
import { type StoredRecord, toEnvelope, toRow } from '#lib/store/row/row.ts';
import { digest } from '#lib/store/row/versions.ts';
import { note } from '#tests/unit/store/rows.ts';

/** A version of a record by ann: `v(2, 'b')` is its second revision, written at 2000. */
function v(rev: number, text: string, at = rev * 1000): Envelope {
  const record = note({ id: 'n', text, at: 1 });
  return { ...record, rev, updatedAt: at };
}
const gone = (rev: number, at = rev * 1000): Envelope => ({
  ...v(rev, ''),
  deletedAt: at,
  updatedAt: at,
  body: {},
});
const accepted = (rev: number, text: string, at?: number) => acceptedRow(v(rev, text, at), 1);
const deleted = (rev: number, at?: number) => acceptedRow(gone(rev, at), 1);
const requeued = (rev: number, text: string) => requeue(accepted(rev, text));
const edited = (text: string, base: Envelope, at = 2500): StoredRecord =>
  rebase({ ...accepted(1, text), updatedAt: at }, base);
const stale = (text: string, theirs: Envelope): StoredRecord => ({
  ...accepted(2, text),
  sync: 'stale',
  theirs,
});
const refused = (text: string): StoredRecord => ({ ...accepted(2, text), sync: 'refused' });

/** The same row on a device that knows these versions as ancestors. */
const withPast = (row: StoredRecord, ...versions: Envelope[]): StoredRecord => ({
  ...row,
  past: [...(row.past ?? []), ...versions.map(digest)],
});

const textOf = (row: Envelope | undefined) => row && (row.deletedAt ? 'deleted' : row.body.observation);
const brief = (row: StoredRecord | undefined) =>
  row && [row.sync, row.rev, textOf(row), ...(row.theirs ? ['theirs:', textOf(row.theirs)] : [])].join(' ');

test('what there can be one of is taken when its author wrote it anew elsewhere after deleting it', () => {
  const position: Envelope = { ...v(1, 'a'), type: 'position', subjectId: 'ann', body: { job: 'rep' } };
  const first = { ...position, id: positionId('ann', position.authorId) };
  const tombstone = acceptedRow({ ...first, rev: 2, updatedAt: 2000, deletedAt: 2000, body: {} }, 1);
  const anew = { ...first, rev: 3, updatedAt: 3000, body: { job: 'editor' } };
  expect(reconcileCopy(tombstone, anew, 1)).toMatchObject({ sync: 'accepted', rev: 3, body: anew.body });
  // One of a server that was restored had not seen the deletion.
  expect(reconcileCopy(tombstone, { ...first, rev: 2 }, 1)).toMatchObject({ sync: 'stale', rev: 2 });
});

describe('a pull shows the server’s copy of an own record', () => {
  test.each<[string, StoredRecord, Envelope, string]>([
    ['the same version, and nothing changes', accepted(2, 'b'), v(2, 'b'), 'accepted 2 b'],
    [
      'the pending change, whose answer was lost, as accepted',
      edited('b', v(1, 'a'), 2000),
      v(2, 'b'),
      'accepted 2 b',
    ],
    ['a change from the other device', accepted(2, 'b'), v(3, 'c'), 'accepted 3 c'],
    ['a deletion from the other device', accepted(2, 'b'), gone(3), 'accepted 3 deleted'],
    ['an erasure, whatever its rev', accepted(5, 'b'), gone(3), 'accepted 3 deleted'],
    [
      'words under a higher rev than our tombstone, which cannot have been written on top of it',
      deleted(2),
      v(4, 'x'),
      'stale 2 deleted theirs: x',
    ],
    [
      'the words that we deleted, because the server was restored',
      withPast(deleted(3), v(2, 'b')),
      v(2, 'b'),
      'pending 3 deleted theirs: b',
    ],
    [
      'the text before ours, because the server was restored',
      withPast(accepted(3, 'c'), v(2, 'b')),
      v(2, 'b'),
      'pending 3 c theirs: b',
    ],
    [
      'a text from long before ours, because the server was restored',
      withPast(accepted(5, 'e'), v(2, 'b')),
      v(2, 'b'),
      'pending 3 e theirs: b',
    ],
    ['an older rev that we have never seen', accepted(3, 'c'), v(2, 'x'), 'stale 3 c theirs: x'],
    ['another text under the same rev', accepted(2, 'b'), v(2, 'x'), 'stale 2 b theirs: x'],
    [
      'a higher rev with an earlier time, written concurrently with ours',
      accepted(3, 'c', 9000),
      v(4, 'x'),
      'stale 3 c theirs: x',
    ],
    [
      'the same words under another rev, written concurrently with ours',
      accepted(3, 'c'),
      v(2, 'c', 3500),
      'accepted 2 c',
    ],
    ['the text that we requeued', requeued(2, 'b'), v(2, 'b'), 'accepted 2 b'],
    ['a later version of the text that we requeued', requeued(2, 'b'), v(3, 'c'), 'accepted 3 c'],
    [
      'a later text, which never overwrites a pending change',
      edited('b', v(1, 'a')),
      v(2, 'x'),
      'pending 2 b theirs: x',
    ],
    ['the base of our pending change', edited('b', v(1, 'a')), v(1, 'a'), 'pending 2 b theirs: a'],
    [
      'a text from before the base of our change, because the server was restored',
      withPast(edited('f', v(5, 'e'), 6000), v(3, 'c')),
      v(3, 'c'),
      'pending 4 f theirs: c',
    ],
    [
      'a text written concurrently with the base of our change',
      edited('b', v(3, 'a')),
      v(3, 'x'),
      'stale 4 b theirs: x',
    ],
    [
      'a newer text for a stale row, which keeps it as theirs',
      stale('b', v(2, 'x')),
      v(3, 'y'),
      'stale 2 b theirs: y',
    ],
    [
      'the words of a stale row, which needs no decision any more',
      stale('b', v(2, 'x')),
      v(3, 'b'),
      'accepted 3 b',
    ],
    [
      'a later text for a refused change, which stays refused',
      refused('b'),
      v(3, 'y'),
      'refused 2 b theirs: y',
    ],
  ])('a pull shows %s', (_name, row, copy, expected) => {
    expect(brief(reconcileCopy(row, copy, 7))).toBe(expected);
  });

  test('a pull that shows an accepted text confirms it', () => {
    expect(reconcileCopy({ ...accepted(2, 'b'), unconfirmed: 'awaited' }, v(2, 'b'), 7)).toEqual(
      accepted(2, 'b'),
    );
  });
});

describe('the server answers a push', () => {
  const accept = { status: 'accepted' as const, id: 'n', rev: 2, seq: 9 };
  const refuse = { status: 'refused' as const, id: 'n', rev: 2, code: 'too-late' as const, message: 'Late.' };
  const staleWith = (record: Envelope) => ({ status: 'stale' as const, id: 'n', rev: 2, record });
  const sent = edited('b', v(1, 'a'));
  const rewritten = { ...sent, updatedAt: 2600, body: v(2, 'c').body };
  const knowsSent = { ...rewritten, past: [digest(sent)] };

  test.each<[string, StoredRecord, Parameters<typeof reconcileAnswer>[2], string]>([
    ['a change as accepted', sent, accept, 'accepted 2 b'],
    ['a change as accepted that was rewritten meanwhile and is rebased', rewritten, accept, 'pending 3 c'],
    ['a change as refused', sent, refuse, 'refused 2 b'],
    [
      'a change as refused that was rewritten meanwhile and waits for its own answer',
      rewritten,
      refuse,
      'pending 2 c',
    ],
    [
      'a change with the other device’s text, which came first',
      sent,
      staleWith(v(2, 'x')),
      'stale 2 b theirs: x',
    ],
    [
      'a change with the same words, which the other device sent first',
      sent,
      staleWith(v(3, 'b')),
      'accepted 3 b',
    ],
    ['a change with exactly the version that was sent', sent, staleWith(toEnvelope(sent)), 'accepted 2 b'],
    [
      'a change with an earlier text of the same change',
      knowsSent,
      staleWith(toEnvelope(sent)),
      'pending 3 c',
    ],
    [
      'a change whose base it has lost with an ancestor',
      withPast(edited('f', v(5, 'e'), 6000), v(3, 'c')),
      staleWith(v(3, 'c')),
      'pending 4 f',
    ],
    [
      'a change whose base it has lost with another text',
      edited('f', v(3, 'e'), 6000),
      staleWith(v(3, 'x', 5000)),
      'stale 4 f theirs: x',
    ],
    ['a requeued text with a later version', requeued(2, 'b'), staleWith(v(4, 'd')), 'accepted 4 d'],
    ['a requeued text with a tombstone', requeued(2, 'b'), staleWith(gone(1)), 'accepted 1 deleted'],
    [
      'a requeued deletion with words written concurrently',
      requeue(deleted(2)),
      staleWith(v(4, 'x')),
      'stale 2 deleted theirs: x',
    ],
    [
      'a requeued text with an ancestor several revs lower',
      withPast(requeued(5, 'e'), v(3, 'c')),
      staleWith(v(3, 'c')),
      'pending 4 e',
    ],
    ['a requeued text with another text', requeued(2, 'b'), staleWith(v(2, 'x')), 'stale 2 b theirs: x'],
  ])('the server answers %s', (_name, row, answer, expected) => {
    expect(brief(reconcileAnswer(row, row === rewritten ? sent : row, answer, 7))).toBe(expected);
  });

  test('a push answered with somebody else’s record marks ours as refused and does not replace it', () => {
    const row = reconcileAnswer(sent, sent, staleWith({ ...v(2, 'x'), authorId: 'bob' }), 7);
    expect(row).toMatchObject({ sync: 'refused', refusal: { code: 'not-yours' }, body: sent.body });
  });

  test('an accepted text is unconfirmed until a pull shows it, unless we have pulled past it', () => {
    expect(reconcileAnswer(sent, sent, accept, 7, 8).unconfirmed).toBe('awaited');
    expect(reconcileAnswer(sent, sent, accept, 7, 9).unconfirmed).toBeUndefined();
  });
});

describe('two devices record that the same note was seen', () => {
  const seenRecord = (audience: 'pair' | 'coaches', at: number): Envelope => ({
    ...v(1, '', at),
    type: 'seen',
    audience,
    refs: ['note'],
    body: {},
  });
  const waiting = toRow(seenRecord('pair', 2000), { sync: 'pending' });

  test.each([
    ['for the same readers', seenRecord('pair', 1000)],
    ['for different readers, because the note was opened to coaches in between', seenRecord('coaches', 1000)],
  ])(
    'when two devices record %s that a note was seen, the server’s record stays and nobody is asked',
    (_, theirs) => {
      const answer = { status: 'stale' as const, id: 'n', rev: 1, record: theirs };
      for (const row of [waiting, reconcileCopy(waiting, theirs, 7)]) {
        const settled = reconcileAnswer(row, waiting, answer, 7);
        expect(settled).toMatchObject({ sync: 'accepted', updatedAt: 1000 });
        expect(settled.theirs).toBeUndefined();
      }
    },
  );
});

describe('the server says that a record is gone', () => {
  test.each<[string, StoredRecord, string | undefined]>([
    ['deletes an accepted row', accepted(2, 'b'), undefined],
    ['deletes a requeued row', requeued(2, 'b'), undefined],
    ['keeps an own change', { ...edited('b', v(1, 'a')), theirs: v(1, 'a') }, 'pending 2 b'],
    ['makes a stale row pending, as there is no other text any more', stale('b', v(2, 'x')), 'pending 2 b'],
  ])('the removal of a record %s', (_name, row, expected) => {
    expect(brief(reconcileAbsence(row))).toBe(expected);
  });
});

describe('a full resync after a restore did not show this record', () => {
  test.each<[string, StoredRecord, string]>([
    ['leaves a change pending', edited('b', v(1, 'a')), 'pending 2 b'],
    ['makes a stale row pending, as there is no other text any more', stale('b', v(2, 'x')), 'pending 2 b'],
    ['leaves a change refused, without the lost copy', { ...refused('b'), theirs: v(1, 'a') }, 'refused 2 b'],
  ])('a full resync that did not show the record %s', (_name, row, expected) => {
    expect(brief(reconcileLoss(row))).toBe(expected);
  });
});

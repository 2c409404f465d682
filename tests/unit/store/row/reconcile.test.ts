/** What becomes of a row, case by case. The model test shows that the cases together lose nothing. */
import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { acceptedRow, rebase, requeue } from '#lib/store/row/change.ts';
import { reconcileAbsence, reconcileAnswer, reconcileCopy, reconcileLoss } from '#lib/store/row/reconcile.ts';
import { type StoredRecord, toEnvelope, toRow } from '#lib/store/row/row.ts';
import { digest } from '#lib/store/row/versions.ts';
import { note } from '#tests/unit/store/rows.ts';

/** A version of one record of ann's: `v(2, 'b')` is its second revision, written at 2000. */
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

/** The same row on a device that has seen these versions before. */
const having = (row: StoredRecord, ...versions: Envelope[]): StoredRecord => ({
  ...row,
  past: [...(row.past ?? []), ...versions.map(digest)],
});

const textOf = (row: Envelope | undefined) => row && (row.deletedAt ? 'deleted' : row.body.observation);
const brief = (row: StoredRecord | undefined) =>
  row && [row.sync, row.rev, textOf(row), ...(row.theirs ? ['theirs:', textOf(row.theirs)] : [])].join(' ');

describe('a pull shows the server’s copy of an own record', () => {
  test.each<[string, StoredRecord, Envelope, string]>([
    ['the same: nothing changes', accepted(2, 'b'), v(2, 'b'), 'accepted 2 b'],
    [
      'what waits is there already (its answer was lost)',
      edited('b', v(1, 'a'), 2000),
      v(2, 'b'),
      'accepted 2 b',
    ],
    ['a change on the other device', accepted(2, 'b'), v(3, 'c'), 'accepted 3 c'],
    ['a deletion on the other device', accepted(2, 'b'), gone(3), 'accepted 3 deleted'],
    ['an erasure, whatever its number', accepted(5, 'b'), gone(3), 'accepted 3 deleted'],
    [
      'words under a higher number than our deletion: aside of it, as nothing stands on a tombstone',
      deleted(2),
      v(4, 'x'),
      'stale 2 deleted theirs: x',
    ],
    [
      'the words that we deleted: the server was restored',
      having(deleted(3), v(2, 'b')),
      v(2, 'b'),
      'pending 3 deleted theirs: b',
    ],
    [
      'a text from before ours: the server was restored',
      having(accepted(3, 'c'), v(2, 'b')),
      v(2, 'b'),
      'pending 3 c theirs: b',
    ],
    [
      'a text from long before ours: the server was restored',
      having(accepted(5, 'e'), v(2, 'b')),
      v(2, 'b'),
      'pending 3 e theirs: b',
    ],
    ['an older number that we have never seen', accepted(3, 'c'), v(2, 'x'), 'stale 3 c theirs: x'],
    ['another text under the same number', accepted(2, 'b'), v(2, 'x'), 'stale 2 b theirs: x'],
    [
      'a higher number written earlier: aside of ours',
      accepted(3, 'c', 9000),
      v(4, 'x'),
      'stale 3 c theirs: x',
    ],
    ['the same words under another number, aside of ours', accepted(3, 'c'), v(2, 'c', 3500), 'accepted 2 c'],
    ['what is offered again and there', requeued(2, 'b'), v(2, 'b'), 'accepted 2 b'],
    ['what is offered again, gone on elsewhere', requeued(2, 'b'), v(3, 'c'), 'accepted 3 c'],
    ['a waiting change is never overwritten', edited('b', v(1, 'a')), v(2, 'x'), 'pending 2 b theirs: x'],
    ['what a waiting change stands on', edited('b', v(1, 'a')), v(1, 'a'), 'pending 2 b theirs: a'],
    [
      'a text from before what the change stands on: the server was restored',
      having(edited('f', v(5, 'e'), 6000), v(3, 'c')),
      v(3, 'c'),
      'pending 4 f theirs: c',
    ],
    ['a text aside of what the change stands on', edited('b', v(3, 'a')), v(3, 'x'), 'stale 4 b theirs: x'],
    ['an open question gets the newer text', stale('b', v(2, 'x')), v(3, 'y'), 'stale 2 b theirs: y'],
    ['an open question answers itself', stale('b', v(2, 'x')), v(3, 'b'), 'accepted 3 b'],
    ['a refused change stays refused', refused('b'), v(3, 'y'), 'refused 2 b theirs: y'],
  ])('%s', (_name, row, copy, expected) => {
    expect(brief(reconcileCopy(row, copy, 7))).toBe(expected);
  });

  test('and what it has accepted is no longer expected to come by', () => {
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
  const former = { ...rewritten, past: [digest(sent)] };

  test.each<[string, StoredRecord, Parameters<typeof reconcileAnswer>[2], string]>([
    ['accepted', sent, accept, 'accepted 2 b'],
    ['accepted, but rewritten meanwhile: the next change on top', rewritten, accept, 'pending 3 c'],
    ['refused', sent, refuse, 'refused 2 b'],
    ['refused, but rewritten meanwhile: the new text gets its own answer', rewritten, refuse, 'pending 2 c'],
    ['the other device was first', sent, staleWith(v(2, 'x')), 'stale 2 b theirs: x'],
    ['the other device was first, with the same words', sent, staleWith(v(3, 'b')), 'accepted 3 b'],
    ['it has this very version', sent, staleWith(toEnvelope(sent)), 'accepted 2 b'],
    ['it has an earlier text of this very change', former, staleWith(toEnvelope(sent)), 'pending 3 c'],
    [
      'it lost what the change stands on',
      having(edited('f', v(5, 'e'), 6000), v(3, 'c')),
      staleWith(v(3, 'c')),
      'pending 4 f',
    ],
    [
      'it lost that and took another text',
      edited('f', v(3, 'e'), 6000),
      staleWith(v(3, 'x', 5000)),
      'stale 4 f theirs: x',
    ],
    ['an offered text has gone on', requeued(2, 'b'), staleWith(v(4, 'd')), 'accepted 4 d'],
    ['an offered text was deleted', requeued(2, 'b'), staleWith(gone(1)), 'accepted 1 deleted'],
    [
      'an offered deletion met words aside of it',
      requeue(deleted(2)),
      staleWith(v(4, 'x')),
      'stale 2 deleted theirs: x',
    ],
    ['an offered text met a gap', having(requeued(5, 'e'), v(3, 'c')), staleWith(v(3, 'c')), 'pending 4 e'],
    ['an offered text met another', requeued(2, 'b'), staleWith(v(2, 'x')), 'stale 2 b theirs: x'],
  ])('%s', (_name, row, answer, expected) => {
    expect(brief(reconcileAnswer(row, row === rewritten ? sent : row, answer, 7))).toBe(expected);
  });

  test('with somebody else’s record under this id: ours is set aside, not replaced', () => {
    const row = reconcileAnswer(sent, sent, staleWith({ ...v(2, 'x'), authorId: 'bob' }), 7);
    expect(row).toMatchObject({ sync: 'refused', refusal: { code: 'not-yours' }, body: sent.body });
  });

  test('and what is accepted must come by in a pull, unless we have pulled past it', () => {
    expect(reconcileAnswer(sent, sent, accept, 7, 8).unconfirmed).toBe('awaited');
    expect(reconcileAnswer(sent, sent, accept, 7, 9).unconfirmed).toBeUndefined();
  });
});

describe('that a note was seen, said by two devices', () => {
  const said = (audience: 'pair' | 'coaches', at: number): Envelope => ({
    ...v(1, '', at),
    type: 'seen',
    audience,
    refs: ['note'],
    body: {},
  });
  const waiting = toRow(said('pair', 2000), { sync: 'pending' });

  test.each([
    ['for the same readers', said('pair', 1000)],
    ['for others, the note having been opened to coaches in between', said('coaches', 1000)],
  ])('%s: the server’s stays, and nobody is asked', (_, theirs) => {
    const answer = { status: 'stale' as const, id: 'n', rev: 1, record: theirs };
    for (const row of [waiting, reconcileCopy(waiting, theirs, 7)]) {
      const settled = reconcileAnswer(row, waiting, answer, 7);
      expect(settled).toMatchObject({ sync: 'accepted', updatedAt: 1000 });
      expect(settled.theirs).toBeUndefined();
    }
  });
});

describe('the server says that a record is gone', () => {
  test.each<[string, StoredRecord, string | undefined]>([
    ['an accepted one goes', accepted(2, 'b'), undefined],
    ['one that is only offered again goes', requeued(2, 'b'), undefined],
    ['an own change stays', { ...edited('b', v(1, 'a')), theirs: v(1, 'a') }, 'pending 2 b'],
    ['a question has no other side any more', stale('b', v(2, 'x')), 'pending 2 b'],
  ])('%s', (_name, row, expected) => {
    expect(brief(reconcileAbsence(row))).toBe(expected);
  });
});

describe('all that a restored server has came by, without this record', () => {
  test.each<[string, StoredRecord, string]>([
    ['a change waits on', edited('b', v(1, 'a')), 'pending 2 b'],
    ['a question has no other side any more', stale('b', v(2, 'x')), 'pending 2 b'],
    [
      'a refused change stays so, without the lost copy',
      { ...refused('b'), theirs: v(1, 'a') },
      'refused 2 b',
    ],
  ])('%s', (_name, row, expected) => {
    expect(brief(reconcileLoss(row))).toBe(expected);
  });
});

/** A person has one `seen` record per note, however often and on however many devices they look at it. */
import { describe, expect, test } from 'vitest';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import { derivedId, seenId } from '#lib/records/create.ts';
import { personRecords } from '#lib/store/queries/person.ts';
import { teamRecords } from '#lib/store/queries/team.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import { toRow } from '#lib/store/row/row.ts';
import { hasSeen } from '#lib/store/seen.ts';
import { CORA, DAY, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';
import { freshDb } from './open.ts';

const seen = (noteId: string, at: number, id = seenId(noteId, ROB)) =>
  make('seen', {}, { id, by: ROB, about: CORA, refs: [noteId], at });

/** Nine `seen` records within a quarter of an hour, each with its own id, as earlier versions wrote them. */
const looks = (noteId: string) =>
  Array.from({ length: 9 }, (_, i) => seen(noteId, MONDAY + HOUR + i * 90_000, `look-${noteId}-${i}`));

describe('the id of a seen record', () => {
  test('a seen record has the same id on every device, and another for another note, person or type', () => {
    expect(seenId('n1', ROB)).toBe(seenId('n1', ROB));
    const ids = [seenId('n1', ROB), seenId('n2', ROB), seenId('n1', CORA), derivedId('log', 'n1', ROB)];
    expect(new Set(ids).size).toBe(4);
    expect(seenId('n1 rob', '')).not.toBe(seenId('n1', ' rob'));
  });

  test('the id of a seen record never changes, because devices of all versions must agree on it', () => {
    expect(seenId('0193b2a0-0000-7000-8000-000000000001', 'rob')).toBe(
      'bba4081c-28c7-5a8d-b400-979a8952f113',
    );
  });
});

describe('whether a note was seen', () => {
  test('hasSeen finds records with the derived id and with older ids, but not other people’s', async () => {
    const db = freshDb();
    const [a, b, c] = [note(), note(), note()];
    const others = make('seen', {}, { by: 'zoe', about: CORA, refs: [c.id] });
    await db.records.bulkPut([seen(a.id, MONDAY), ...looks(b.id), others].map(each => acceptedRow(each, 1)));
    const known = await Promise.all([a, b, c].map(({ id }) => hasSeen(db, id, ROB)));
    expect(known).toEqual([true, true, false]);
  });

  test('hasSeen counts a refused record, so that it is not written again at each look', async () => {
    const db = freshDb();
    const sent = note();
    await db.records.put(toRow(seen(sent.id, MONDAY), { sync: 'refused' }));
    expect(await hasSeen(db, sent.id, ROB)).toBe(true);
  });
});

describe('the seen records in queries', () => {
  test.each(['derived', 'earlier'])(
    'the person’s and the coach’s queries both give when a note was first seen (%s ids)',
    async ids => {
      const db = freshDb();
      const sent = note();
      const unseen = note();
      const records = ids === 'derived' ? [seen(sent.id, MONDAY + HOUR)] : looks(sent.id);
      await db.records.bulkPut([sent, unseen, ...records].map(each => acceptedRow(each, 1)));
      const now = MONDAY + DAY;
      for (const found of [
        await personRecords(db, 'team', ROB),
        await teamRecords(db, 'team', CORA, [ROB], now),
      ]) {
        const seenAt = new Map(loopsOf(found, now).map(({ loop }) => [loop.noteId, loop.seenAt]));
        expect(seenAt.get(sent.id)).toBe(MONDAY + HOUR);
        expect(seenAt.get(unseen.id)).toBeNull();
      }
    },
  );

  test('personRecords knows that every note was seen, however many records earlier versions wrote', async () => {
    const db = freshDb();
    const notes = Array.from({ length: 60 }, (_, i) => note({}, { at: MONDAY - i * HOUR }));
    const all = [...notes, ...notes.flatMap(({ id }) => looks(id))];
    await db.records.bulkPut(all.map(each => acceptedRow(each, 1)));
    const found = await personRecords(db, 'team', ROB);
    expect(loopsOf(found, MONDAY + DAY).every(({ loop }) => loop.seenAt !== null)).toBe(true);
  });
});

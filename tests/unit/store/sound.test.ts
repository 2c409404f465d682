/** Damaged rows are left out of every read, but they are counted, kept and exported. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SidelineDb } from '#lib/store/db.ts';
import { exportOutbox } from '#lib/store/outbox.ts';
import { personRecords } from '#lib/store/queries/person.ts';
import { answersInDepth, notesAbout, recordsAt, recordsOfType } from '#lib/store/queries/records.ts';
import { teamRecords } from '#lib/store/queries/team.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { checkDamaged, damagedCount, newerCount, onDamaged } from '#lib/store/sound.ts';
import { openInMemory } from './open.ts';
import { note, PLACE } from './rows.ts';

let db: SidelineDb;
beforeEach(() => {
  db = openInMemory('sound');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const AT = Date.UTC(2026, 10, 2, 9);
const sound = acceptedRow(note({ id: 'sound', at: AT }), AT);
const bad: [what: string, row: StoredRecord][] = [
  ['an instant that no date holds', { ...sound, createdAt: 9e15 }],
  ['half an instant', { ...sound, updatedAt: 0.5 }],
  ['no references', { ...sound, refs: undefined as never }],
  ['no body', { ...sound, body: undefined as never }],
  ['a body without its words', { ...sound, body: { ...sound.body, observation: undefined } }],
  ['a number where words are', { ...sound, body: { ...sound.body, impact: 7 } }],
  ['half a character', { ...sound, body: { ...sound.body, impact: '\ud83d' } }],
  ['an anchor of no kind', { ...sound, body: { ...sound.body, anchor: {} } }],
];

describe('a damaged row', () => {
  it.each(bad)('a damaged row (%s) is left out of every read but is in the export', async (_what, row) => {
    const heard = vi.fn();
    const end = onDamaged(heard);
    const before = damagedCount();
    await db.records.bulkPut([sound, { ...row, id: 'bad' }]);
    const reads = await Promise.all([
      recordsAt(db, 'team', [PLACE]),
      notesAbout(db, 'team', 'bob'),
      recordsOfType(db, 'team', 'note', { limit: 5 }),
      personRecords(db, 'team', 'bob'),
      teamRecords(db, 'team', 'ann', ['bob'], AT),
    ]);
    for (const rows of reads) expect(rows.map(({ id }) => id)).toEqual(['sound']);
    expect(damagedCount()).toBe(before + 1);
    expect(heard).toHaveBeenCalled();
    expect(await exportOutbox(db, 'team')).toContain('"id":"bad"');
    expect(await exportOutbox(db, 'team')).not.toContain('"id":"sound"');
    // Once a sound version replaces it, it is shown as if nothing had happened.
    await db.records.put({ ...sound, id: 'bad' });
    expect(await recordsAt(db, 'team', [PLACE])).toHaveLength(2);
    expect(damagedCount()).toBe(before);
    end();
  });

  it('a damaged answer does not hide the other answers to a note', async () => {
    const answer = (id: string): StoredRecord => ({ ...sound, id, refs: ['sound'] });
    await db.records.bulkPut([sound, answer('good'), { ...answer('bad'), createdAt: Number.NaN }]);
    const found = await answersInDepth(db, 'team', ['sound']);
    expect(found.map(({ id }) => id)).toEqual(['good']);
    await db.records.put(answer('bad'));
    await answersInDepth(db, 'team', ['sound']);
  });

  it('is no longer counted once it is replaced or deleted, though nobody reads it again', async () => {
    const before = damagedCount();
    const broken = { ...sound, createdAt: 9e15 };
    await db.records.bulkPut([
      { ...broken, id: 'mended' },
      { ...broken, id: 'deleted' },
    ]);
    await recordsAt(db, 'team', [PLACE]);
    expect(damagedCount()).toBe(before + 2);
    await db.records.put({ ...sound, id: 'mended' });
    await db.records.delete('deleted');
    expect(await checkDamaged(db)).toBe(before);
    expect(damagedCount()).toBe(before);
  });
});

const newer: [what: string, row: StoredRecord][] = [
  ['a kind that we do not know', { ...sound, body: { ...sound.body, kind: 'applause' } }],
  ['an anchor that we do not know', { ...sound, body: { ...sound.body, anchor: { kind: 'hologram' } } }],
  ['another schema', { ...sound, schema: 2, body: { words: ['x'] } }],
];

describe('a row of a newer version', () => {
  it.each(newer)('(%s) is counted and kept as it is, and no read shows it', async (_what, row) => {
    const before = { newer: newerCount(), damaged: damagedCount() };
    const kept = { ...row, id: 'newer' };
    await db.records.bulkPut([sound, kept]);
    expect((await recordsAt(db, 'team', [PLACE])).map(({ id }) => id)).toEqual(['sound']);
    expect((await notesAbout(db, 'team', 'bob')).map(({ id }) => id)).toEqual(['sound']);
    expect(newerCount()).toBe(before.newer + 1);
    expect(damagedCount()).toBe(before.damaged);
    expect(console.warn).not.toHaveBeenCalled();
    // The server has it: nobody needs to take it along.
    expect(await exportOutbox(db, 'team')).not.toContain('"id":"newer"');
    expect(await db.records.get('newer')).toEqual(kept);
    await db.records.put({ ...sound, id: 'newer' });
    expect(await recordsAt(db, 'team', [PLACE])).toHaveLength(2);
    expect(newerCount()).toBe(before.newer);
  });

  it('is not what this version writes itself', async () => {
    const own = note({ id: 'own', at: AT });
    const odd = { ...own, body: { ...own.body, kind: 'applause' } };
    await expect(saveOwn(db, odd)).rejects.toThrow('unknown choice');
  });
});

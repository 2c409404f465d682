/** An id that comes from what a record is about belongs to that record alone. */
import { describe, expect, it } from 'vitest';
import {
  createRecord,
  decisionId,
  deleteRecord,
  newId,
  positionId,
  reviewId,
  runId,
  seenId,
  settingsId,
  stageId,
} from '#lib/records/create.ts';
import { hasDerivedId, looksDerived, mayHaveItsId } from '#lib/records/derived-id.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { RecordType } from '#lib/records/types.ts';
import { samples } from './samples.ts';

const base = { workspaceId: 'w', authorId: 'me', subjectId: 'you', audience: 'coaches' as const };
const make = (type: RecordType, id: string, refs: string[] = [], body: object = samples[type]): Envelope =>
  createRecord({ ...base, id, type, refs, body: body as never }, 5);

const about = { subjectId: 'you', about: samples.review.about, authorId: 'me' };
const { occasion: _, ...daily } = samples.run;
const RIGHT: Envelope[] = [
  make('seen', seenId('n', 'me'), ['n']),
  make('decision', decisionId('r'), ['r']),
  make('settings', settingsId('w', 'me')),
  make('position', positionId('you', 'me')),
  make('run', runId('r', 'clip', 'me'), ['r']),
  make('run', runId('r', daily.day, 'me'), ['r'], daily),
  make('review', reviewId('debrief', about)),
  make('stage', stageId('p', 'week1', 'me'), ['p']),
];

describe('a derived id', () => {
  it.each(RIGHT)('is known by what a $type is about', record => {
    expect(looksDerived(record.id)).toBe(true);
    expect(hasDerivedId(record)).toBe(true);
    expect(mayHaveItsId(record)).toBe(true);
  });

  it.each(RIGHT)('is for no other record than its $type', record => {
    const others: Envelope[] = [
      { ...record, authorId: 'she', ...(record.type === 'decision' ? { refs: ['other'] } : {}) },
      ...(['note', 'log', 'hologram', 'settings', 'seen', 'run'] as const)
        .filter(type => type !== record.type)
        .map(type => ({ ...record, type })),
      { ...record, type: 'note', schema: 2 },
      { ...deleteRecord(record, 6), type: 'log' },
    ];
    for (const other of others) expect([other.type, mayHaveItsId(other)]).toEqual([other.type, false]);
  });

  it('is the only one that a record of such a kind may have, but for those of other versions', () => {
    for (const { type, refs, body } of RIGHT) {
      const other = make(type as RecordType, newId(), refs, body);
      expect([type, mayHaveItsId(other)]).toEqual([type, type === 'seen']);
      expect(mayHaveItsId({ ...other, schema: 2 })).toBe(type !== 'decision');
    }
    expect(mayHaveItsId(make('log', newId()))).toBe(true);
  });

  it('is safe from odd bodies of newer versions', () => {
    for (const { id, type, refs } of RIGHT) {
      const odd = make(type as RecordType, id, refs, {
        kind: 5,
        about: null,
        day: {},
        stage: [],
        occasion: 7,
      });
      expect(typeof mayHaveItsId({ ...odd, schema: 2 })).toBe('boolean');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { anchorNow, placementOf } from '#lib/coaching/notes/placement.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import { parseRecord } from '#lib/records/parse.ts';
import { note } from '#testing/records.ts';

const sent = note();
const AUTHOR = sent.authorId;
const READER = 'reader';
const at = (start: number): Anchor => ({ kind: 'moment', start });

describe('where a note points', () => {
  it('a note points where its author pointed until somebody points elsewhere', () => {
    expect(anchorNow(sent, [], READER)).toEqual(sent.body.anchor);
  });

  it('the newest of its author’s placements moves a note for everybody', () => {
    const moves = [placementOf(sent, at(2), AUTHOR, 20), placementOf(sent, at(1), AUTHOR, 10)];
    expect(anchorNow(sent, moves, READER)).toEqual(at(2));
    expect(moves[0]?.audience).toBe(sent.audience);
  });

  it('a reader’s placement moves a note for that reader alone', () => {
    const mine = placementOf(sent, at(3), READER, 30);
    expect(mine.audience).toBe('author');
    expect(anchorNow(sent, [mine], READER)).toEqual(at(3));
    expect(anchorNow(sent, [mine], AUTHOR)).toEqual(sent.body.anchor);
  });

  it('a placement that names the note only as a later reference does not move it', () => {
    const other = { ...placementOf(sent, at(4), AUTHOR, 40), refs: ['another-note', sent.id] };
    expect(anchorNow(sent, [other], READER)).toEqual(sent.body.anchor);
  });

  it('a placement reads back as it was written', () => {
    const placement = placementOf(sent, at(5), READER, 50);
    expect(parseRecord(JSON.parse(JSON.stringify(placement)))).toEqual({ ok: true, record: placement });
  });
});

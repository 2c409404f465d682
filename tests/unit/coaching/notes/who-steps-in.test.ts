import { describe, expect, it } from 'vitest';
import { whoStepsIn } from '#lib/coaching/notes/who-steps-in.ts';
import { CORA, note, ROB } from '#testing/records.ts';

const members = [
  { id: 'olga', coachIds: [] },
  { id: CORA, coachIds: [] },
  { id: 'dana', coachIds: [] },
  { id: ROB, coachIds: [CORA, 'dana'] },
];

describe('who may step in where a note stands still', () => {
  it('is whom the note reaches: never the owner, who would not hear of it', () => {
    expect(whoStepsIn(note(), members)).toEqual([CORA, 'dana']);
    expect(whoStepsIn({ ...note(), audience: 'pair' }, members)).toEqual([CORA]);
    expect(whoStepsIn({ ...note(), audience: 'workspace' }, members)).toEqual([CORA, 'dana']);
    expect(whoStepsIn({ ...note({}, { by: 'olga' }), audience: 'pair' }, members)).toEqual(['olga']);
  });

  it('is nobody for what one keeps for oneself', () => {
    const own = note({}, { by: ROB });
    expect(whoStepsIn({ ...own, audience: 'author' }, members)).toEqual([]);
    expect(whoStepsIn(own, members)).toEqual([CORA, 'dana']);
  });
});

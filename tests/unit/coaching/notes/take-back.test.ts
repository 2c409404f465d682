import { describe, expect, it } from 'vitest';
import { answerToTakeBack, leavesTrace, mayTakeBackNote, QUIET_MS } from '#lib/coaching/notes/take-back.ts';
import { deleteRecord, seenId } from '#lib/records/create.ts';
import { answer, CORA, commitment, DAY, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';

const sent = note();
const seen = make('seen', {}, { id: seenId(sent.id, ROB), by: ROB, about: CORA, refs: [sent.id] });

describe('taking back a note', () => {
  it('is for its author, as long as it is unanswered, also when it was seen', () => {
    expect(mayTakeBackNote(sent, [], CORA)).toBe(true);
    expect(mayTakeBackNote(sent, [seen], CORA)).toBe(true);
    expect(mayTakeBackNote(sent, [], ROB)).toBe(false);
    expect(mayTakeBackNote(sent, [answer(sent)], CORA)).toBe(false);
    expect(mayTakeBackNote(sent, [commitment(sent)], CORA)).toBe(false);
  });

  it('is possible again when the answer was taken back', () => {
    expect(mayTakeBackNote(sent, [deleteRecord(answer(sent), MONDAY + DAY)], CORA)).toBe(true);
  });

  it('does not go twice', () => {
    expect(mayTakeBackNote({ ...sent, deletedAt: MONDAY + 1 }, [], CORA)).toBe(false);
  });
});

describe('taking back an answer', () => {
  const said = answer(sent);

  it('is for the latest step, and for the person who took it', () => {
    expect(answerToTakeBack([said], ROB)?.id).toBe(said.id);
    expect(answerToTakeBack([said], CORA)).toBeUndefined();
  });

  it('goes back step by step', () => {
    const promise = commitment(sent, {}, { at: MONDAY + 2 * HOUR });
    expect(answerToTakeBack([promise, said], ROB)?.id).toBe(promise.id);
    expect(answerToTakeBack([deleteRecord(promise, MONDAY + DAY), said], ROB)?.id).toBe(said.id);
  });

  it('is over when somebody has gone on from it', () => {
    const reply = make(
      'reply',
      { outcome: 'stands', sentence: 'It does.' },
      { at: MONDAY + DAY, refs: [sent.id, said.id] },
    );
    expect(answerToTakeBack([said, reply], ROB)).toBeUndefined();
    expect(answerToTakeBack([said, reply], CORA)?.id).toBe(reply.id);
  });

  it('leaves aside that a note was seen', () => {
    const late = { ...seen, createdAt: MONDAY + DAY };
    expect(answerToTakeBack([said, late], ROB)?.id).toBe(said.id);
  });
});

describe('the trace', () => {
  const soon = deleteRecord(sent, MONDAY + QUIET_MS);

  it('is none when nobody had seen what was undone at once', () => {
    expect(leavesTrace(soon, [])).toBe(false);
  });

  it('stays after a while, or when somebody had seen or answered it', () => {
    expect(leavesTrace(deleteRecord(sent, MONDAY + QUIET_MS + 1), [])).toBe(true);
    expect(leavesTrace(soon, [seen])).toBe(true);
    expect(leavesTrace(soon, [answer(sent)])).toBe(true);
  });

  it('holds no word of what it said', () => {
    expect(soon.body).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import { checkInsOf } from '#lib/coaching/due/check-ins.ts';
import { practisedIn } from '#lib/coaching/due/practised.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import {
  answer,
  behaviour,
  CORA,
  commitment,
  DAY,
  evidence,
  HOUR,
  log,
  MONDAY,
  note,
  ROB,
  verdict,
} from '#testing/records.ts';

const ON = '2026-11-05';
const BEFORE = '2026-11-04';
const sent = note({ checkInAt: MONDAY + 3 * DAY }, { id: 'sent' });
const promised = commitment(sent, { dueAt: MONDAY + 10 * DAY });
const under = [sent, answer(sent), promised];
const asked = (records: Envelope[], after: number, who = ROB) =>
  checkInsOf(records, who, MONDAY + after).map(({ id }) => id);

describe('the behaviour that a note is about', () => {
  const own = behaviour({}, { id: 'own', by: ROB });
  it.each([
    ['a stored one', 'own', own],
    ['one of the library', 'library:next-step-aloud', { id: 'library:next-step-aloud', audience: 'coaches' }],
    ['one that this device does not have', 'elsewhere', { id: 'elsewhere', audience: 'coaches', body: {} }],
    ['none', undefined, undefined],
  ])('is %s', (_name, behaviourId, found) => {
    const about = practisedIn(note({ behaviourId }), [own]);
    if (found) expect(about).toMatchObject(found);
    else expect(about).toBeUndefined();
  });
});

describe('the day to look again asks the person', () => {
  it.each<[string, Envelope[], number, string[]]>([
    ['nothing before it comes', under, 2 * DAY, []],
    ['from its morning on', under, 3 * DAY - HOUR, ['sent']],
    ['and on the days after, until it is answered', under, 5 * DAY, ['sent']],
    ['not for ever', under, 18 * DAY, []],
    ['also about a note that is not answered yet', [sent], 3 * DAY, ['sent']],
    ['nothing where an entry says it', [...under, log({ day: ON }, { at: MONDAY + 3 * DAY })], 4 * DAY, []],
    [
      'but an entry of another behaviour says nothing',
      [...under, log({ day: ON, behaviourId: 'x' })],
      3 * DAY,
      ['sent'],
    ],
    ['nor one of the day before', [...under, log({ day: BEFORE })], 3 * DAY, ['sent']],
    ['nor one that somebody else made', [...under, log({ day: ON }, { by: CORA })], 3 * DAY, ['sent']],
    [
      'nothing where there is proof since',
      [...under, evidence(promised, {}, { at: MONDAY + 3 * DAY })],
      4 * DAY,
      [],
    ],
    [
      'nothing where the loop is closed',
      [...under, verdict(promised, {}, { at: MONDAY + 2 * DAY })],
      3 * DAY,
      [],
    ],
    [
      'once about several notes on one behaviour',
      [...under, note({ checkInAt: MONDAY + 4 * DAY }, { id: 'later', at: MONDAY + DAY })],
      4 * DAY,
      ['later'],
    ],
  ])('%s', (_name, records, after, expected) => {
    expect(asked(records, after)).toEqual(expected);
  });

  it('and not the coach, whose list has it already', () => {
    expect(asked(under, 3 * DAY, CORA)).toEqual([]);
  });

  it('asks nothing that no tap could answer: where the note is about no behaviour', () => {
    const open = note({ kind: 'question', behaviourId: undefined, checkInAt: MONDAY + 3 * DAY });
    expect(asked([open], 3 * DAY)).toEqual([]);
  });

  it('who works alone is asked about notes to oneself', () => {
    const own = note({ checkInAt: MONDAY + 3 * DAY }, { by: ROB, id: 'own' });
    expect(asked([own], 3 * DAY)).toEqual(['own']);
  });
});

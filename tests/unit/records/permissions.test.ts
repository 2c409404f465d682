/**
 * Who may write about whom, over all combinations of role, kind, audience, subject and reference. This file states
 * again in a few words what must hold, independently of how the rules work it out.
 */
import { describe, expect, it } from 'vitest';
import { type Audience, audiences } from '#lib/records/envelope.ts';
import {
  leads,
  problemOfWriting,
  REFERS_TO_NOTHING,
  type Referred,
  type Writer,
  type Written,
} from '#lib/records/permissions.ts';
import { traits, traitsOf } from '#lib/records/traits.ts';
import { coacheeOf, maySee } from '#lib/records/visibility.ts';

/** Anna and Carl coach Ravi; Boris coaches nobody; Piet, a coachee, is assigned to Ravi as a peer. */
const writers: readonly Writer[] = [
  { memberId: 'olive', roles: ['owner'], coachees: new Set() },
  { memberId: 'anna', roles: ['coach'], coachees: new Set(['ravi']) },
  { memberId: 'carl', roles: ['coach'], coachees: new Set(['ravi']) },
  { memberId: 'boris', roles: ['coach'], coachees: new Set() },
  { memberId: 'piet', roles: ['coachee'], coachees: new Set(['ravi']) },
  { memberId: 'ravi', roles: ['coachee'], coachees: new Set() },
  { memberId: 'stella', roles: ['sponsor'], coachees: new Set() },
  { memberId: 'lin', roles: ['liaison'], coachees: new Set() },
  { memberId: 'nora', roles: [], coachees: new Set() },
];
const everybody = writers.map(({ memberId }) => memberId);
const subjects = [...everybody, undefined];
const kinds = [...Object.keys(traits), 'hologram'];
const standing = kinds.filter(type => traitsOf(type).standing);
const answering = kinds.filter(type => !traitsOf(type).standing);

const made = (
  type: string,
  authorId: string,
  subjectId: string | undefined,
  audience: Audience,
): Written => ({ type, authorId, audience, ...(subjectId === undefined ? {} : { subjectId }) });

/** Threads as devices make them. The last record is what the thread is about. */
function threadsFor(audience: Audience): Written[][] {
  const note = made('note', 'anna', 'ravi', audience);
  const promise = made('commitment', 'ravi', 'anna', audience);
  const alone = made('commitment', 'ravi', 'ravi', audience);
  const catalogue = made('behaviour', 'boris', undefined, 'workspace');
  return [
    [note],
    [made('acknowledgement', 'ravi', 'anna', audience), note],
    [made('reply', 'anna', 'ravi', audience), note],
    [promise, note],
    [made('evidence', 'ravi', 'anna', audience), promise, note],
    [made('verdict', 'anna', 'ravi', audience), promise, note],
    [made('verdict', 'carl', 'ravi', audience), promise, note],
    [promise, made('behaviour', 'anna', 'ravi', audience)],
    [made('behaviour', 'anna', 'ravi', audience)],
    [alone],
    [made('verdict', 'ravi', 'ravi', audience), alone],
    [catalogue],
    [alone, catalogue],
    [made('note', 'ravi', undefined, 'author')],
    [made('note', 'piet', undefined, 'author')],
    [made('note', 'piet', 'piet', audience)],
    [made('scorecard', 'anna', 'ravi', audience)],
    [made('routine', 'anna', 'ravi', audience)],
    [made('review', 'anna', 'ravi', audience)],
    [made('rubric', 'boris', undefined, 'workspace')],
    [made('hologram', 'anna', 'ravi', audience), note],
  ];
}

interface Try {
  record: Written;
  writer: Writer;
  chain: Written[];
  besides: (Written | undefined)[];
}

const referredOf = ({ chain, besides, writer }: Try): Referred => {
  const [answered, ...behind] = chain;
  const seen = (each: Written | undefined) => (each && maySee(each, writer) ? each : undefined);
  return { named: [...(answered ? [answered] : []), ...besides].map(seen), behind };
};

function* everything(): Generator<Try> {
  const elsewhere = made('note', 'boris', 'piet', 'workspace');
  for (const writer of writers) {
    for (const subjectId of subjects) {
      for (const audience of audiences) {
        for (const type of kinds) {
          const record = made(type, writer.memberId, subjectId, audience);
          yield { record, writer, chain: [], besides: [] };
          for (const within of audiences) {
            for (const chain of threadsFor(within)) {
              yield { record, writer, chain, besides: [] };
              yield { record, writer, chain, besides: [elsewhere] };
              yield { record, writer, chain, besides: [undefined] };
            }
          }
        }
      }
    }
  }
}

const tries = [...everything()];
const allowed = tries.filter(
  each => problemOfWriting(each.record, each.writer, referredOf(each)) === undefined,
);
const say = ({ record, chain, besides }: Try) => JSON.stringify({ record, chain, besides });

/** The records the rule allows although it should not. */
const wrongly = (type: string | undefined, breaks: (each: Try) => boolean) =>
  allowed.filter(each => (type === undefined || each.record.type === type) && breaks(each)).map(say);

describe('every record that could be written', () => {
  it('something of every kind may be written', () => {
    expect(new Set(allowed.map(({ record }) => record.type))).toEqual(new Set(kinds));
  });

  it.each(standing)('a %s may be about oneself, those one coaches, anybody for an owner, or nobody', type => {
    const stranger = ({ record: { subjectId }, writer }: Try) =>
      subjectId !== undefined &&
      subjectId !== writer.memberId &&
      !writer.coachees.has(subjectId) &&
      !writer.roles.includes('owner');
    expect(wrongly(type, stranger)).toEqual([]);
  });

  it.each(standing)('a %s gains no rights from what it refers to', type => {
    for (const each of tries) {
      if (each.record.type !== type) continue;
      const alone = problemOfWriting(each.record, each.writer, REFERS_TO_NOTHING);
      if (problemOfWriting(each.record, each.writer, referredOf(each)) !== alone) expect.fail(say(each));
    }
  });

  it('only those who lead write for the whole workspace about nobody, and only owners share sites', () => {
    const isForAll = ({ record: { type, audience, subjectId } }: Try) =>
      audience === 'workspace' && subjectId === undefined && traitsOf(type).standing;
    expect(wrongly(undefined, isForAll).length).toBeGreaterThan(0);
    expect(wrongly(undefined, each => isForAll(each) && !leads(each.writer))).toEqual([]);
    expect(wrongly('site', each => isForAll(each) && !each.writer.roles.includes('owner'))).toEqual([]);
  });

  it('nobody but leaders and owners shares what others work with, even under their own name', () => {
    const isShared = ({ record: { type, audience } }: Try) => {
      const kind = traitsOf(type);
      const changesWork = kind.standing && kind.sharedBy !== 'related' && kind.sharedBy !== 'subject';
      return changesWork && audience !== 'author';
    };
    expect(wrongly(undefined, each => isShared(each) && !leads(each.writer))).toEqual([]);
  });

  it('nobody but the person and an owner tells others what somebody does', () => {
    const told = ({ record: { audience }, writer }: Try) =>
      audience !== 'author' && !writer.roles.includes('owner');
    const ofOthers = (each: Try) => told(each) && each.record.subjectId !== each.writer.memberId;
    expect(wrongly('position', told).length).toBeGreaterThan(0);
    expect(wrongly('position', ofOthers)).toEqual([]);
  });

  it.each(answering)('a %s answers a record that its author sees and that its type can answer', type => {
    const kind = traitsOf(type);
    if (kind.standing) throw new Error(`${type} is standing`);
    const breaks = (each: Try) => {
      const { named } = referredOf(each);
      const [answered] = named;
      if (named.length === 0) return !kind.alone || each.record.subjectId !== each.writer.memberId;
      return (
        answered === undefined || named.includes(undefined) || !kind.answers.includes(answered.type as never)
      );
    };
    expect(wrongly(type, breaks)).toEqual([]);
  });

  it.each(answering)('a %s has no wider audience than what it answers', type => {
    const order = (audience: Audience) => audiences.indexOf(audience);
    const widens = ({ record, chain }: Try) =>
      chain.some(above => order(record.audience) > order(above.audience));
    expect(wrongly(type, widens)).toEqual([]);
  });

  it.each(answering)('a %s is written by and to the people in the thread', type => {
    const toStranger = ({ record, writer, chain }: Try) => {
      const people = [writer.memberId, undefined, ...chain.flatMap(each => [each.authorId, each.subjectId])];
      return !people.includes(record.subjectId);
    };
    const byStranger = ({ record, writer, chain }: Try) =>
      chain.length > 0 &&
      record.subjectId !== writer.memberId &&
      !writer.roles.includes('owner') &&
      !chain.some(each => [each.authorId, each.subjectId].includes(writer.memberId)) &&
      !chain.some(each => writer.coachees.has(coacheeOf(each) ?? ''));
    expect(wrongly(type, toStranger)).toEqual([]);
    expect(wrongly(type, byStranger)).toEqual([]);
  });

  it.each(answering)('a %s reaches nobody through a private note of one’s own', type => {
    const detour = ({ record, writer, chain: [answered] }: Try) =>
      answered?.authorId === writer.memberId &&
      [undefined, writer.memberId].includes(answered.subjectId) &&
      answered.type === 'note' &&
      ![undefined, writer.memberId].includes(record.subjectId);
    expect(wrongly(type, detour)).toEqual([]);
  });

  it.each(answering)('a %s refers to nothing of anybody else’s work', type => {
    const alien = ({ chain, besides }: Try) =>
      besides.some(each => each?.subjectId === 'piet') && !chain.some(each => each.authorId === 'piet');
    expect(wrongly(type, alien)).toEqual([]);
  });
});

describe('what devices write', () => {
  const anna = writers.find(({ memberId }) => memberId === 'anna') as Writer;
  const ravi = writers.find(({ memberId }) => memberId === 'ravi') as Writer;
  const carl = writers.find(({ memberId }) => memberId === 'carl') as Writer;
  const note = made('note', 'anna', 'ravi', 'coaches');
  const promise = made('commitment', 'ravi', 'anna', 'coaches');
  const proof = made('evidence', 'ravi', 'anna', 'coaches');
  const said = made('acknowledgement', 'ravi', 'anna', 'coaches');
  const reply = made('reply', 'anna', 'ravi', 'coaches');
  const verdict = made('verdict', 'anna', 'ravi', 'coaches');
  const own = made('commitment', 'ravi', 'ravi', 'coaches');
  const proposed = made('behaviour', 'anna', 'ravi', 'coaches');
  const flows: [what: string, record: Written, writer: Writer, chain: Written[], besides: Written[]][] = [
    ['an answer', said, ravi, [note], []],
    ['an answer after a reply', said, ravi, [note], [reply]],
    ['a reply', reply, anna, [note], [said]],
    ['a commitment', promise, ravi, [note], []],
    ['a smaller commitment', promise, ravi, [note], [promise, verdict]],
    ['a commitment to a proposed behaviour', promise, ravi, [proposed], []],
    ['a commitment to oneself', own, ravi, [], []],
    ['evidence', proof, ravi, [promise, note], [note, promise, verdict]],
    ['a verdict', verdict, anna, [promise, note], [proof]],
    ['another coach’s verdict', made('verdict', 'carl', 'ravi', 'coaches'), carl, [promise, note], [proof]],
    ['one’s own verdict', made('verdict', 'ravi', 'ravi', 'coaches'), ravi, [own], []],
    ['that a note was seen', made('seen', 'ravi', 'anna', 'coaches'), ravi, [note], []],
    ['agreement to a behaviour', said, ravi, [proposed], []],
    ['where a note points now', made('placement', 'anna', 'ravi', 'coaches'), anna, [note], []],
    ['where it points for oneself', made('placement', 'carl', 'carl', 'author'), carl, [note], []],
  ];
  it.each(flows)('a device may write: %s', (_what, record, writer, chain, besides) => {
    expect(problemOfWriting(record, writer, referredOf({ record, writer, chain, besides }))).toBeUndefined();
  });
});

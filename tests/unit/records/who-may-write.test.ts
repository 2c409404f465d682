/**
 * Walks every role, kind, audience, relation, thread and operation, and compares the rules with the tables of
 * who-may-write.ts. A kind that is in no table fails here.
 */
import { describe, expect, it } from 'vitest';
import { type Audience, audiences, type Envelope } from '#lib/records/envelope.ts';
import { problemOfWriting, REFERS_TO_NOTHING, type Writer, type Written } from '#lib/records/permissions.ts';
import { traits, traitsOf } from '#lib/records/traits.ts';
import { checkAuthor, decide } from '#server/sync/decide.ts';
import { ANSWERS, READERS, rowsOf, STANDING } from './who-may-write.ts';

const ROLES: Readonly<Record<string, string>> = {
  olive: 'owner',
  anna: 'coach',
  carl: 'coach',
  boris: 'coach',
  piet: 'coachee',
  ravi: 'coachee',
  nora: 'coachee',
  stella: 'sponsor',
  lin: 'liaison',
  uma: 'auditor',
};
const names = Object.keys(ROLES);
const COACHES_OF_RAVI: readonly string[] = ['anna', 'carl', 'piet'];
const writerOf = (memberId: string): Writer => ({
  memberId,
  roles: [ROLES[memberId] ?? ''],
  coachees: new Set(COACHES_OF_RAVI.includes(memberId) ? ['ravi'] : []),
});
const kinds = [...Object.keys(traits), 'hologram'];

const made = (
  type: string,
  authorId: string,
  subjectId: string | undefined,
  audience: Audience,
): Written => ({
  type,
  authorId,
  audience,
  ...(subjectId === undefined ? {} : { subjectId }),
});
const may = (
  record: Written,
  named: readonly (Written | undefined)[] = [],
  behind: readonly Written[] = [],
) => problemOfWriting(record, writerOf(record.authorId), { named, behind }) === undefined;

/** Compares in one go: each line is a record that is allowed. */
function compare(tries: Iterable<{ what: string; is: boolean; should: boolean }>): void {
  const [is, should]: [string[], string[]] = [[], []];
  for (const each of tries) {
    if (each.is) is.push(each.what);
    if (each.should) should.push(each.what);
  }
  expect(should.length).toBeGreaterThan(0);
  expect(is).toEqual(should);
}

describe('records that stand alone', () => {
  const rows = rowsOf(STANDING);

  it.each(kinds.filter(type => traitsOf(type).standing))('a %s is written by those in the table', type => {
    compare(walk(type));
  });

  function* walk(type: string) {
    for (const audience of audiences) {
      const row = rows.find(each => each.kinds?.split(' ').includes(type) && each.audience === audience);
      for (const name of names) {
        for (const subject of [...names, undefined]) {
          const allowed = row?.[relation(name, subject)];
          const isOwner = ROLES[name] === 'owner';
          const should =
            allowed === 'all' ||
            (allowed === 'leads' && (isOwner || ROLES[name] === 'coach')) ||
            (allowed === 'owners' && isOwner);
          const record = made(type, name, subject, audience);
          yield { what: `${name} about ${subject} for ${audience}`, is: may(record), should };
        }
      }
    }
  }

  function relation(name: string, subject: string | undefined): string {
    if (subject === undefined) return 'nobody';
    if (subject === name) return 'oneself';
    return subject === 'ravi' && COACHES_OF_RAVI.includes(name) ? 'coachee' : 'another';
  }
});

interface Thread {
  began: string;
  /** What is answered, what that answers, and so on. */
  chain: Written[];
}

function threadsFor(audience: Audience): Thread[] {
  const note = made('note', 'anna', 'ravi', audience);
  const proposal = made('behaviour', 'anna', 'ravi', audience);
  const said = made('acknowledgement', 'ravi', 'anna', audience);
  const promise = made('commitment', 'ravi', 'anna', audience);
  const verdict = made('verdict', 'carl', 'ravi', audience);
  const lone = made('commitment', 'ravi', 'ravi', audience);
  const catalogue = made('behaviour', 'boris', undefined, audience);
  const threads = (began: string, ...chains: Written[][]) => chains.map(chain => ({ began, chain }));
  return [
    ...threads(
      'between Anna and Ravi',
      [note],
      [proposal],
      [said, note],
      [said, proposal],
      [made('reply', 'anna', 'ravi', audience), said, note],
      [promise, note],
      [promise, said, note],
      [promise, proposal],
      [promise, verdict, promise, note],
      [verdict, promise, note],
      [made('evidence', 'ravi', 'anna', audience), promise, note],
      [made('seen', 'ravi', 'anna', audience), note],
      [made('placement', 'anna', 'ravi', audience), note],
      [made('scorecard', 'anna', 'ravi', audience)],
      [made('routine', 'anna', 'ravi', audience)],
      [made('review', 'anna', 'ravi', audience)],
      [made('hologram', 'anna', 'ravi', audience)],
    ),
    ...threads(
      'Ravi’s own promise',
      [lone],
      [lone, lone],
      [lone, catalogue],
      [made('verdict', 'ravi', 'ravi', audience), lone],
      [made('evidence', 'ravi', 'ravi', audience), lone, catalogue],
    ),
    ...threads(
      'Nora’s own note',
      [made('note', 'nora', 'nora', audience)],
      [made('note', 'nora', undefined, audience)],
    ),
    ...threads('Boris’s behaviour for all', [catalogue]),
  ];
}

describe('answers', () => {
  const rows = new Map(rowsOf(ANSWERS).map(row => [row.kind, row]));
  const readers = new Map(rowsOf(READERS).map(row => [row.began, row]));
  const answering = kinds.filter(type => !traitsOf(type).standing);

  it.each(answering)('a %s is written to those in the table, by those in it', type => {
    expect(rows.has(type)).toBe(true);
    compare(walk(type, []));
  });

  it.each(answering)('a %s that also refers to what its author cannot see is not written at all', type => {
    for (const each of walk(type, [undefined])) if (each.is) expect.fail(each.what);
  });

  it.each(answering)('a %s that also refers to somebody else’s work is not written at all', type => {
    const other = made('note', 'boris', 'stella', 'workspace');
    for (const each of walk(type, [other])) if (each.is) expect.fail(each.what);
  });

  function* walk(type: string, besides: readonly (Written | undefined)[]) {
    for (const within of audiences) {
      for (const { began, chain } of threadsFor(within)) {
        for (const name of names) {
          for (const subject of [...names, undefined]) {
            for (const audience of audiences) {
              const record = made(type, name, subject, audience);
              const [answered, ...behind] = chain as [Written, ...Written[]];
              const seen = sees(began, name, answered) ? answered : undefined;
              const path = chain.map(each => each.type).join(' < ');
              const what = `${name} to ${subject} for ${audience}, on ${path} for ${within}`;
              const should =
                isInTable(record, began, answered) && seen !== undefined && !isWider(audience, within);
              yield { what, is: may(record, [seen, ...besides], behind), should };
            }
          }
        }
      }
    }
  }

  function sees(began: string, name: string, answered: Written): boolean {
    const cell = readers.get(began)?.[answered.audience] ?? '-';
    return answered.authorId === name || cell === '*' || cell.split(',').includes(name);
  }

  function isInTable(
    { type, authorId, subjectId, audience }: Written,
    began: string,
    answered: Written,
  ): boolean {
    const row = rows.get(type);
    if (!row?.first?.split(',').includes(answered.type)) return false;
    // Whoever sees a note may keep for themself where it points.
    if (type === 'placement' && subjectId === authorId && audience === 'author') return true;
    const pairs = row[began]?.split(',') ?? [];
    if (pairs.includes(`${authorId}>${subjectId}`)) return true;
    const leads = ['owner', 'coach'].includes(ROLES[authorId] ?? '');
    return pairs.includes('*>self') && authorId === subjectId && (audience !== 'workspace' || leads);
  }

  const isWider = (one: Audience, other: Audience) => audiences.indexOf(one) > audiences.indexOf(other);

  it('of all answers only a promise to oneself answers nothing, and for all only by those who lead', () => {
    const leaders = ['olive', 'anna', 'carl', 'boris'];
    for (const type of answering) {
      for (const name of names) {
        for (const subject of [...names, undefined]) {
          for (const audience of audiences) {
            const reaches = audience !== 'workspace' || leaders.includes(name);
            const should = type === 'commitment' && subject === name && reaches;
            expect([type, name, subject, audience, may(made(type, name, subject, audience))]).toEqual([
              type,
              name,
              subject,
              audience,
              should,
            ]);
          }
        }
      }
    }
  });

  it('nothing acknowledges what was taken back', () => {
    const gone = { ...made('note', 'anna', 'ravi', 'pair'), deletedAt: 5 };
    const allowed = answering.filter(type =>
      may(made(type, 'ravi', type === 'reply' ? 'ravi' : 'anna', 'pair'), [gone]),
    );
    expect(allowed.sort()).toEqual(['commitment', 'evidence', 'reply', 'seen']);
  });
});

describe('what may be done to a record later', () => {
  const record = (type: string, change: Partial<Envelope> = {}): Envelope => ({
    id: 'r',
    type,
    workspaceId: 'w',
    authorId: 'anna',
    audience: 'author',
    refs: [],
    rev: 1,
    createdAt: 1000,
    updatedAt: 1000,
    schema: 99,
    body: {},
    ...change,
  });
  const gone = { deletedAt: 2000 };

  it.each(kinds)(
    'a %s is changed and deleted by its author alone, keeps its type, and stays deleted',
    type => {
      const ask = (held: Envelope, next: Envelope) =>
        decide(next, { record: held, receivedAt: 1000 }, [], 2000).kind;
      const first = record(type);
      expect(ask(first, record(type, { rev: 2 }))).toBe('write');
      expect(ask(first, record(type, { rev: 2, ...gone }))).toBe('write');
      expect(ask(first, record(type, { rev: 2, authorId: 'carl' }))).toBe('refuse');
      expect(ask(first, record(type, { rev: 2, authorId: 'carl', ...gone }))).toBe('refuse');
      expect(ask(first, record('other', { rev: 2 }))).toBe('refuse');
      expect(ask(first, record(type, { rev: 2, createdAt: 1 }))).toBe('refuse');
      expect(ask(first, record(type, { rev: 3 }))).toBe('stale');
      const deleted = record(type, { rev: 2, ...gone });
      expect(ask(deleted, record(type, { rev: 3 }))).toBe('refuse');
      expect(ask(deleted, record(type, { rev: 3, ...gone }))).toBe('refuse');
      const asOlive = { workspaceId: 'w', memberId: 'olive' };
      expect(checkAuthor(first, asOlive)).toMatchObject({ code: 'not-yours' });
    },
  );

  const standing = kinds.filter(type => traitsOf(type).standing);
  it.each(standing)('a %s is changed by today’s rules, whatever its author was allowed before', type => {
    // What people say of themselves they may go on saying.
    const about = type === 'position' ? 'ravi' : 'boris';
    const shared = made(type, 'boris', about, 'workspace');
    const demoted: Writer = { memberId: 'boris', roles: ['coachee'], coachees: new Set() };
    expect(problemOfWriting(shared, demoted, REFERS_TO_NOTHING)).toBeDefined();
  });
});

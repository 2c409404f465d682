/** Random records: mostly such as somebody might write, often with one thing wrong, sometimes with anything. */
import { decisionId, newId } from '#lib/records/create.ts';
import { type Audience, audiences, type Envelope } from '#lib/records/envelope.ts';
import type { Chance } from '#testing/chance.ts';
import type { TestMember } from '#testing/server/team.ts';
import type { People } from './people.ts';
import { sees } from './rules.ts';

const STANDING = [
  'note',
  'note',
  'note',
  'behaviour',
  'behaviour',
  'scorecard',
  'log',
  'ruling',
  'cycle',
  'routine',
  'review',
];
const SHARED = [
  'rubric',
  'template',
  'site',
  'settings',
  'position',
  'programme',
  'stage',
  'leave',
  'hologram',
  'mood',
];
/** What usually answers what. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
  note: ['acknowledgement', 'seen', 'commitment', 'evidence', 'reply', 'placement', 'commitment'],
  behaviour: ['acknowledgement', 'commitment', 'commitment'],
  acknowledgement: ['commitment', 'reply'],
  commitment: ['commitment', 'evidence', 'verdict', 'verdict'],
  verdict: ['commitment'],
  routine: ['run'],
  review: ['decision'],
};
const ANY = [...STANDING, ...SHARED, ...Object.values(ANSWERED_BY).flat()];
const MINUTE = 60_000;
/** As long as a chain gets here. */
const LONGEST = 5;

/** A text that must not be found in anything that was deleted. */
export const WORDS = 'Words that were taken back.';

export function nextRecord(people: People, chance: Chance, author: TestMember): Envelope {
  const dice = chance.next();
  const own = someOf(people, chance, each => each.authorId === author.id);
  if (own && dice < 0.1) return deleted(people, chance, own);
  if (dice < 0.12) return deleted(people, chance, first(people, chance, author), true);
  if (own && dice < 0.3) return changed(people, chance, own);
  if (dice < 0.33) return foreign(people, chance, author) ?? first(people, chance, author);
  return first(people, chance, author);
}

/** A first revision. */
function first(people: People, chance: Chance, author: TestMember): Envelope {
  const record: Envelope = {
    id: newId(),
    type: 'note',
    workspaceId: people.team.workspaceId,
    authorId: author.id,
    audience: chance.pick(audiences) ?? 'pair',
    refs: [],
    rev: chance.hits(0.05) ? 3 : 1,
    createdAt: people.now - (chance.hits(0.1) ? chance.below(20 * MINUTE) : 0),
    updatedAt: people.now,
    schema: 99,
    body: { text: WORDS },
  };
  const answered = chance.hits(0.6) ? seenBy(people, chance, author) : undefined;
  const sensible = answered
    ? answerTo(people, chance, author, record, answered)
    : alone(people, chance, author, record);
  const made = chance.hits(0.35) ? spoilt(people, chance, sensible) : sensible;
  // Nearly always under the one id that a decision on this review can have.
  const isDecision = made.type === 'decision' && !chance.hits(0.1);
  return isDecision ? { ...made, id: decisionId(made.refs[0] ?? '') } : made;
}

function alone(people: People, chance: Chance, author: TestMember, record: Envelope): Envelope {
  const type = chance.hits(0.08)
    ? 'commitment'
    : (chance.pick(chance.hits(0.7) ? STANDING : SHARED) ?? 'note');
  const coached = people.pairs.flatMap(({ coachId, coacheeId }) =>
    coachId === author.id ? [coacheeId] : [],
  );
  const subject =
    type === 'commitment' ? author.id : chance.pick([author.id, undefined, ...coached, ...coached]);
  const refs = chance.hits(0.2) ? [seenBy(people, chance, author)?.id ?? 'no-such-record'] : [];
  return about({ ...record, type, refs: type === 'commitment' ? [] : refs }, subject);
}

function answerTo(
  people: People,
  chance: Chance,
  author: TestMember,
  record: Envelope,
  answered: Envelope,
): Envelope {
  const chain = chainOf(people, answered);
  const begun = chain.at(-1) ?? answered;
  const two = [begun.authorId, begun.subjectId ?? begun.authorId];
  const type = chance.pick(ANSWERED_BY[answered.type] ?? ['commitment', 'reply']) ?? 'reply';
  const isBack = ['acknowledgement', 'seen', 'commitment', 'evidence'].includes(type);
  const coachee = begun.type === 'commitment' ? begun.authorId : (begun.subjectId ?? begun.authorId);
  const other = two.find(id => id !== author.id) ?? author.id;
  const widths = chain.map(each => audiences.indexOf(each.audience));
  const audience: Audience =
    audiences[Math.min(...widths, chance.hits(0.7) ? 3 : chance.below(4))] ?? 'author';
  const more = chance.hits(0.3) ? [chance.pick(chain)?.id ?? answered.id] : [];
  const refs = chain.length >= LONGEST ? [begun.id] : [answered.id, ...more];
  return about({ ...record, type, audience, refs }, isBack ? other : coachee);
}

/** One thing is another than it was. */
function spoilt(people: People, chance: Chance, record: Envelope): Envelope {
  const ids = [...people.everybody.map(({ id }) => id), people.stranger, 'nobody', undefined];
  switch (chance.below(6)) {
    case 0:
      return about(record, chance.pick(ids));
    case 1:
      return { ...record, audience: chance.pick(audiences) ?? 'pair' };
    case 2:
      return { ...record, type: chance.pick(ANY) ?? 'note', refs: shortened(people, record.refs) };
    case 3:
      return { ...record, refs: shortened(people, [anyId(people, chance), ...record.refs]) };
    case 4:
      return { ...record, refs: shortened(people, [...record.refs, anyId(people, chance)]) };
    default:
      return { ...record, refs: shortened(people, record.refs.toReversed()) };
  }
}

function changed(people: People, chance: Chance, held: Envelope): Envelope {
  const { deletedAt: _deletedAt, ...rest } = held;
  const next: Envelope = { ...rest, rev: held.rev + 1, updatedAt: people.now, body: { text: WORDS } };
  const dice = chance.next();
  if (dice < 0.05) return held;
  if (dice < 0.1) return { ...next, rev: held.rev + chance.below(4) };
  if (dice < 0.13) return { ...next, type: chance.pick(ANY) ?? 'note' };
  if (dice < 0.16) return { ...next, createdAt: held.createdAt - 1 };
  // A circle: it answers what answers it.
  const answer = dice < 0.3 && someOf(people, chance, each => each.refs.includes(held.id));
  if (answer) return { ...next, refs: [answer.id, ...(chance.hits(0.5) ? held.refs : [])] };
  if (dice < 0.33) return { ...next, refs: [held.id] };
  return dice < 0.6 ? next : spoilt(people, chance, next);
}

function deleted(people: People, chance: Chance, held: Envelope, never = false): Envelope {
  const tomb: Envelope = {
    ...held,
    rev: never ? held.rev : held.rev + 1,
    updatedAt: people.now,
    deletedAt: people.now,
    body: {},
  };
  const kept = chance.hits(0.4) ? spoilt(people, chance, tomb) : tomb;
  return chance.hits(0.3) ? { ...kept, words: WORDS } : kept;
}

/** Somebody else's record, with one's own name on it or with theirs. */
function foreign(people: People, chance: Chance, author: TestMember): Envelope | undefined {
  const held = someOf(people, chance, each => each.authorId !== author.id);
  if (!held) return undefined;
  const next = chance.hits(0.5) ? changed(people, chance, held) : deleted(people, chance, held);
  return chance.hits(0.5) ? { ...next, authorId: author.id } : next;
}

function about(record: Envelope, subjectId: string | undefined): Envelope {
  const { subjectId: _subjectId, ...rest } = record;
  return subjectId === undefined ? rest : { ...rest, subjectId };
}

/** No longer chains than this compares. */
function shortened(people: People, refs: readonly string[]): string[] {
  return refs.filter(id => {
    const held = people.records.get(id);
    return !held || chainOf(people, held).length <= LONGEST;
  });
}

function chainOf(people: People, record: Envelope): Envelope[] {
  const chain = [record];
  for (let [next] = record.refs; next !== undefined; ) {
    const held = people.records.get(next);
    if (!held || chain.includes(held)) break;
    chain.push(held);
    [next] = held.refs;
  }
  return chain;
}

function anyId(people: People, chance: Chance): string {
  return chance.hits(0.1) ? 'no-such-record' : (someOf(people, chance, () => true)?.id ?? 'no-such-record');
}

function seenBy(people: People, chance: Chance, author: TestMember): Envelope | undefined {
  return someOf(
    people,
    chance,
    each =>
      each.type in ANSWERED_BY && sees(people, author.id, each) && chainOf(people, each).length <= LONGEST,
  );
}

/** One that fits, of the recent ones rather than of the old ones; undefined if none is found soon. */
function someOf(people: People, chance: Chance, fits: (record: Envelope) => boolean): Envelope | undefined {
  const all = [...people.records.values()].slice(chance.hits(0.7) ? -150 : -1500);
  for (let tries = 0; tries < 40; tries++) {
    const found = chance.pick(all);
    if (found && fits(found)) return found;
  }
  return undefined;
}

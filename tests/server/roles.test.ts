/**
 * Who may see and who may write what, as tables that a person can read. The team: Anna coaches Ravi; Boris is a coach
 * of nobody; Olive owns the workspace; Piet is Ravi's peer; Stella is a sponsor, Lin a liaison.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import type { Audience, Envelope } from '#lib/records/envelope.ts';
import { traits } from '#lib/records/traits.ts';
import { audienceOfAnswer, WRITTEN_BACK } from '#lib/records/visibility.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

type Name = 'olive' | 'anna' | 'boris' | 'ravi' | 'piet' | 'stella' | 'lin';
const everybody: readonly Name[] = ['olive', 'anna', 'boris', 'ravi', 'piet', 'stella', 'lin'];

let team: TestTeam & { owner: TestMember };
let people: Record<Name, TestMember>;

beforeAll(async () => {
  team = await startTeam();
  people = {
    olive: team.owner,
    anna: await team.join('Anna', ['coach']),
    boris: await team.join('Boris', ['coach']),
    ravi: await team.join('Ravi', ['coachee']),
    piet: await team.join('Piet', ['coachee']),
    stella: await team.join('Stella', ['sponsor']),
    lin: await team.join('Lin', ['liaison']),
  };
  await team.assign(people.anna, people.ravi);
});
afterAll(() => team.stop());

describe('who sees a record', () => {
  const table: [author: Name, subject: Name | undefined, audience: Audience, readers: readonly Name[]][] = [
    ['anna', 'ravi', 'author', ['anna']],
    ['anna', 'ravi', 'pair', ['anna', 'ravi']],
    ['anna', 'ravi', 'coaches', ['anna', 'ravi']],
    ['anna', 'ravi', 'workspace', everybody],
    ['olive', 'ravi', 'author', ['olive']],
    ['olive', 'ravi', 'pair', ['olive', 'ravi']],
    ['olive', 'ravi', 'coaches', ['olive', 'ravi', 'anna']],
    ['ravi', 'ravi', 'author', ['ravi']],
    ['ravi', 'ravi', 'pair', ['ravi']],
    ['ravi', 'ravi', 'coaches', ['ravi', 'anna']],
    ['anna', 'anna', 'workspace', everybody],
    ['stella', 'stella', 'coaches', ['stella']],
    ['lin', undefined, 'author', ['lin']],
  ];
  // Answers need what they answer, and what others work with is shared by those who lead: below, and answers.test.ts.
  const types = Object.entries(traits).flatMap(([type, kind]) =>
    kind.standing && kind.sharedBy === 'related' ? [type] : [],
  );

  it.each(table)('%s about %s, for %s', async (author, subject, audience, readers) => {
    const writer = people[author];
    // A log reaches the coaches at most, whatever it says.
    const written = audience === 'workspace' ? types.filter(type => type !== 'log') : types;
    const records = written.map(
      type =>
        ({
          ...writer.note(subject && people[subject], { audience }),
          // A schema that this version does not know: the body is not looked at, the rules are.
          type,
          schema: 99,
          body: { about: 'anything' },
        }) satisfies Envelope,
    );
    const results = await writer.push(...records);
    expect(results.map(result => result.status)).toEqual(written.map(() => 'accepted'));
    const ids = new Set(records.map(record => record.id));
    for (const name of everybody) {
      const seen = (await people[name].pull()).records.filter(record => ids.has((record as Envelope).id));
      expect({ name, seen: seen.length }).toEqual({
        name,
        seen: readers.includes(name) ? written.length : 0,
      });
      // What they may take along: of what they see, what is by them or about them.
      const file = await (await people[name].fetch('/v1/export')).text();
      const taken = [...ids].filter(id => file.includes(`"id":"${id}"`)).length;
      const theirs = readers.includes(name) && (name === author || name === subject);
      expect({ name, taken }).toEqual({ name, taken: theirs ? written.length : 0 });
    }
  });
});

describe('what Sideline knows of a site', () => {
  const site = (author: Name, audience: Audience, subject?: Name) => ({
    ...people[author].note(subject && people[subject], { audience }),
    type: 'site',
    body: { definition: { id: 'taught-crm' } },
  });

  it('anybody can keep a site for themselves', async () => {
    const [result] = await people.ravi.push(site('ravi', 'author'));
    expect(result?.status).toBe('accepted');
  });
  it('an owner can share a site', async () => {
    const record = site('olive', 'workspace');
    const [result] = await people.olive.push(record);
    expect(result?.status).toBe('accepted');
    const seen = (await people.ravi.pull()).records.map(each => (each as Envelope).id);
    expect(seen).toContain(record.id);
  });
  it.each([
    ['anna', 'workspace', undefined],
    ['anna', 'workspace', 'ravi'],
    ['anna', 'coaches', 'ravi'],
    ['ravi', 'workspace', 'ravi'],
  ] as const)('a site is not accepted from %s for %s about %s', async (author, audience, subject) => {
    const [result] = await people[author].push(site(author, audience, subject));
    expect(result).toMatchObject({ status: 'refused', code: 'not-allowed' });
  });
});

describe('who sees what a coachee writes back', () => {
  const table: [author: Name, to: Name, audience: Audience, readers: readonly Name[]][] = [
    ['ravi', 'olive', 'pair', ['ravi', 'olive']],
    ['ravi', 'olive', 'coaches', ['ravi', 'olive', 'anna']],
    ['ravi', 'olive', 'workspace', everybody],
    ['piet', 'olive', 'coaches', ['piet', 'olive']],
    // Whom it speaks to may have coaches too: it is not about their coachee.
    ['olive', 'ravi', 'coaches', ['olive', 'ravi']],
  ];
  it.each(table)('%s to %s, for %s', async (author, to, audience, readers) => {
    const note = people.olive.note(author === 'olive' ? people.ravi : people[author], { audience });
    await people.olive.push(note);
    const answers = WRITTEN_BACK.map(type => ({
      ...people[author].note(people[to], { audience }),
      type,
      schema: 99,
      refs: [note.id],
      body: {},
    }));
    for (const result of await people[author].push(...answers)) expect(result.status).toBe('accepted');
    const ids = new Set(answers.map(record => record.id));
    for (const name of everybody) {
      const seen = (await people[name].pull()).records.filter(record => ids.has((record as Envelope).id));
      expect({ name, seen: seen.length }).toEqual({
        name,
        seen: readers.includes(name) ? answers.length : 0,
      });
    }
  });

  it('those who see the answer are those who see the note', async () => {
    for (const audience of ['pair', 'coaches', 'workspace'] as const) {
      const note = people.olive.note(people.ravi, { audience });
      await people.olive.push(note);
      const answer = {
        ...people.ravi.note(people.olive, { audience: audienceOfAnswer(note) }),
        type: 'acknowledgement',
        refs: [note.id],
        body: { answer: 'accept', sentence: 'Yes.' },
      };
      await people.ravi.push(answer);
      for (const name of everybody) {
        const ids = (await people[name].pull()).records.map(record => (record as Envelope).id);
        expect({ name, audience, sees: ids.includes(answer.id) }).toEqual({
          name,
          audience,
          sees: ids.includes(note.id),
        });
      }
    }
  });
});

describe('who writes a record', () => {
  const about: [author: Name, subject: Name, outcome: 'accepted' | 'not-allowed'][] = [
    ['anna', 'ravi', 'accepted'],
    ['anna', 'piet', 'not-allowed'],
    ['anna', 'anna', 'accepted'],
    ['boris', 'ravi', 'not-allowed'],
    ['olive', 'ravi', 'accepted'],
    ['olive', 'anna', 'accepted'],
    ['ravi', 'ravi', 'accepted'],
    ['ravi', 'piet', 'not-allowed'],
    ['ravi', 'anna', 'not-allowed'],
    ['piet', 'ravi', 'not-allowed'],
    ['stella', 'ravi', 'not-allowed'],
    ['lin', 'ravi', 'not-allowed'],
  ];
  it.each(about)('%s about %s: %s', async (author, subject, outcome) => {
    for (const type of ['note', 'scorecard', 'behaviour', 'hologram']) {
      const record = { ...people[author].note(people[subject]), type, schema: 99, body: {} };
      expect([type, codeOf(await people[author].push(record))]).toEqual([type, outcome]);
    }
  });

  const aboutNobody: [author: Name, type: string, audience: Audience, outcome: 'accepted' | 'not-allowed'][] =
    [
      ['anna', 'behaviour', 'workspace', 'accepted'],
      ['olive', 'behaviour', 'workspace', 'accepted'],
      ['ravi', 'behaviour', 'workspace', 'not-allowed'],
      ['stella', 'behaviour', 'workspace', 'not-allowed'],
      ['ravi', 'behaviour', 'author', 'accepted'],
      ['anna', 'note', 'workspace', 'not-allowed'],
      ['anna', 'note', 'pair', 'not-allowed'],
      ['anna', 'note', 'author', 'accepted'],
    ];
  it.each(aboutNobody)('%s writes a %s about nobody for %s: %s', async (author, type, audience, outcome) => {
    const record = { ...people[author].note(undefined, { audience }), type, schema: 99, body: {} };
    expect(codeOf(await people[author].push(record))).toBe(outcome);
  });

  const answers: [by: Name, type: string, outcome: 'accepted' | 'not-allowed'][] = [
    ['ravi', 'acknowledgement', 'accepted'],
    ['anna', 'acknowledgement', 'accepted'],
    ['olive', 'acknowledgement', 'not-allowed'],
    ['piet', 'acknowledgement', 'not-allowed'],
    ['boris', 'acknowledgement', 'not-allowed'],
    ['ravi', 'commitment', 'accepted'],
    ['piet', 'commitment', 'not-allowed'],
    ['ravi', 'note', 'not-allowed'],
  ];
  it.each(answers)('%s answers Anna’s note to Ravi with a %s: %s', async (by, type, outcome) => {
    const note = people.anna.note(people.ravi);
    await people.anna.push(note);
    const record = {
      ...people[by].note(people.anna, { audience: 'pair' }),
      type,
      schema: 99,
      refs: [note.id],
      body: {},
    };
    // Those who may write about Anna anyway are not what this asks.
    if (by === 'anna' || by === 'olive') record.subjectId = people[by].id;
    expect(codeOf(await people[by].push(record))).toBe(outcome);
  });

  it('a missing note and somebody else’s note get the same answer', async () => {
    const note = people.anna.note(people.ravi);
    await people.anna.push(note);
    const answer = (ref: string) =>
      createRecord(
        {
          type: 'acknowledgement',
          workspaceId: team.workspaceId,
          authorId: people.piet.id,
          subjectId: people.anna.id,
          audience: 'pair',
          refs: [ref],
          body: { answer: 'accept', sentence: 'x' },
        },
        team.now(),
      );
    const [real, made] = await people.piet.push(answer(note.id), answer('no-such-note'));
    expect(real).toMatchObject({ status: 'refused' });
    expect({ ...real, id: '' }).toEqual({ ...made, id: '' });
  });

  it('a subject who is not a member is refused', async () => {
    const record = { ...people.olive.note(people.ravi), subjectId: 'nobody' };
    expect(codeOf(await people.olive.push(record))).toBe('not-allowed');
  });
});

function codeOf([result]: Awaited<ReturnType<TestMember['push']>>): string | undefined {
  return result?.status === 'refused' ? result.code : result?.status;
}

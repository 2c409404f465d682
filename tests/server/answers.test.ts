/**
 * What an answer may be, against a running server: nobody writes to or about somebody else by a detour over what they
 * answer. The rules as a whole are walked in tests/unit/records/permissions.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audience, Envelope } from '#lib/records/envelope.ts';
import { traits } from '#lib/records/traits.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

type Name = 'anna' | 'carl' | 'ravi' | 'piet';
const kinds = [...Object.keys(traits), 'hologram'];
const answering = Object.entries(traits).flatMap(([type, kind]) => (kind.standing ? [] : [type]));

let team: TestTeam & { owner: TestMember };
let people: Record<Name, TestMember>;

/** Anna and Carl coach Ravi; Piet is nobody's. */
beforeAll(async () => {
  team = await startTeam();
  people = {
    anna: await team.join('Anna', ['coach']),
    carl: await team.join('Carl', ['coach']),
    ravi: await team.join('Ravi', ['coachee']),
    piet: await team.join('Piet', ['coachee']),
  };
  await team.assign(people.anna, people.ravi);
  await team.assign(people.carl, people.ravi);
});
afterAll(() => team.stop());

function made(by: Name, type: string, to: Name | undefined, audience: Audience, refs: Envelope[]): Envelope {
  const record = people[by].note(to && people[to], { audience });
  // A schema that this version does not know: the body is not looked at, the rules are.
  return { ...record, type, schema: 99, body: {}, refs: refs.map(({ id }) => id) };
}

async function send(by: Name, ...records: Envelope[]): Promise<(string | undefined)[]> {
  const results = await people[by].push(...records);
  return results.map(result => (result.status === 'refused' ? result.code : result.status));
}

async function noteTo(subject: Name, audience: Audience = 'coaches'): Promise<Envelope> {
  const note = people.anna.note(people[subject], { audience });
  const by = subject === 'ravi' ? people.anna : team.owner;
  const sent = { ...note, authorId: by.id };
  expect(await by.push(sent)).toMatchObject([{ status: 'accepted' }]);
  return sent;
}

describe('a private note of one’s own', () => {
  it('opens no way to anybody, whatever refers to it', async () => {
    const own = people.piet.note(undefined, { audience: 'author' });
    expect(await send('piet', own)).toEqual(['accepted']);
    for (const audience of ['pair', 'coaches', 'workspace'] as const) {
      const toRavi = kinds.map(type => made('piet', type, 'ravi', audience, [own]));
      expect(await send('piet', ...toRavi)).toEqual(kinds.map(() => 'not-allowed'));
    }
    const toAll = kinds.map(type => made('piet', type, undefined, 'workspace', [own]));
    expect(await send('piet', ...toAll)).toEqual(kinds.map(() => 'not-allowed'));
  });
});

describe('an answer', () => {
  it('is to those whom the note is between, and for no more people than the note', async () => {
    const note = await noteTo('ravi', 'pair');
    for (const type of ['acknowledgement', 'commitment', 'evidence', 'seen']) {
      expect([type, ...(await send('ravi', made('ravi', type, 'anna', 'pair', [note])))]).toEqual([
        type,
        'accepted',
      ]);
      const wrong = [
        made('ravi', type, 'anna', 'coaches', [note]),
        made('ravi', type, 'anna', 'workspace', [note]),
        made('ravi', type, 'piet', 'pair', [note]),
        made('ravi', type, undefined, 'pair', [note]),
      ];
      expect(await send('ravi', ...wrong)).toEqual(wrong.map(() => 'not-allowed'));
    }
  });

  it('is bound to the note also where it answers an answer to it', async () => {
    const note = await noteTo('ravi', 'pair');
    const promise = made('ravi', 'commitment', 'anna', 'pair', [note]);
    expect(await send('ravi', promise)).toEqual(['accepted']);
    expect(await send('anna', made('anna', 'verdict', 'ravi', 'workspace', [promise]))).toEqual([
      'not-allowed',
    ]);
    expect(await send('ravi', made('ravi', 'evidence', 'carl', 'pair', [promise]))).toEqual(['not-allowed']);
    expect(await send('ravi', made('ravi', 'verdict', 'anna', 'pair', [promise]))).toEqual(['not-allowed']);
    expect(await send('anna', made('anna', 'verdict', 'ravi', 'pair', [promise]))).toEqual(['accepted']);
  });

  it('is of a kind that answers that kind', async () => {
    const note = await noteTo('ravi');
    const promise = made('ravi', 'commitment', 'anna', 'coaches', [note]);
    expect(await send('ravi', promise)).toEqual(['accepted']);
    expect(await send('anna', made('anna', 'verdict', 'ravi', 'coaches', [note]))).toEqual(['not-allowed']);
    expect(await send('ravi', made('ravi', 'acknowledgement', 'anna', 'coaches', [promise]))).toEqual([
      'not-allowed',
    ]);
  });

  it.each(answering)('of kind %s needs something that its author sees', async type => {
    const unseen = await noteTo('piet', 'pair');
    const tries = [
      made('ravi', type, 'ravi', 'coaches', [unseen]),
      { ...made('ravi', type, 'ravi', 'coaches', []), refs: ['no-such-record'] },
    ];
    expect(await send('ravi', ...tries)).toEqual(['not-allowed', 'not-allowed']);
  });

  it('about oneself does not end what is somebody else’s', async () => {
    const note = await noteTo('piet', 'workspace');
    const promise = made('piet', 'commitment', undefined, 'workspace', [note]);
    promise.subjectId = team.owner.id;
    expect(await send('piet', promise)).toEqual(['accepted']);
    for (const type of ['evidence', 'verdict']) {
      expect(await send('ravi', made('ravi', type, 'ravi', 'workspace', [promise]))).toEqual(['not-allowed']);
    }
  });

  it('names nothing of anybody else’s work besides', async () => {
    const [note, other] = [await noteTo('ravi', 'workspace'), await noteTo('piet', 'workspace')];
    expect(await send('ravi', made('ravi', 'acknowledgement', 'anna', 'pair', [note, other]))).toEqual([
      'not-allowed',
    ]);
  });

  it('has a beginning: what answers itself in the end is refused, also by a later change', async () => {
    const note = await noteTo('ravi', 'pair');
    const one = made('ravi', 'commitment', 'anna', 'pair', [note]);
    const two = made('ravi', 'commitment', 'anna', 'pair', [one]);
    const three = made('ravi', 'commitment', 'anna', 'pair', [two]);
    expect(await send('ravi', one, two, three)).toEqual(['accepted', 'accepted', 'accepted']);
    for (const refs of [[one.id], [two.id], [three.id], [note.id, one.id]]) {
      expect([refs, ...(await send('ravi', { ...one, rev: 2, refs }))]).toEqual([refs, 'not-allowed']);
    }
    const itself = made('ravi', 'commitment', 'ravi', 'pair', []);
    expect(await send('ravi', { ...itself, refs: [itself.id] })).toEqual(['not-allowed']);
  });

  it('says whom it is to, also where the note was about nobody', async () => {
    const own = people.piet.note(undefined, { audience: 'author' });
    expect(await send('piet', own)).toEqual(['accepted']);
    for (const type of ['acknowledgement', 'commitment', 'evidence', 'reply', 'placement', 'seen']) {
      const to = (name: Name | undefined) => made('piet', type, name, 'author', [own]);
      expect([type, ...(await send('piet', to(undefined), to('piet')))]).toEqual([
        type,
        'not-allowed',
        'accepted',
      ]);
    }
  });

  it('takes nobody else’s promise for the workspace’s behaviour', async () => {
    const shared = {
      ...team.owner.note(undefined, { audience: 'workspace' }),
      type: 'behaviour',
      schema: 99,
      body: {},
    };
    expect(await team.owner.push(shared)).toMatchObject([{ status: 'accepted' }]);
    // Whoever leads nobody does not reach everybody by way of it.
    expect(await send('ravi', made('ravi', 'commitment', 'ravi', 'workspace', [shared]))).toEqual([
      'not-allowed',
    ]);
    expect(await send('ravi', made('ravi', 'commitment', 'ravi', 'coaches', [shared]))).toEqual(['accepted']);
    const theirs = { ...made('carl', 'commitment', 'carl', 'workspace', [shared]) };
    const mine = made('piet', 'commitment', 'piet', 'workspace', [theirs]);
    expect(await send('carl', theirs)).toEqual(['accepted']);
    expect(await send('piet', mine)).toEqual(['not-allowed']);
    // Its own author commits to it like everybody else: for themself.
    const ownPromise = { ...shared, id: `${shared.id}x`, type: 'commitment', refs: [shared.id] };
    expect(await team.owner.push(ownPromise)).toMatchObject([{ status: 'refused' }]);
    expect(await team.owner.push({ ...ownPromise, subjectId: team.owner.id })).toMatchObject([
      { status: 'accepted' },
    ]);
  });

  it('comes in one push with what it answers', async () => {
    const note = await noteTo('ravi');
    const promise = made('ravi', 'commitment', 'anna', 'coaches', [note]);
    const proof = made('ravi', 'evidence', 'anna', 'coaches', [promise, note]);
    expect(await send('ravi', promise, proof)).toEqual(['accepted', 'accepted']);
    // Another coach of the same person may find on it too, and only for those who see it.
    expect(await send('carl', made('carl', 'verdict', 'ravi', 'coaches', [promise, proof]))).toEqual([
      'accepted',
    ]);
    expect(await send('piet', made('piet', 'verdict', 'ravi', 'coaches', [promise]))).toEqual([
      'not-allowed',
    ]);
  });
});

describe('a note', () => {
  it('can be changed when another coach mentions it in an answer of their own, not when the coachee answers', async () => {
    const first = await noteTo('ravi');
    const others = made('carl', 'note', 'ravi', 'coaches', []);
    const mention = made('carl', 'acknowledgement', 'ravi', 'coaches', [others, first]);
    expect(await send('carl', others, mention)).toEqual(['accepted', 'accepted']);
    expect(await send('anna', { ...first, rev: 2 })).toEqual(['accepted']);
    expect(await send('ravi', made('ravi', 'acknowledgement', 'anna', 'coaches', [first]))).toEqual([
      'accepted',
    ]);
    expect(await send('anna', { ...first, rev: 3 })).toEqual(['too-late']);
  });
});

describe('the whole workspace', () => {
  it('is addressed by those who lead, not by others, not even about themselves', async () => {
    for (const type of kinds) {
      const lone = type === 'commitment' || !answering.includes(type);
      const about = (name: Name) => made(name, type, name, 'workspace', []);
      // But everybody may say to all what they do themselves.
      const byOthers = type === 'position' ? 'accepted' : 'not-allowed';
      expect([type, ...(await send('ravi', about('ravi')))]).toEqual([type, byOthers]);
      const byLeader = lone && !['site', 'settings'].includes(type) ? 'accepted' : 'not-allowed';
      expect([type, ...(await send('anna', about('anna')))]).toEqual([type, byLeader]);
    }
  });

  it('is not reached by a record that was for fewer people before', async () => {
    const own = made('ravi', 'behaviour', 'ravi', 'coaches', []);
    expect(await send('ravi', own, { ...own, rev: 2, audience: 'workspace' })).toEqual([
      'accepted',
      'not-allowed',
    ]);
  });
});

describe('what others work with', () => {
  it('is shared by those who lead, also under one’s own name', async () => {
    for (const type of ['rubric', 'template', 'site']) {
      expect(await send('ravi', made('ravi', type, 'ravi', 'workspace', []))).toEqual(['not-allowed']);
      expect(await send('ravi', made('ravi', type, undefined, 'author', []))).toEqual(['accepted']);
    }
  });
});

describe('a deletion', () => {
  const gone = (record: Envelope, part: Partial<Envelope> = {}): Envelope => ({
    ...record,
    rev: record.rev + 1,
    deletedAt: record.updatedAt + 1,
    body: {},
    ...part,
  });
  const reached = async (who: Name, id: string) =>
    ((await people[who].pull()).records as Envelope[]).some(record => record.id === id);

  it('of a record that the server never had reaches nobody about whom its author may not write', async () => {
    const never = made('piet', 'note', 'ravi', 'workspace', []);
    expect(await send('piet', { ...gone(never), words: 'Read this, Ravi.' })).toEqual(['accepted']);
    expect(await reached('ravi', never.id)).toBe(false);
    expect(await reached('anna', never.id)).toBe(false);
  });

  it('keeps nothing that a client made up', async () => {
    const note = made('anna', 'note', 'ravi', 'workspace', []);
    const words = { words: 'You know why.', nested: { words: ['You know why.'] } };
    expect(await send('anna', note, gone({ ...note, ...words }))).toEqual(['accepted', 'accepted']);
    // The same again is known, with or without them.
    expect(await send('anna', gone({ ...note, ...words }), gone(note))).toEqual(['accepted', 'accepted']);
    for (const name of ['anna', 'ravi', 'piet'] as const) {
      const records = (await people[name].pull()).records as Envelope[];
      expect(records.find(({ id }) => id === note.id)).toEqual(gone(note));
    }
  });

  it('cannot turn a record to somebody else on its way out', async () => {
    const own = people.piet.note(undefined, { audience: 'author' });
    expect(await send('piet', own)).toEqual(['accepted']);
    const turned = gone(own, { subjectId: people.ravi.id, audience: 'pair' });
    expect(await send('piet', turned)).toEqual(['not-allowed']);
    expect(await send('piet', gone(own))).toEqual(['accepted']);
    expect(await reached('ravi', own.id)).toBe(false);
  });
});

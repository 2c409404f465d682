import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord, deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { type Envelope, MAX_RECORD_BYTES } from '#lib/records/envelope.ts';
import { pullResponse, pushResponse } from '#lib/sync/protocol.ts';
import { foundTestWorkspace, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let time = Date.UTC(2026, 10, 22, 9);
const MINUTE = 60_000;

describe('push and pull', () => {
  let team: TestTeam & { owner: TestMember };
  let coach: TestMember;
  let rep: TestMember;
  let peer: TestMember;

  beforeAll(async () => {
    team = await startTeam({ now: () => time });
    coach = await team.join('Carla Coach', ['coach']);
    rep = await team.join('Ravi Rep', ['coachee']);
    peer = await team.join('Piet Peer', ['coachee']);
    await team.assign(coach, rep);
  });
  afterAll(() => team.stop());

  function answerTo(note: Envelope, by: TestMember): Envelope {
    const body = { answer: 'accept' as const, sentence: 'I will.' };
    return createRecord(
      {
        type: 'acknowledgement',
        workspaceId: team.workspaceId,
        authorId: by.id,
        subjectId: note.authorId,
        audience: 'pair',
        refs: [note.id],
        body,
      },
      time,
    );
  }

  it('a coach’s note reaches the rep and nobody else', async () => {
    const note = coach.note(rep);
    const [result] = await coach.push(note);
    expect(result).toMatchObject({ status: 'accepted', id: note.id, rev: 1 });
    expect((await rep.pull()).records).toContainEqual(note);
    expect((await coach.pull()).records).toContainEqual(note);
    expect((await peer.pull()).records).toEqual([]);
    expect((await team.owner.pull()).records).toEqual([]);
  });

  it('the rep’s answer reaches the coach', async () => {
    const note = coach.note(rep, { audience: 'pair' });
    await coach.push(note);
    const { cursor } = await coach.pull();
    const answer = answerTo(note, rep);
    expect(await rep.push(answer)).toMatchObject([{ status: 'accepted' }]);
    expect((await coach.pull(cursor)).records).toEqual([answer]);
  });

  it('answers have the shapes of the protocol', async () => {
    const note = coach.note(rep);
    const pushed = await coach.fetch('/v1/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ records: [note, { ...note, authorId: rep.id }] }),
    });
    expect(pushResponse.parse(await pushed.json()).results).toHaveLength(2);
    expect(pullResponse.parse(await (await coach.fetch('/v1/pull')).json()).more).toBe(false);
  });

  it('the same push gets the same answer', async () => {
    const note = coach.note(rep);
    const [first] = await coach.push(note);
    const [second, third] = await coach.push(note, note);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    const { records } = await coach.pull();
    expect(records.filter(record => (record as Envelope).id === note.id)).toHaveLength(1);
  });

  it('a second text under the same revision gets the server’s copy in answer', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    const other = { ...note, body: { ...note.body, observation: 'Another text.' } };
    expect(await coach.push(other)).toEqual([{ status: 'stale', id: note.id, rev: 1, record: note }]);
  });

  it('a change is accepted only on top of the revision that the server holds', async () => {
    const note = coach.note(rep);
    const second = reviseRecord(note, { ...note.body, impact: 'Clearer now.' }, time);
    const third = reviseRecord(second, { ...note.body, impact: 'Clearest.' }, time);
    const { cursor } = await rep.pull();
    await coach.push(note);
    expect(await coach.push(third)).toEqual([{ status: 'stale', id: note.id, rev: 3, record: note }]);
    expect(await coach.push(second, third)).toMatchObject([
      { status: 'accepted', rev: 2 },
      { status: 'accepted', rev: 3 },
    ]);
    expect(await coach.push(second)).toEqual([{ status: 'stale', id: note.id, rev: 2, record: third }]);
    expect((await rep.pull(cursor)).records).toEqual([third]);
  });

  it('a later revision of a record that the server does not hold is accepted, as after a restore', async () => {
    const note = { ...coach.note(rep), rev: 4 };
    expect(await coach.push(note)).toMatchObject([{ status: 'accepted', rev: 4 }]);
  });

  it('what cannot change is kept', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    const next = reviseRecord(note, note.body, time);
    const results = await coach.push(
      { ...next, type: 'scorecard', body: {} },
      { ...next, createdAt: note.createdAt + 1 },
      { ...next, workspaceId: 'another' },
      { ...next, authorId: rep.id },
    );
    expect(results.map(result => (result.status === 'refused' ? result.code : result.status))).toEqual([
      'invalid',
      'immutable',
      'wrong-workspace',
      'not-yours',
    ]);
    const unknownType = { ...next, type: 'poem', body: { text: 'x' } };
    expect(await coach.push(unknownType)).toMatchObject([{ status: 'refused', code: 'immutable' }]);
  });

  it('another’s record is refused without revealing anything about it', async () => {
    const note = coach.note(rep, { audience: 'author', body: { observation: 'SECRET' } });
    await coach.push(note);
    const forged = { ...note, authorId: peer.id, body: { ...note.body, observation: 'Mine now' } };
    const answer = await peer.push(forged);
    expect(answer).toMatchObject([{ status: 'refused', code: 'not-yours' }]);
    expect(JSON.stringify(answer)).not.toContain('SECRET');
    expect(JSON.stringify(answer)).not.toContain(coach.id);
  });

  it('a note can be changed for ten minutes after it was written', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    time += 9 * MINUTE;
    const second = reviseRecord(note, { ...note.body, impact: 'In time.' }, time);
    expect(await coach.push(second)).toMatchObject([{ status: 'accepted' }]);
    time += 2 * MINUTE;
    const third = reviseRecord(second, { ...note.body, impact: 'Too late.' }, time);
    expect(await coach.push(third)).toMatchObject([{ status: 'refused', code: 'too-late' }]);
    expect(await coach.push(second)).toMatchObject([{ status: 'accepted', rev: 2 }]);
  });

  it('a device whose clock is fast gets no longer time to edit', async () => {
    const note = coach.note(rep, { createdAt: time + 60 * MINUTE });
    await coach.push(note);
    time += 11 * MINUTE;
    const changed = reviseRecord(note, { ...note.body, impact: 'Later.' }, time);
    expect(await coach.push(changed)).toMatchObject([{ status: 'refused', code: 'too-late' }]);
  });

  it('a note cannot be changed once it was answered', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    await rep.push(answerTo(note, rep));
    const changed = reviseRecord(note, { ...note.body, impact: 'Other.' }, time);
    expect(await coach.push(changed)).toMatchObject([{ status: 'refused', code: 'too-late' }]);
  });

  it('a note can be taken back at any time, for everybody and for good', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    const { cursor } = await rep.pull();
    time += 24 * 60 * MINUTE;
    const tombstone = deleteRecord(note, time);
    expect(await coach.push(tombstone)).toMatchObject([{ status: 'accepted', rev: 2 }]);
    expect((await rep.pull(cursor)).records).toEqual([tombstone]);
    const again = { ...note, rev: 3 };
    expect(await coach.push(again)).toMatchObject([{ status: 'refused', code: 'immutable' }]);
    expect(await rep.push(answerTo(note, rep))).toMatchObject([{ status: 'refused', code: 'not-allowed' }]);
  });

  it('a refused record does not hold up the others', async () => {
    const good = coach.note(rep);
    const results = await coach.push(
      { ...coach.note(rep), body: { kind: 'poem' } },
      null,
      'text',
      { id: 7 },
      { ...coach.note(rep), body: { ...coach.note(rep).body, extra: 'x'.repeat(MAX_RECORD_BYTES) } },
      { ...coach.note(rep), id: 'with space' },
      { ...coach.note(rep), body: nested(40) },
      coach.note(peer),
      good,
    );
    expect(results.map(result => (result.status === 'refused' ? result.code : result.status))).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'too-large',
      'invalid',
      'invalid',
      'not-allowed',
      'accepted',
    ]);
    expect(results.at(-1)).toMatchObject({ id: good.id });
  });

  it('unknown types and fields are kept as they came', async () => {
    const record = {
      ...coach.note(rep),
      type: 'hologram',
      schema: 7,
      colour: { deep: ['green', null, 1.5] },
      body: { shape: 'cube', __proto__x: 1, text: '\u0001\u200b<script>' },
    };
    expect(await coach.push(record)).toMatchObject([{ status: 'accepted' }]);
    expect((await rep.pull()).records).toContainEqual(record);
  });

  it('a choice of a newer version is kept as it came, and what is no choice is refused', async () => {
    const note = (body: object) => {
      const made = coach.note(rep);
      return { ...made, body: { ...made.body, ...body } };
    };
    const newer = [
      note({ kind: 'applause' }),
      note({ anchor: { kind: 'hologram', depth: [1, 2] } }),
      note({ scope: 'season', purpose: 'rehearsal' }),
    ];
    const results = await coach.push(...newer);
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    const { records } = await rep.pull();
    for (const each of newer) expect(records).toContainEqual(each);
    const broken = [
      note({ kind: 7 }),
      note({ kind: 'two words' }),
      note({ kind: 'x'.repeat(65) }),
      note({ anchor: { kind: 7 } }),
      note({ anchor: {} }),
      note({ kind: 'applause', observation: 7 }),
    ];
    const refused = await coach.push(...broken);
    expect(refused).toMatchObject(broken.map(() => ({ status: 'refused', code: 'invalid' })));
  });

  it('the same record id can exist in two workspaces', async () => {
    const other = await foundTestWorkspace(team.server, 'Other Owner');
    const note = coach.note(rep, { audience: 'workspace' });
    await coach.push(note);
    const twin = other.member.note(other.member, { id: note.id, audience: 'workspace' });
    expect(await other.member.push(twin)).toMatchObject([{ status: 'accepted', rev: 1 }]);
    expect((await other.member.pull()).records).toEqual([twin]);
    expect((await rep.pull()).records).toContainEqual(note);
    expect(await other.member.push(note)).toMatchObject([{ status: 'refused', code: 'wrong-workspace' }]);
    const foreign = await rep.pull().then(page => other.member.fetch(`/v1/pull?cursor=${page.cursor}`));
    expect(foreign.status).toBe(409);
  });

  it('paging returns everything in order, without a gap and without a repeat', async () => {
    const reader = await team.join('Rita Reader', ['coach']);
    const notes = Array.from({ length: 25 }, () => reader.note(reader));
    await reader.push(...notes);
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    for (let more = true; more; pages += 1) {
      const page = await reader.pull(cursor, 4);
      expect(page.records.length).toBeLessThanOrEqual(4);
      seen.push(...page.records.map(record => (record as Envelope).id));
      ({ cursor, more } = page);
    }
    const own = new Set(notes.map(note => note.id));
    expect(seen.filter(id => own.has(id))).toEqual(notes.map(note => note.id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(pages).toBeGreaterThan(6);
    expect(await reader.pull(cursor)).toMatchObject({ records: [], removed: [], more: false });
  });

  it('a page ends early when its records are large', async () => {
    const reader = await team.join('Lara Large', ['coach']);
    const large = () => reader.note(reader, { body: { extra: 'x'.repeat(60_000) } });
    const notes = Array.from({ length: 45 }, large);
    for (let i = 0; i < notes.length; i += 15) await reader.push(...notes.slice(i, i + 15));
    const first = await reader.pull();
    expect(first.more).toBe(true);
    expect(JSON.stringify(first).length).toBeLessThan(3 * 1024 * 1024);
    const second = await reader.pull(first.cursor);
    const own = [...first.records, ...second.records].filter(
      record => (record as Envelope).authorId === reader.id,
    );
    expect(own).toEqual(notes);
  });

  it('a record is removed for those who may no longer see it, and sent to those who may see it now', async () => {
    const note = coach.note(rep, { audience: 'workspace' });
    await coach.push(note);
    const repAt = (await rep.pull()).cursor;
    const peerAt = (await peer.pull()).cursor;
    const narrower = { ...reviseRecord(note, note.body, time), audience: 'pair' as const };
    await coach.push(narrower);
    expect(await peer.pull(peerAt)).toMatchObject({ records: [], removed: [note.id] });
    expect(await rep.pull(repAt)).toMatchObject({ records: [narrower], removed: [] });
    const wider = { ...reviseRecord(narrower, note.body, time), audience: 'workspace' as const };
    const peerNow = (await peer.pull()).cursor;
    await coach.push(wider);
    expect(await peer.pull(peerNow)).toMatchObject({ records: [wider], removed: [] });
  });

  it('a note that was meant for somebody else moves to that person', async () => {
    const other = await team.join('Olga Other', ['coachee']);
    await team.assign(coach, other);
    const note = coach.note(rep, { audience: 'pair' });
    await coach.push(note);
    const { cursor } = await rep.pull();
    const moved = { ...reviseRecord(note, note.body, time), subjectId: other.id };
    expect(await coach.push(moved)).toMatchObject([{ status: 'accepted' }]);
    expect(await rep.pull(cursor)).toMatchObject({ records: [], removed: [note.id] });
    expect((await other.pull()).records).toContainEqual(moved);
  });

  it.each([
    ['an empty one', '%20'],
    ['a made-up one', 'abc'],
    ['one of another form', Buffer.from('{"seq":1}').toString('base64url')],
    ['one from the future', Buffer.from('[999999,"x","y"]').toString('base64url')],
    ['one with a foreign tag', Buffer.from('[0,"aaaaaaaaaaaa","x"]').toString('base64url')],
  ])('%s is not accepted as a cursor', async (_name, cursor) => {
    const response = await rep.fetch(`/v1/pull?cursor=${cursor}`);
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: 'urn:sideline:unknown-cursor', status: 409 });
  });

  it('another member’s cursor is not accepted', async () => {
    const { cursor } = await coach.pull();
    expect((await rep.fetch(`/v1/pull?cursor=${cursor}`)).status).toBe(409);
  });

  it.each(['0', '501', '-1', 'many', '1e9'])('a page size of %s is refused', async limit => {
    expect((await rep.fetch(`/v1/pull?limit=${limit}`)).status).toBe(400);
  });

  it('/v1/me says who I am, and with whom', async () => {
    const me = await rep.me();
    expect(me).toMatchObject({
      member: { id: rep.id, name: 'Ravi Rep', roles: ['coachee'], coachIds: [coach.id] },
      email: rep.email,
      workspace: { id: team.workspaceId, name: 'North Sales' },
    });
    expect(me.members.map(member => member.name)).toEqual(
      expect.arrayContaining(['Olive Owner', 'Carla Coach', 'Ravi Rep', 'Piet Peer']),
    );
    expect(JSON.stringify(me)).not.toContain(peer.email);
  });
});

function nested(depth: number): Record<string, unknown> {
  return depth === 0 ? {} : { inner: nested(depth - 1) };
}

/** Everything that an active behaviour has to say. */
const WHOLE = {
  name: 'Next step said aloud',
  when: 'At the end of every call',
  looksLike: 'Confirm the next step aloud, with owner and date, before closing the call.',
  soundsGood: '“You send the draft by Thursday, right?”',
  ifItBreaks: 'Send it in writing within an hour.',
  howOften: 'Every customer call.',
  standard: 'Owner, action and date are spoken.',
  byWhen: 'Within 14 days.',
};

describe('limits that span authors', () => {
  it('a person can have five active behaviours, whoever wrote them', async () => {
    const team = await startTeam();
    try {
      const coach = await team.join('Carla Coach', ['coach']);
      const second = await team.join('Cosmo Coach', ['coach']);
      const rep = await team.join('Ravi Rep', ['coachee']);
      await team.assign(coach, rep);
      await team.assign(second, rep);
      const behaviour = (author: TestMember, state: 'active' | 'parked') =>
        createRecord(
          {
            type: 'behaviour',
            workspaceId: team.workspaceId,
            authorId: author.id,
            subjectId: rep.id,
            audience: 'pair',
            body: {
              ...WHOLE,
              state,
            },
          },
          Date.now(),
        );
      const first = [behaviour(coach, 'active'), behaviour(coach, 'active'), behaviour(coach, 'parked')];
      await coach.push(...first);
      await second.push(behaviour(second, 'active'), behaviour(second, 'active'));
      const results = await second.push(behaviour(second, 'active'), behaviour(second, 'active'));
      expect(results).toMatchObject([{ status: 'accepted' }, { status: 'refused', code: 'limit' }]);
      expect(await coach.push(behaviour(coach, 'parked'))).toMatchObject([{ status: 'accepted' }]);
      const [one] = first;
      if (!one) throw new Error('There is a first one.');
      const parked = reviseRecord(one, { ...one.body, state: 'parked' }, Date.now());
      expect(await coach.push(parked)).toMatchObject([{ status: 'accepted' }]);
      expect(await second.push(behaviour(second, 'active'))).toMatchObject([{ status: 'accepted' }]);
    } finally {
      await team.stop();
    }
  });

  it('takes no behaviour as active that is not whole, whichever way it became so', async () => {
    const team = await startTeam();
    try {
      const rep = await team.join('Ravi Rep', ['coachee']);
      const proposal = createRecord(
        {
          type: 'behaviour',
          workspaceId: team.workspaceId,
          authorId: rep.id,
          subjectId: rep.id,
          audience: 'coaches',
          body: { ...WHOLE, looksLike: 'Be more engaging.', byWhen: '', state: 'proposed' },
        },
        Date.now(),
      );
      const become = (before: typeof proposal, body: Partial<typeof proposal.body>) =>
        reviseRecord(before, { ...before.body, ...body }, Date.now());
      expect(await rep.push({ ...proposal, body: { ...proposal.body, state: 'active' } })).toMatchObject([
        { status: 'refused', code: 'limit' },
      ]);
      const retired = become(proposal, { state: 'retired' });
      expect(await rep.push(proposal, retired)).toMatchObject([
        { status: 'accepted' },
        { status: 'accepted' },
      ]);
      const again = become(retired, { state: 'active' });
      const [refused] = await rep.push(again);
      expect(refused).toMatchObject({ status: 'refused', code: 'limit' });
      expect(refused).toHaveProperty('message', expect.stringMatching(/byWhen, looksLike/));
      expect(await rep.push(become(retired, { ...WHOLE, state: 'active' }))).toMatchObject([
        { status: 'accepted' },
      ]);
    } finally {
      await team.stop();
    }
  });
});

/** Counts over everybody's notes: what they count, who may ask, and that they say numbers and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord, deleteRecord, settingsId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body } from '#lib/records/types.ts';
import { countsResponse } from '#lib/sync/protocol.ts';
import { DAY } from '#lib/time.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let cora: TestMember;
let otto: TestMember;
let lone: TestMember;
beforeAll(async () => {
  team = await startTeam();
  cora = await team.join('Cora Coach', ['coach']);
  otto = await team.join('Otto Other', ['coach']);
  lone = await team.join('Lone Coach', ['coach']);
});
afterAll(() => team.stop());

const BEHAVIOUR = 'next-step';
const correction = { kind: 'correction', behaviourId: BEHAVIOUR } as const;

/** Somebody whom both coach. */
async function coachee(name: string): Promise<TestMember> {
  const rep = await team.join(name, ['coachee']);
  await team.assign(cora, rep);
  await team.assign(otto, rep);
  return rep;
}

/** A note on a place of its own. */
function noteOn(
  by: TestMember,
  about: TestMember,
  deal: string,
  changes: Parameters<TestMember['note']>[1] = {},
): Envelope {
  const note = by.note(about, { audience: 'pair', ...changes, body: { ...correction, ...changes.body } });
  const body = note.body as Body<'note'>;
  return {
    ...note,
    body: { ...body, artifact: { ...body.artifact, key: `https://crm.example|deal|${deal}` } },
  };
}

async function asked(by: TestMember, about: TestMember | string, behaviour: string | undefined = BEHAVIOUR) {
  const person = typeof about === 'string' ? about : about.id;
  const query = new URLSearchParams({ person, ...(behaviour === undefined ? {} : { behaviour }) });
  const response = await by.fetch(`/v1/counts?${query}`);
  return { status: response.status, text: await response.text() };
}

async function counts(by: TestMember, about: TestMember, behaviour?: string) {
  return countsResponse.parse(JSON.parse((await asked(by, about, behaviour)).text));
}

async function accepted(by: TestMember, ...records: unknown[]): Promise<void> {
  for (const result of await by.push(...records)) expect(result).toMatchObject({ status: 'accepted' });
}

describe('counts', () => {
  it('count all coaches’ notes, also those that the asking coach may not read', async () => {
    const rep = await coachee('Ravi');
    await accepted(cora, noteOn(cora, rep, '1'));
    await accepted(
      otto,
      noteOn(otto, rep, '2'),
      noteOn(otto, rep, '3'),
      noteOn(otto, rep, '4', { audience: 'coaches' }),
    );
    expect(await counts(cora, rep)).toEqual({
      notesToday: { all: 4, yours: 2 },
      corrections: { all: 4, yours: 2 },
    });
    expect(await counts(otto, rep)).toMatchObject({ corrections: { all: 4, yours: 3 } });
  });

  it('count one moment once, and nothing that was taken back, settled, or is for its author alone', async () => {
    const rep = await coachee('Mia');
    const anchored = { anchor: { kind: 'field', label: 'Next step', value: 'Call' } } as const;
    const twice = ['a', 'a'].map(deal => noteOn(otto, rep, deal, { body: anchored }));
    const gone = noteOn(otto, rep, 'b');
    await accepted(otto, ...twice, gone, noteOn(otto, rep, 'c', { audience: 'author' }));
    await accepted(otto, deleteRecord(gone, Date.now()));
    expect(await counts(cora, rep)).toEqual({
      notesToday: { all: 2, yours: 0 },
      corrections: { all: 1, yours: 0 },
    });
    const ruling = createRecord(
      {
        type: 'ruling',
        workspaceId: team.workspaceId,
        authorId: otto.id,
        subjectId: rep.id,
        audience: 'pair',
        body: {
          on: 'pattern',
          key: `pattern|${rep.id}|${BEHAVIOUR}`,
          behaviourId: BEHAVIOUR,
          cause: 'brief',
          remedy: 'brief',
          sentence: 'The brief names no owner.',
        },
      },
      Date.now(),
    );
    await accepted(otto, ruling);
    expect(await counts(cora, rep)).toMatchObject({ corrections: { all: 0, yours: 0 } });
  });

  it('count within the workspace’s window and day', async () => {
    const rep = await coachee('Nils');
    const now = Date.now();
    await accepted(
      otto,
      noteOn(otto, rep, '1', { createdAt: now - 40 * DAY }),
      noteOn(otto, rep, '2', { createdAt: now - 20 * DAY }),
      noteOn(otto, rep, '3', { createdAt: now - 2 * DAY }),
    );
    expect(await counts(cora, rep)).toEqual({
      notesToday: { all: 0, yours: 0 },
      corrections: { all: 2, yours: 0 },
    });
    const { owner, workspaceId } = team;
    const settings = createRecord(
      {
        id: settingsId(workspaceId, owner.id),
        type: 'settings',
        workspaceId,
        authorId: owner.id,
        audience: 'workspace',
        body: { patternDays: 10 },
      },
      now,
    );
    await accepted(owner, settings);
    expect(await counts(cora, rep)).toMatchObject({ corrections: { all: 1, yours: 0 } });
    await accepted(owner, deleteRecord(settings, Date.now()));
  });

  it('leave out corrections where no behaviour is asked for', async () => {
    const rep = await coachee('Ole');
    const { text } = await asked(cora, rep, '');
    expect(JSON.parse(text)).toMatchObject({ status: 400 });
    const plain = await cora.fetch(`/v1/counts?person=${rep.id}`);
    expect(await plain.json()).toEqual({ notesToday: { all: 0, yours: 0 } });
  });

  it('are for whoever may write to that person, and look alike for strangers and nobody', async () => {
    const rep = await coachee('Pia');
    expect((await asked(team.owner, rep)).status).toBe(200);
    const refused = await asked(lone, rep);
    expect(refused.status).toBe(403);
    expect(await asked(lone, 'nobody-has-this-id')).toEqual(refused);
    expect((await asked(rep, cora)).status).toBe(403);
    const anonymous = await fetch(`${team.url}/v1/counts?person=${rep.id}`);
    expect(anonymous.status).toBe(401);
  });

  it('end with the assignment', async () => {
    const rep = await team.join('Quin', ['coachee']);
    const assignment = await team.assign(lone, rep);
    expect((await asked(lone, rep)).status).toBe(200);
    await team.unassign(assignment);
    expect((await asked(lone, rep)).status).toBe(403);
  });

  it('say numbers and nothing else: no words, no ids, no times, and nothing of who wrote', async () => {
    const rep = await coachee('Rosa');
    const hidden = noteOn(otto, rep, 'secret', {
      body: { observation: 'A sentence that only two may read.' },
    });
    await accepted(otto, hidden);
    const { text } = await asked(cora, rep);
    expect(text).toMatch(/^[{}":,a-zA-Z\d]+$/);
    for (const word of [
      hidden.id,
      otto.id,
      rep.id,
      'Otto',
      'secret',
      'sentence',
      'deal',
      String(hidden.createdAt),
    ])
      expect(text).not.toContain(word);
    // The same answer, whoever of the others wrote it.
    const twin = await coachee('Tess');
    await team.assign(lone, twin);
    await accepted(lone, noteOn(lone, twin, 'secret'));
    expect((await asked(cora, twin)).text).toBe(text);
  });

  it('cannot be narrowed to a time, an author or a place', async () => {
    const rep = await coachee('Udo');
    await accepted(otto, noteOn(otto, rep, '1'));
    const plain = (await asked(cora, rep)).text;
    for (const more of ['since=0', `author=${otto.id}`, `coach=${lone.id}`, 'place=x', 'day=2020-01-01']) {
      const response = await cora.fetch(`/v1/counts?person=${rep.id}&behaviour=${BEHAVIOUR}&${more}`);
      expect(await response.text()).toBe(plain);
    }
  });

  it('pass over rows that are damaged, and records of a newer version', async () => {
    const rep = await coachee('Vera');
    const broken = noteOn(otto, rep, '1');
    const newer = { ...noteOn(otto, rep, '2'), schema: 99, body: {} };
    await accepted(otto, broken, newer, noteOn(otto, rep, '3'));
    await team.server.context.database.db
      .updateTable('records')
      .set({ record: '{"id":"' })
      .where('id', '=', broken.id)
      .execute();
    expect(await counts(cora, rep)).toMatchObject({ corrections: { all: 1, yours: 0 } });
  });
});

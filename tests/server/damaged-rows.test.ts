/** One damaged row stops nobody: it is set aside and named in the log, and its author's device can bring it back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { LogLine } from '#server/http/log.ts';
import { browse } from '#testing/server/browse.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const DAMAGE: [what: string, damaged: (record: Envelope) => string][] = [
  ['no JSON', () => 'CANARY \u0001 = not JSON'],
  ['half a record', record => JSON.stringify(record).slice(0, 120)],
  ['nothing', () => ''],
  ['null', () => 'null'],
  ['a list', () => '[]'],
  ['no body', record => JSON.stringify({ ...record, body: undefined })],
  ['no references', record => JSON.stringify({ ...record, refs: 7 })],
  ['another record', record => JSON.stringify({ ...record, id: 'another' })],
];

let log: LogLine[];
let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
beforeEach(async () => {
  log = [];
  team = await startTeam({ log: line => log.push(line) });
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterEach(() => team.stop());

async function spoil(record: Envelope, text: string): Promise<void> {
  await team.server.context.database.db
    .updateTable('records')
    .set({ record: text })
    .where('id', '=', record.id)
    .execute();
}
const logged = () => log.filter(line => line.event === 'damaged-record').map(line => line.record);
const idsOf = (records: readonly unknown[]) => records.map(each => (each as Envelope).id);

describe.each(DAMAGE)('beside a damaged row (%s)', (_what, damaged) => {
  it('everybody pulls all the others, and the log names it once', async () => {
    const notes = [coach.note(rep), coach.note(rep), coach.note(rep)] as const;
    await coach.push(...notes);
    await spoil(notes[1], damaged(notes[1]));
    for (const who of [rep, coach]) {
      const { records, removed, more } = await who.pull();
      expect(idsOf(records)).toEqual([notes[0].id, notes[2].id]);
      expect({ removed, more }).toEqual({ removed: [], more: false });
    }
    expect(logged()).toEqual([notes[1].id]);
    expect(JSON.stringify(log)).not.toContain('CANARY');
  });

  it('everybody pushes, also what refers to it, and its author brings it back', async () => {
    const note = coach.note(rep);
    const answer: Envelope = {
      ...rep.note(coach),
      type: 'acknowledgement',
      schema: 99,
      body: {},
      refs: [note.id],
    };
    const before: Envelope = { ...answer, id: `${answer.id}x` };
    await coach.push(note);
    await rep.push(before);
    for (const each of [note, before]) await spoil(each, damaged(each));
    expect(await rep.push(rep.note(rep), answer)).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
    ]);
    // Nobody else takes the id over.
    expect(await rep.push({ ...note, authorId: rep.id })).toMatchObject([{ code: 'not-yours' }]);
    expect(logged()).toContain(note.id);

    const next = reviseRecord(note, { ...note.body }, note.createdAt + 1);
    expect(await coach.push(next)).toMatchObject([{ status: 'accepted', rev: 2 }]);
    expect(await rep.push({ ...before, rev: 4 })).toMatchObject([{ status: 'accepted', rev: 4 }]);
    const { records } = await rep.pull();
    expect(records).toContainEqual(next);
    expect(idsOf(records)).toContain(before.id);
  });

  it('the page of shared sites shows the others', async () => {
    const site = (name: string): Envelope => ({
      ...team.owner.note(undefined, { audience: 'workspace' }),
      type: 'site',
      schema: 99,
      body: { definition: { name, match: { hosts: ['crm.example'] } } },
    });
    const [good, bad] = [site('Whole'), site('Broken')];
    await team.owner.push(good, bad);
    await spoil(bad, damaged(bad));
    const page = await browse(team.url, team.owner.cookie).get(`/team/${team.workspaceId}/sites`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Whole');
  });
});

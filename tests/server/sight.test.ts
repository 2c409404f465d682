/**
 * Nothing is said about a person behind their back: whatever anybody but its author can see about somebody, that
 * somebody can see too. There is no setting of a workspace that makes an exception. Asked of the real server, by what
 * each member's pull shows, over every type, audience and pair of people.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import { audiences, type Envelope } from '#lib/records/envelope.ts';
import { type RecordType, recordBodies } from '#lib/records/types.ts';
import { coacheeOf } from '#lib/records/visibility.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let people: TestMember[];
const seenBy = new Map<string, Map<string, Envelope>>();

beforeAll(async () => {
  team = await startTeam();
  const coach = await team.join('Carla Coach', ['coach']);
  const other = await team.join('Otto Other', ['coach']);
  const rep = await team.join('Ravi Rep', ['coachee']);
  const peer = await team.join('Piet Peer', ['coachee']);
  const lead = await team.join('Lena Lead', ['coach', 'coachee', 'sponsor', 'liaison']);
  people = [team.owner, coach, other, rep, peer, lead];
  for (const [who, whom] of [
    [coach, rep],
    [other, rep],
    [other, peer],
    [lead, coach],
    [team.owner, lead],
  ] as const) {
    await team.assign(who, whom);
  }
  for (const author of people) {
    const records = people.flatMap(subject =>
      [...(Object.keys(recordBodies) as RecordType[]), 'mood'].flatMap(type =>
        audiences.map(audience => recordOf(author, subject, type, audience)),
      ),
    );
    for (let i = 0; i < records.length; i += 100) await author.push(...records.slice(i, i + 100));
  }
  for (const member of people) seenBy.set(member.id, await allOf(member));
});
afterAll(() => team.stop());

function named(name: string): TestMember {
  const found = people.find(each => each.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
}

/** Newer than any schema that the server knows, so that it looks at the envelope alone. */
function recordOf(
  author: TestMember,
  subject: TestMember,
  type: string,
  audience: Envelope['audience'],
): Envelope {
  const ids = { workspaceId: team.workspaceId, authorId: author.id, subjectId: subject.id };
  const note = createRecord({ ...ids, type: 'log', audience, body: {} as never }, Date.now());
  return { ...note, type, schema: 99 };
}

async function allOf(member: TestMember): Promise<Map<string, Envelope>> {
  const all = new Map<string, Envelope>();
  for (let cursor: string | undefined; ; ) {
    const page = await member.pull(cursor);
    for (const record of page.records as Envelope[]) all.set(record.id, record);
    cursor = page.cursor;
    if (!page.more) return all;
  }
}

describe('what is said about a person', () => {
  it('nobody sees what is said about a person unless that person sees it too', () => {
    const behindBacks: string[] = [];
    let shared = 0;
    for (const reader of people) {
      for (const record of seenBy.get(reader.id)?.values() ?? []) {
        if (record.authorId === reader.id) continue;
        for (const whom of new Set([record.subjectId, coacheeOf(record)])) {
          if (whom === undefined || whom === record.authorId) continue;
          shared += 1;
          if (!seenBy.get(whom)?.has(record.id)) behindBacks.push(`${record.type} ${record.audience}`);
        }
      }
    }
    expect(shared).toBeGreaterThan(500);
    expect([...new Set(behindBacks)]).toEqual([]);
  });

  it('what is said about a person is in that person’s export', async () => {
    const rep = named('Ravi Rep');
    const { records } = await (await rep.fetch('/v1/export')).json();
    const ids = new Set(records.map((record: Envelope) => record.id));
    const others = people
      .filter(each => each !== rep)
      .flatMap(each => [...(seenBy.get(each.id)?.values() ?? [])]);
    const about = others.filter(each => each.subjectId === rep.id && each.audience !== 'author');
    expect(about.length).toBeGreaterThan(50);
    for (const record of about) expect(ids.has(record.id)).toBe(true);
  });

  it('owners do not see records just because they are owners', () => {
    const owned = [...(seenBy.get(team.owner.id)?.values() ?? [])].filter(
      record => record.authorId !== team.owner.id && record.subjectId !== team.owner.id,
    );
    const lead = named('Lena Lead');
    for (const record of owned) {
      expect([record.type, record.audience === 'workspace' || coacheeOf(record) === lead.id]).toEqual([
        record.type,
        true,
      ]);
    }
  });
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activeBehaviours } from '#lib/coaching/behaviours/limits.ts';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import type { LoopState } from '#lib/coaching/loop/loop.ts';
import { gateNote } from '#lib/coaching/notes/language-gate.ts';
import { noteProblems } from '#lib/coaching/notes/requirements.ts';
import { scoreOf, shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { notesToTry } from '#server/demo/notes-to-try.ts';
import { demoRecords } from '#server/demo/records.ts';
import { type DemoWorkspace, seedDemo } from '#server/demo.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import { type RunningServer, startServer } from '#server/start.ts';
import { browse } from '#testing/server/browse.ts';
import { emptyStore } from '#testing/server/empty-store.ts';

const artifact = (kind: Artifact['kind']): Artifact => ({
  kind,
  site: 'demo',
  key: `http://127.0.0.1:4747|${kind}`,
  url: `http://127.0.0.1:4747/${kind}`,
  title: `The demo's ${kind}`,
});
const artifacts = { crm: artifact('crm'), doc: artifact('doc'), video: artifact('video') };
const now = Date.UTC(2026, 10, 22, 14);

let server: RunningServer;
let demo: DemoWorkspace;

beforeAll(async () => {
  server = await startServer({
    port: 0,
    ...(await emptyStore()),
    rateLimits: noRateLimits,
    log: null,
    now: () => now,
  });
  demo = await seedDemo(server.context, { artifacts });
});
afterAll(() => server.stop());

async function pull(token: string): Promise<Envelope[]> {
  const response = await fetch(`${server.url}/v1/pull`, { headers: { authorization: `Bearer ${token}` } });
  return ((await response.json()) as { records: Envelope[] }).records;
}

describe('the demo workspace', () => {
  it('the demo has an owner, two coaches, three reps, and assignments', async () => {
    const response = await fetch(`${server.url}/v1/me`, {
      headers: { authorization: `Bearer ${demo.coach.token}` },
    });
    const me = (await response.json()) as {
      members: { name: string; roles: string[]; coachIds: string[] }[];
    };
    const { people } = demo;
    expect(me.members.map(({ name, roles, coachIds }) => [name, roles.join(), coachIds.length])).toEqual([
      ['Mara Okafor', 'owner', 0],
      ['Ines Duarte', 'coach', 0],
      ['Tom Becker', 'coach', 0],
      ['Jonas Petersen', 'coachee', 1],
      ['Leila Haddad', 'coachee', 2],
      ['Sam Whitlock', 'coachee', 1],
    ]);
    expect(demo.rep.memberId).toBe(people.jonas.memberId);
  });

  it('the demo has five active behaviours, a month of notes, scores and answers', async () => {
    const records = await pull(demo.coach.token);
    const count = (type: string) => records.filter(record => record.type === type).length;
    const catalogue = records.filter(record => record.type === 'behaviour' && !record.subjectId);
    expect(catalogue).toHaveLength(5);
    expect(count('note')).toBeGreaterThanOrEqual(10);
    expect(count('scorecard')).toBeGreaterThanOrEqual(6);
    expect(count('acknowledgement')).toBeGreaterThanOrEqual(6);
    for (const record of records) {
      expect(record.createdAt).toBeLessThanOrEqual(now);
      expect(record.createdAt).toBeGreaterThan(now - 45 * 24 * 60 * 60_000);
    }
  });

  it('the demo has a note waiting for the rep on the CRM record, and notes on the doc and the clip', async () => {
    const notes = (await pull(demo.rep.token)).filter(record => isType(record, 'note'));
    const waiting = notes.filter(note => note.body.artifact.key === artifacts.crm.key).at(-1);
    expect(waiting).toMatchObject({ authorId: demo.coach.memberId, body: { kind: 'correction' } });
    const coach = await demo.signIn('tom');
    const keys = (await pull(coach.token)).filter(r => isType(r, 'note')).map(note => note.body.artifact.key);
    expect(keys).toEqual(expect.arrayContaining([artifacts.doc.key, artifacts.video.key]));
  });

  it('the composer would send every demo note, and the rubric knows every demo score', () => {
    const memberIds = Object.fromEntries(
      Object.entries(demo.people).map(([key, { memberId }]) => [key, memberId]),
    ) as Parameters<typeof demoRecords>[0]['memberIds'];
    const input = { workspaceId: demo.workspaceId, memberIds, artifacts, now };
    const records = demoRecords(input);
    expect(demoRecords(input)).toEqual(records);
    expect(new Set(records.map(record => record.id)).size).toBe(records.length);
    for (const record of records) {
      if (isType(record, 'note'))
        expect([record.body.observation, noteProblems(record.body)]).toEqual([record.body.observation, []]);
      if (isType(record, 'note')) expect(gateNote(record.body, 'en')).toMatchObject({ send: 'yes' });
      if (isType(record, 'scorecard'))
        expect(scoreOf(shippedRubric, record.body.scores).answered).toBeGreaterThan(1);
    }
  });

  it('the demo shows every part of the loop: closed ones, a commitment, evidence that waits for a verdict, a dispute', async () => {
    const records = [demo.coach.token, (await demo.signIn('tom')).token].map(pull);
    const seen = new Map((await Promise.all(records)).flat().map(record => [record.id, record]));
    const states = loopsOf([...seen.values()], now).map(({ loop }) => loop.state);
    const wanted: LoopState[] = [
      'closed',
      'committed',
      'evidenced',
      'disputed',
      'waiting for answer',
      'accepted',
    ];
    for (const state of wanted) expect(states).toContain(state);
    const jonas = demo.rep.memberId;
    const own = activeBehaviours([...seen.values()], jonas);
    expect(own.map(behaviour => behaviour.subjectId)).toEqual([jonas, jonas]);
    const logs = [...seen.values()].filter(record => record.type === 'log' && record.authorId === jonas);
    expect(logs.length).toBeGreaterThan(30);
  });

  it('the demo’s notes point at words, fields and moments that the three pages have', async () => {
    const files = { crm: 'opportunities.js', doc: 'proposal.html', video: 'clip.vtt' } as const;
    const plain = (text: string) => text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
    for (const { name, work, anchor } of notesToTry) {
      const file = files[work as keyof typeof files];
      const page = plain(await readFile(new URL(`../../demo/pages/${file}`, import.meta.url), 'utf8'));
      const { quote, value, caption } = anchor as {
        quote?: { exact: string };
        value?: string;
        caption?: string;
      };
      const sought = quote?.exact ?? value ?? caption ?? '';
      expect([name, sought !== '' && page.includes(sought)]).toEqual([name, true]);
    }
  });

  it('the demo’s people sign in with the demo password', async () => {
    const page = await browse(server.url).get('/sign-in');
    const home = await page.submit('/sign-in', { email: demo.people.mara.email, password: demo.password });
    expect(home.text).toContain('<h1>Harbour Sales</h1>');
  });

  it('filling the demo a second time only signs devices in', async () => {
    const again = await seedDemo(server.context, { artifacts });
    expect(again.workspaceId).toBe(demo.workspaceId);
    expect(again.coach.token).not.toBe(demo.coach.token);
    expect((await pull(again.coach.token)).length).toBe((await pull(demo.coach.token)).length);
  });
});

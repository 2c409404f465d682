/** One's own data in each form that it can be taken along in: that each holds all of it, and that none of it runs. */
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { parseRecord } from '#lib/records/parse.ts';
import { PAYLOADS } from '#testing/pages/payloads.ts';
import { browse } from '#testing/server/browse.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
let written: Envelope[];

beforeAll(async () => {
  team = await startTeam();
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
  const toMe = PAYLOADS.map(observation =>
    coach.note(rep, {
      body: {
        observation,
        artifact: {
          kind: 'crm',
          site: 'demo',
          key: `k|${observation}`,
          url: observation,
          title: observation,
        },
      },
    }),
  );
  const answer = createRecord(
    {
      type: 'acknowledgement',
      workspaceId: team.workspaceId,
      authorId: rep.id,
      subjectId: coach.id,
      audience: 'coaches',
      refs: [toMe[0]?.id ?? ''],
      body: { answer: 'discuss', sentence: 'Über „Anführungen“ und\nneue Zeilen: 日本語 😀' },
    },
    Date.now(),
  );
  const odd = { ...rep.note(rep), type: 'mood', schema: 7, body: { deep: [{ at: 1, ok: false }] }, more: 1 };
  written = [...toMe, answer, odd];
  for (const each of [...toMe]) await coach.push(each);
  await rep.push(answer, odd);
});
afterAll(() => team.stop());

const exported = async (format: string, who = rep, headers = {}) => {
  const response = await who.fetch(`/v1/export?format=${format}`, { headers });
  expect([format, response.status]).toEqual([format, 200]);
  expect(response.headers.get('content-disposition')).toContain(`.${format}"`);
  return response.text();
};
const byId = (records: readonly { id: string }[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('NDJSON', () => {
  it('NDJSON has the person, each record on a line as it was written, and an end that reveals a cut-off file', async () => {
    const lines = (await exported('ndjson')).split('\n');
    expect(lines.pop()).toBe('');
    const [head, ...rest] = lines.map(line => JSON.parse(line));
    expect(head).toMatchObject({
      sideline: 'own-data',
      version: 1,
      member: { id: rep.id, email: rep.email },
    });
    expect(rest.pop()).toEqual({ end: true, records: written.length });
    expect(byId(rest.map(line => line.record))).toEqual(byId(written));
    const json = JSON.parse(await exported('json'));
    expect(rest.map(line => line.record)).toEqual(json.records);
  });

  it('exported NDJSON can be pushed into another workspace and comes out the same', async () => {
    const other = await startTeam();
    try {
      const lines = (await exported('ndjson')).trim().split('\n').slice(1, -1);
      const own = lines.map(line => JSON.parse(line).record).filter(each => each.authorId === rep.id);
      expect(own.length).toBeGreaterThan(0);
      const moved = own.map(record => {
        const parsed = parseRecord(record);
        if (!parsed.ok) throw new Error(parsed.reason);
        // Whom it was about is not a member there.
        const { subjectId: _, ...rest } = parsed.record;
        return { ...rest, workspaceId: other.workspaceId, authorId: other.owner.id, audience: 'author' };
      });
      const taken = await other.owner.push(...moved.filter(record => record.type !== 'acknowledgement'));
      expect(taken.map(each => each.status)).toEqual(taken.map(() => 'accepted'));
      const again = (await (await other.owner.fetch('/v1/export?format=ndjson')).text()).trim().split('\n');
      expect(again.slice(1, -1).map(line => JSON.parse(line).record)).toEqual(
        moved.filter(record => record.type !== 'acknowledgement'),
      );
    } finally {
      await other.stop();
    }
  });
});

describe('HTML', () => {
  it('the HTML file shows every text as it was written, names what it is, and runs and loads nothing', async () => {
    const text = await exported('html');
    const window = new Window({ settings: { disableJavaScriptFileLoading: true } });
    window.document.write(text);
    const { document } = window;
    expect(document.querySelectorAll('script, iframe, object, embed, form, link, base')).toHaveLength(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect([name, /^on/i.test(name)]).toEqual([name, false]);
        if (name === 'href') expect(value).toMatch(/^https?:/);
        if (name === 'src') expect(value).toMatch(/^data:image\/(png|jpeg|webp);base64,/);
      }
    }
    const policy = document.querySelector('meta[http-equiv=content-security-policy]');
    expect(policy?.getAttribute('content')).toMatch(/^default-src 'none'; img-src data:; style-src 'sha256-/);
    const words = [...document.querySelectorAll('dd')].map(each => each.textContent);
    for (const payload of PAYLOADS) expect(words).toContain(payload);
    expect(words).toContain('Über „Anführungen“ und\nneue Zeilen: 日本語 😀');
    expect(document.querySelectorAll('article')).toHaveLength(written.length);
    expect(document.body.textContent).toContain('What was seen or heard');
    expect(document.body.textContent).toContain('Ravi Rep');
    await window.happyDOM.close();
  });

  it('the HTML file is in the reader’s language', async () => {
    expect(await exported('html', rep, { 'accept-language': 'de' })).toContain(
      'Was gesehen oder gehört wurde',
    );
  });

  it('the HTML file can be downloaded from the page, and the download is logged', async () => {
    const page = await browse(team.url, rep.cookie).get(`/team/${team.workspaceId}/data`);
    const file = await page.submit(`/team/${team.workspaceId}/data/export`, { format: 'html' });
    expect(file.headers.get('content-type')).toContain('text/html');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const { log } = JSON.parse(await exported('json'));
    expect(log.filter((entry: { kind: string }) => entry.kind === 'export').length).toBeGreaterThan(1);
  });
});

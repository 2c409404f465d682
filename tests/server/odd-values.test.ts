/**
 * Every field of every route, with every value of one list: whatever comes, the server says what is wrong with it (4xx)
 * or takes it, and never breaks (5xx). The same on both databases, of which one can store less than the other. The list
 * of routes is the server's own, so that a new one cannot be left out.
 */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#server/app.ts';
import { invitationCode, invite } from '#server/auth/invitations.ts';
import { cookieHeaders } from '#server/auth/people.ts';
import type { LogLine } from '#server/http/log.ts';
import { ODD_TEXTS, ODD_VALUES } from '#testing/odd-values.ts';
import { browse } from '#testing/server/browse.ts';
import {
  EXTENSION_ORIGIN,
  peopleOf,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';

type Fields = Record<string, unknown>;
interface Way {
  /** In the path: `:name` of the route. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  json?: Fields;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** Whose browser; the owner's where it is not said. */
  as?: TestMember | 'nobody';
}

let log: LogLine[];
let team: TestTeam & { owner: TestMember };
let ways: Record<string, Way | Way[]>;

beforeAll(async () => {
  log = [];
  team = await startTeam({ log: line => log.push(line), openWorkspaces: true });
  ways = await waysOf(team);
});
afterAll(() => {
  agent.destroy();
  return team.stop();
});

async function waysOf({ owner, server, join, url }: typeof team): Promise<typeof ways> {
  const [rep, leaver] = [await join('Ravi Rep', ['coachee']), await join('Lena Leaver', ['coachee'])];
  const people = peopleOf(server);
  const invitation = (email: string) =>
    invite(
      people,
      cookieHeaders(owner.cookie.split('; ')),
      { workspaceId: team.workspaceId, email, roles: ['coachee'], coachIds: [owner.id] },
      server.context.now(),
    );
  const open = await invitation('new@sideline.example');
  const code = invitationCode(open, server.context.config.secret);
  const asked = await fetch(`${url}/api/auth/device/code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: 'sideline-extension' }),
  });
  const device = (await asked.json()) as { user_code: string; device_code: string };
  const note = owner.note(rep);
  await owner.push(note);
  const cursor = (await owner.pull()).cursor;
  const of = (member: TestMember) => ({ member: member.id });
  return {
    'GET /healthz': {},
    'GET /readyz': {},
    'GET /metrics': {},
    'POST /v1/devices': { json: { name: 'Browser' } },
    'POST /v1/live/ticket': { json: {} },
    'GET /v1/live': {
      query: { ticket: 'x' },
      headers: { origin: EXTENSION_ORIGIN, upgrade: 'websocket', connection: 'upgrade' },
    },
    'POST /v1/push': [{ json: { records: [] } }, { json: { records: [note] } }],
    'GET /v1/pull': { query: { cursor, limit: '10' } },
    'GET /v1/me': {},
    'GET /v1/export': { query: { format: 'json' } },
    'POST /v1/erasures': [{ json: { recordId: 'x' } }, { json: { memberId: 'x', which: 'by' } }],
    'GET /v1/retention': { query: { months: '12' } },
    'PUT /v1/retention': { json: { months: null } },
    'GET /v1/audit': { query: { after: '0', limit: '10' } },
    'GET /v1/audit/check': {},
    'GET /v1/counts': { query: { person: rep.id, behaviour: 'b1' } },
    'GET /v1/insight/coverage': {},
    'GET /v1/insight/escalations': {},
    'GET /v1/insight/programme/:id': {},
    'POST /api/auth/device/code': { json: { client_id: 'sideline-extension', device_name: 'Browser' } },
    'POST /api/auth/device/token': {
      json: {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: device.device_code,
        client_id: 'sideline-extension',
      },
    },
    'GET /openapi.json': {},
    'GET /assets/style.css': {},
    'GET /assets/passkey.js': {},
    'GET /team': {},
    'GET /team/:workspace': { query: { done: 'roles', q: 'Ravi', page: '1', change: rep.id } },
    'POST /team/:workspace/invitations': {
      form: { email: 'more@sideline.example', role: 'coachee', coach: owner.id, send: 'link' },
    },
    'POST /team/:workspace/invitations/withdraw': { form: { invitation: 'x' } },
    'POST /team/:workspace/roles': { form: { ...of(rep), role: 'coachee' } },
    'POST /team/:workspace/remove': { form: { member: 'x' } },
    'POST /team/:workspace/assignments': {
      form: { coach: owner.id, coachee: rep.id, from: '2026-01-01', to: '2026-12-31' },
    },
    'POST /team/:workspace/assignments/end': { form: { assignment: 'x' } },
    'POST /team/:workspace/devices/sign-out': { form: { device: 'x' } },
    'POST /team/:workspace/sign-out-everywhere': { form: { member: 'x' } },
    'POST /team/:workspace/password-link': { form: of(rep) },
    'GET /team/:workspace/audit': { query: { before: '5', check: '1' } },
    'GET /team/:workspace/data': { query: { done: 'retention' } },
    'POST /team/:workspace/data/export': { form: { format: 'csv' } },
    'POST /team/:workspace/data/retention': { form: { months: '12', step: 'preview' } },
    'POST /team/:workspace/data/erase': { form: { ...of(rep), which: 'by', confirm: 'not their name' } },
    'GET /team/:workspace/data-sheet': {},
    'GET /team/:workspace/sites': {},
    'POST /team/:workspace/sites/retire': { form: { site: 'x' } },
    'GET /join/:code': { path: { code } },
    'POST /join/:code': { path: { code }, form: { name: 'New Person', password: '' }, as: 'nobody' },
    'GET /device': { query: { user_code: device.user_code } },
    'POST /device': { form: { code: device.user_code, decision: 'x', workspace: team.workspaceId } },
    'GET /account': { query: { done: 'name' } },
    'POST /account/name': { form: { name: 'Olive Owner' } },
    'POST /account/password': { form: { current: 'not it, not it', password: 'a good long password' } },
    'POST /account/passkeys/new': { form: {} },
    'POST /account/passkeys': { form: { credential: '{"id":"x"}' } },
    'POST /account/passkeys/remove': { form: { passkey: 'x' } },
    'POST /account/sessions/end': { form: { session: 'x' } },
    'POST /account/sessions/end-others': { form: {}, as: leaver },
    'GET /sign-in/mail': {},
    'POST /sign-in/mail': { form: { email: owner.email, kind: 'sign-in' }, as: 'nobody' },
    'GET /link/:token': { path: { token: 'x'.repeat(32) } },
    'POST /link/:token': { path: { token: 'x'.repeat(32) }, form: {}, as: 'nobody' },
    'GET /password/:token': { path: { token: 'x'.repeat(32) } },
    'POST /password/:token': {
      path: { token: 'x'.repeat(32) },
      form: { password: 'long enough' },
      as: 'nobody',
    },
    'GET /sign-in': { query: { next: '/team', error: 'x', done: 'x' }, as: 'nobody' },
    'POST /sign-in': { form: { email: owner.email, password: 'not it', next: '/' }, as: 'nobody' },
    'POST /sign-in/passkey': {
      form: { credential: PASSKEY_ANSWER, next: '/' },
      as: 'nobody',
    },
    'GET /sign-in/company': { query: { next: '/' }, as: 'nobody' },
    'POST /sign-out': { form: { next: '/' }, as: leaver },
    'GET /api/auth/callback/company': { query: { code: 'x', state: 'x', error: 'x' } },
    'GET /': {},
    'GET /start': {},
    'POST /start': {
      form: {
        workspace: 'South Sales',
        name: 'Nora New',
        email: owner.email,
        password: 'long enough, really',
      },
      as: 'nobody',
    },
    'DELETE /v1/devices/current': { as: leaver },
  };
}

const PASSKEY_ANSWER = JSON.stringify({
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'e30', authenticatorData: 'x', signature: 'x' },
});

async function ask(route: string, way: Way): Promise<{ status: number }> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
    encode(way.path?.[name] ?? (name === 'workspace' ? team.workspaceId : 'x')),
  );
  const query = Object.entries(way.query ?? {}).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const who = way.as === 'nobody' ? undefined : (way.as ?? team.owner);
  const form = way.form && Object.entries({ token: tokens.get(who?.id ?? '') ?? '', ...way.form });
  const body = form
    ? form.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
    : way.json && JSON.stringify(way.json);
  const headers = {
    origin: team.url,
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    ...(way.json ? { 'content-type': 'application/json' } : {}),
    ...(who ? { authorization: `Bearer ${who.token}`, cookie: who.cookie } : {}),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...way.headers,
  };
  return send(method, `${team.url}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`, headers, body);
}

/** Requests under way at a time. */
const AT_ONCE = 8;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Not `fetch`, which knows better than to send some of these headers. */
function send(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<{ status: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number }>();
  const sent = request(url, { method, headers, agent });
  sent.on('response', response => {
    response.resume().on('end', () => resolve({ status: response.statusCode ?? 0 }));
    response.on('error', reject);
  });
  sent.on('upgrade', (_, socket) => {
    socket.destroy();
    resolve({ status: 101 });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

/** As a browser would; half a character becomes the bytes that nothing encodes, which a program may well send. */
function encode(text: string): string {
  return text.isWellFormed()
    ? encodeURIComponent(text)
    : `${encodeURIComponent(text.toWellFormed())}%ED%A0%BD%FF`;
}

const tokens = new Map<string, string>();

/** The way with one field replaced, for every field that it has, and one that it has not. */
function* variants(way: Way): Generator<{ what: string; way: Way }> {
  const shown = (field: string, odd: unknown) => `${field}: ${JSON.stringify(odd)?.slice(0, 40)}`;
  for (const place of ['path', 'query', 'form'] as const) {
    for (const field of Object.keys(way[place] ?? {})) {
      for (const odd of ODD_TEXTS) {
        // Node's own limit for an address and its headers: 431, before any of our code.
        if (place !== 'form' && odd.length > 10_000) continue;
        yield { what: shown(field, odd), way: { ...way, [place]: { ...way[place], [field]: odd } } };
      }
    }
  }
  for (const odd of ['\u0000', '__proto__']) {
    yield { what: shown('more', odd), way: { ...way, query: { ...way.query, more: odd, [odd]: 'more' } } };
    if (way.form) yield { what: shown('more', odd), way: { ...way, form: { ...way.form, [odd]: odd } } };
  }
  for (const path of pathsIn(way.json)) {
    for (const odd of ODD_VALUES) {
      yield {
        what: shown(path.join('.'), odd),
        way: { ...way, json: replaced(way.json, path, odd) as Fields },
      };
    }
  }
}

/** Where something is within a body, whole objects and lists included. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    [key],
    ...pathsIn(each).map(rest => [key, ...rest]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  const copy = structuredClone(value) as Fields;
  copy[key] = replaced(copy[key], rest, odd);
  return copy;
}

const HEADERS: Record<string, readonly string[]> = {
  'accept-language': [
    '%00',
    'x-'.repeat(3000),
    'de;q=abc',
    '__proto__',
    'de-DE-u-nu-xxxx',
    '-',
    'é',
    'a-b-c-d-e-f-g',
  ],
  'user-agent': ['', 'é', 'x'.repeat(8000)],
  authorization: [
    'Bearer sld___proto___x',
    'Bearer sld_%00_x',
    `Bearer ${'x'.repeat(600)}`,
    'Basic x',
    'Bearer sld__',
  ],
  cookie: ['sideline.session_token=%00', 'sideline.session_token=a%00b.c', 'x', '=', '__proto__=1'],
  'x-forwarded-for': ['%00', '1.2.3.4.5', '::ffff:1', ','.repeat(500)],
  accept: ['application/json;sideline=99999999999', 'text/html;q=__proto__'],
};

describe('odd values', () => {
  it('the table has every route of the server', () => {
    const all = createApp(team.server.context).routes.filter(({ method }) => method !== 'ALL');
    const routes = new Set(all.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(ways).sort()).toEqual([...routes].sort());
  });

  it('no value in any field of any route breaks the server', { timeout: 300_000 }, async () => {
    for (const { as } of Object.values(ways).flat()) {
      if (as === undefined || as === 'nobody' || tokens.has(as.id)) continue;
      tokens.set(as.id, (await browse(team.url, as.cookie).get('/account')).fields('/sign-out').token ?? '');
    }
    const page = await browse(team.url, team.owner.cookie).get('/account');
    tokens.set(team.owner.id, page.fields('/sign-out').token ?? '');
    const broken: string[] = [];
    for (const [route, each] of Object.entries(ways)) {
      const asked = [each].flat().flatMap(way => [...variants(way)]);
      for (let i = 0; i < asked.length; i += AT_ONCE) {
        const some = asked.slice(i, i + AT_ONCE);
        const answers = await Promise.all(some.map(({ way }) => ask(route, way)));
        answers.forEach(({ status }, at) => {
          if (status >= 500) broken.push(`${route} ${some[at]?.what}: ${status}`);
        });
      }
    }
    for (const [name, values] of Object.entries(HEADERS)) {
      for (const route of [
        'GET /v1/me',
        'GET /v1/export',
        'GET /team/:workspace',
        'GET /sign-in',
        'GET /nowhere',
      ]) {
        for (const value of values) {
          const { status } = await ask(route, { headers: { [name]: value } });
          if (status >= 500) broken.push(`${route} ${name}: ${value.slice(0, 30)}: ${status}`);
        }
      }
    }
    expect(broken).toEqual([]);
    expect(log.filter(line => line.level === 'error')).toEqual([]);
  });

  it('fields that come twice, as a list or not at all break nothing', { timeout: 120_000 }, async () => {
    const broken: string[] = [];
    for (const [route, way] of Object.entries(ways).flatMap(([name, each]) =>
      [each].flat().map(one => [name, one] as const),
    )) {
      for (const field of Object.keys(way.form ?? {})) {
        const { [field]: value = '', ...rest } = way.form ?? {};
        for (const form of [rest, { ...rest, [`${field}[]`]: value }]) {
          const { status } = await ask(route, { ...way, form });
          if (status >= 500) broken.push(`${route} without ${field}`);
        }
      }
      for (const field of Object.keys(way.json ?? {})) {
        const { [field]: _, ...json } = way.json ?? {};
        const { status } = await ask(route, { ...way, json });
        if (status >= 500) broken.push(`${route} without ${field}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

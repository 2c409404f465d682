/** A running server with people in it, for tests: on the network, with an empty store unless a folder is given. */
import { createRecord } from '#lib/records/create.ts';
import type { Audience, Envelope } from '#lib/records/envelope.ts';
import type { Body } from '#lib/records/types.ts';
import { type Me, type PullResponse, type PushResponse, type Role, roles } from '#lib/sync/protocol.ts';
import { addMember, foundWorkspace, type People, signUp } from '#server/auth/people.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import { type RunningServer, type StartOptions, startServer } from '#server/start.ts';
import { assignCoach, endAssignment } from '#server/store/assignments.ts';
import { createDevice } from '#server/store/devices.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { emptyStore } from './empty-store.ts';

export const PASSWORD = 'correct horse battery';
export const EXTENSION_ORIGIN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

/** A member with a signed-in device, and the calls that it makes. */
export interface TestMember {
  id: string;
  userId: string;
  name: string;
  email: string;
  /** `Cookie` header of a signed-in browser. */
  cookie: string;
  deviceId: string;
  token: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  push(...records: unknown[]): Promise<PushResponse['results']>;
  pull(cursor?: string, limit?: number): Promise<PullResponse>;
  me(): Promise<Me>;
  /** A first revision of a record by this member. */
  note(
    subject: TestMember | undefined,
    changes?: { audience?: Audience; body?: Partial<Body<'note'>>; createdAt?: number; id?: string },
  ): Envelope;
}

export interface TestTeam {
  server: RunningServer;
  url: string;
  workspaceId: string;
  now(): number;
  join(name: string, roles: readonly Role[], workspaceId?: string): Promise<TestMember>;
  /** Another device of the same person in the same workspace. */
  signIn(member: TestMember): Promise<TestMember>;
  assign(coach: TestMember, coachee: TestMember, dates?: { from?: number; to?: number }): Promise<string>;
  /** Ends it now, by what `assign` gave. */
  unassign(id: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server with one workspace that nobody but `founder` is in yet. */
export async function startTeam(options: StartOptions = {}): Promise<TestTeam & { owner: TestMember }> {
  const server = await startServer({
    port: 0,
    ...(options.dataDir === undefined && options.databaseUrl === undefined ? await emptyStore() : {}),
    rateLimits: noRateLimits,
    log: null,
    extensionOrigins: [EXTENSION_ORIGIN],
    ...options,
  });
  const owner = await foundTestWorkspace(server, 'Olive Owner');
  return { ...teamOf(server, owner.workspaceId), owner: owner.member };
}

export function teamOf(server: RunningServer, workspaceId: string): TestTeam {
  const people = peopleOf(server);
  const now = server.context.now;
  return {
    server,
    url: server.url,
    workspaceId,
    now,
    async join(name, held, where = workspaceId) {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${unique()}@sideline.example`;
      const { userId, cookies } = await signUp(people, { name, email, password: PASSWORD });
      const id = await addMember(people, { workspaceId: where, userId, roles: held });
      return deviceOf(server, where, { id, userId, name, email, cookie: cookieOf(cookies) });
    },
    signIn: member => deviceOf(server, workspaceId, member),
    async assign(coach, coachee, { from = now(), to } = {}) {
      const { result } = await changeWorkspace(people.db, workspaceId, now(), tx =>
        assignCoach(tx, { coachId: coach.id, coacheeId: coachee.id, from, to }),
      );
      return result;
    },
    async unassign(id) {
      await changeWorkspace(people.db, workspaceId, now(), tx => endAssignment(tx, id));
    },
    stop: () => server.stop(),
  };
}

/** A workspace of its own, with its owner. */
export async function foundTestWorkspace(
  server: RunningServer,
  name: string,
): Promise<{ workspaceId: string; member: TestMember }> {
  const people = peopleOf(server);
  const email = `owner.${unique()}@sideline.example`;
  const { userId, cookies } = await signUp(people, { name, email, password: PASSWORD });
  const workspaceId = await foundWorkspace(people, userId, 'North Sales');
  const row = await people.db
    .selectFrom('member')
    .select('id')
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  const cookie = cookieOf(cookies);
  return {
    workspaceId,
    member: await deviceOf(server, workspaceId, { id: row.id, userId, name, email, cookie }),
  };
}

async function deviceOf(
  server: RunningServer,
  workspaceId: string,
  person: Pick<TestMember, 'id' | 'userId' | 'name' | 'email' | 'cookie'>,
): Promise<TestMember> {
  const { now, database } = server.context;
  const { deviceId, token } = await createDevice(database.db, {
    workspaceId,
    memberId: person.id,
    name: 'Test browser',
    now: now(),
  });
  const call = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  const { id, userId, name, email, cookie } = person;
  return {
    id,
    userId,
    name,
    email,
    cookie,
    deviceId,
    token,
    fetch: call,
    async push(...records) {
      const response = await call('/v1/push', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ records }),
      });
      if (!response.ok) throw new Error(`push: ${response.status} ${await response.text()}`);
      return ((await response.json()) as PushResponse).results;
    },
    async pull(cursor, limit) {
      const query = new URLSearchParams();
      if (cursor !== undefined) query.set('cursor', cursor);
      if (limit !== undefined) query.set('limit', String(limit));
      const response = await call(`/v1/pull?${query}`);
      if (!response.ok) throw new Error(`pull: ${response.status} ${await response.text()}`);
      return (await response.json()) as PullResponse;
    },
    me: async () => (await call('/v1/me')).json() as Promise<Me>,
    note(subject, { audience = 'coaches', body = {}, createdAt = now(), id: recordId } = {}) {
      return createRecord(
        {
          ...(recordId === undefined ? {} : { id: recordId }),
          type: 'note',
          workspaceId,
          authorId: id,
          subjectId: subject?.id,
          audience,
          body: { ...NOTE, ...body },
        },
        createdAt,
      );
    },
  };
}

const NOTE: Body<'note'> = {
  kind: 'correction',
  artifact: {
    kind: 'crm',
    site: 'demo',
    key: 'https://crm.example|deal|17',
    url: 'https://crm.example/deals/17',
    title: 'Birch & Sons, 40 seats',
  },
  anchor: { kind: 'field', label: 'Next step', value: 'Call them' },
  observation: 'The next step has no date.',
  impact: 'Nobody knows when to look again.',
  nextAction: 'Write the date beside the next step.',
};

export function peopleOf(server: RunningServer): People {
  return { auth: server.context.auth, db: server.context.database.db };
}

export function cookieOf(cookies: readonly string[]): string {
  return cookies.map(cookie => cookie.split(';')[0]).join('; ');
}

export const allRoles: readonly Role[] = roles;

let count = 0;
function unique(): string {
  count += 1;
  return count.toString(36);
}

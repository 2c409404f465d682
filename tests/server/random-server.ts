/**
 * The real server of the randomised test, which can be stopped, killed, restored and have its clock set back.
 * This class remembers who coaches whom and what was accepted, independently of the server's tables, and
 * checks every answer.
 */
import type { Envelope } from '#lib/records/envelope.ts';
import { maySee, type Viewer } from '#lib/records/visibility.ts';
import type { PullResponse, PushResponse } from '#lib/sync/protocol.ts';
import { purgeTombstones } from '#server/exchange/erasure/purge.ts';
import type { LogLine } from '#server/http/log.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import { type RunningServer, startServer } from '#server/start.ts';
import { assignCoach, endAssignment, type NewAssignment } from '#server/store/assignments.ts';
import { createDevice, deleteDevice, findCaller } from '#server/store/devices.ts';
import { NOBODY } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import type { TestStore } from '#testing/server/stores.ts';
import type { Accepted } from '#tests/unit/sync/ledger.ts';
import { createForwarder, type LineAnswer, type LineRequest } from './line.ts';

interface Assignment extends NewAssignment {
  id: string;
}

export interface Backup {
  where: string;
  /** How many versions had been accepted when it was made. */
  accepted: number;
  assignments: Assignment[];
}

export class ServerUnderTest {
  /** Every version that the server accepted, whether or not its answer reached the device. */
  readonly accepted: Accepted[] = [];
  /** Faults that were noticed during the run. */
  readonly wrong: string[] = [];
  /** The member ids by bearer token. */
  readonly owners = new Map<string, string>();
  /** How far the server's clock was set back, in ms. */
  behind = 0;
  assignments: Assignment[] = [];
  /** Records that were deleted before the server took them: it keeps nothing of such a deletion. */
  neverTaken = new Set<string>();
  #store: TestStore;
  #workspaceId: string;
  #clock: () => number;
  #forwarder = createForwarder();
  #running: RunningServer | undefined;
  #dying = false;

  /** `clock` is the true time, in ms since 1970. */
  constructor(store: TestStore, workspaceId: string, clock: () => number) {
    this.#store = store;
    this.#workspaceId = workspaceId;
    this.#clock = clock;
  }

  get url(): string {
    return this.#server.url;
  }

  get #server(): RunningServer {
    if (!this.#running) throw new Error('The server does not run.');
    return this.#running;
  }

  now(): number {
    return this.#clock() - this.behind;
  }

  async start(): Promise<void> {
    this.#running = await startServer({
      ...this.#store.options,
      port: 0,
      rateLimits: noRateLimits,
      log: line => this.#readLog(line),
      now: () => this.now(),
    });
  }

  #readLog(line: LogLine): void {
    if (line.level === 'error' && line.event !== 'request' && !this.#dying) {
      this.wrong.push(`The server logged an error: ${JSON.stringify(line)}`);
    }
  }

  /** `killed`: the database is cut off in the middle of whatever is in progress. */
  async halt(how: 'stopped' | 'killed'): Promise<void> {
    if (how === 'stopped') return this.#server.stop();
    this.#dying = true;
    await this.#store.tear(this.#server);
    // Its database is closed already, so stopping may fail.
    await this.#server.stop().catch(() => undefined);
    this.#dying = false;
  }

  async close(): Promise<void> {
    this.#forwarder.stop();
    await this.#running?.stop();
    await this.#store.drop();
  }

  async backup(): Promise<Backup> {
    const where = await this.#store.backup(this.#server);
    return { where, accepted: this.accepted.length, assignments: structuredClone(this.assignments) };
  }

  async restore({ where, accepted, assignments }: Backup, how: 'stopped' | 'killed'): Promise<void> {
    await this.halt(how);
    await this.#store.restore(where);
    for (const entry of this.accepted.slice(accepted)) entry.lost = true;
    this.assignments = structuredClone(assignments);
    await this.start();
  }

  async assign(input: NewAssignment): Promise<string> {
    const id = await this.#change(tx => assignCoach(tx, input));
    this.assignments.push({ id, ...input });
    return id;
  }

  async endAssignment(assignment: Assignment): Promise<void> {
    await this.#change(tx => endAssignment(tx, assignment.id));
    if (assignment.to === undefined || assignment.to > this.now()) assignment.to = this.now();
  }

  async #change<T>(work: Parameters<typeof changeWorkspace<T>>[3]): Promise<T> {
    const { db } = this.#server.context.database;
    return (await changeWorkspace(db, this.#workspaceId, this.now(), work)).result;
  }

  /** Purges all tombstones; resolves to the ids of everything purged so far. */
  async purge(): Promise<string[]> {
    const { db } = this.#server.context.database;
    await purgeTombstones(db, this.now(), () => {}, 0);
    const rows = await db.selectFrom('records').select('id').where('author_id', '=', NOBODY).execute();
    return rows.map(row => row.id);
  }

  /** What a member may see now, computed from the dates of the assignments alone. */
  viewerOf(memberId: string): Viewer {
    const now = this.#clock();
    const active = this.assignments.filter(
      ({ coachId, from, to }) => coachId === memberId && from <= now && (to === undefined || now < to),
    );
    return { memberId, coachees: new Set(active.map(({ coacheeId }) => coacheeId)) };
  }

  /** Signs in a device of this member and resolves to its token. */
  async createToken(memberId: string, name: string): Promise<string> {
    const { db } = this.#server.context.database;
    const made = await createDevice(db, { workspaceId: this.#workspaceId, memberId, name, now: this.now() });
    this.owners.set(`Bearer ${made.token}`, memberId);
    return made.token;
  }

  async revoke(token: string): Promise<void> {
    const { db } = this.#server.context.database;
    const caller = await findCaller(db, token, this.now());
    if (caller) await deleteDevice(db, caller, this.now());
  }

  /** Passes a request on to the server and checks its answer; undefined if there is none. */
  async reach(request: LineRequest): Promise<LineAnswer | undefined> {
    const { behind } = this;
    const answer = await this.#forwarder.forward(this.url, request).catch(() => undefined);
    if (answer?.status !== 200) return answer;
    if (request.path === '/v1/push') this.#notePush(request, answer);
    // Assignments begin and end by the server's clock, so we cannot check pages while it is behind.
    if (request.path.startsWith('/v1/pull') && behind === 0) this.#checkPage(request, answer);
    return answer;
  }

  #notePush(request: LineRequest, answer: LineAnswer): void {
    const sent = JSON.parse(request.body.toString()).records as Envelope[];
    const { results } = JSON.parse(answer.body.toString()) as PushResponse;
    for (const [i, result] of results.entries()) {
      const record = sent[i];
      if (result.id !== record?.id) this.wrong.push(`Result ${i} is for ${result.id}, not for ${record?.id}`);
      if (!record || result.status !== 'accepted') continue;
      if (record.deletedAt !== undefined && result.seq === 0) this.neverTaken.add(record.id);
      else this.accepted.push({ record, lost: false });
    }
  }

  /** The server may send a record only to those who may see it at that moment. */
  #checkPage(request: LineRequest, answer: LineAnswer): void {
    const memberId = this.owners.get(request.headers.authorization ?? '');
    if (memberId === undefined) return;
    const { records } = JSON.parse(answer.body.toString()) as PullResponse;
    for (const record of records as Envelope[]) {
      if (maySee(record, this.viewerOf(memberId))) continue;
      this.wrong.push(`${memberId} was sent ${JSON.stringify(record)}`);
    }
  }
}

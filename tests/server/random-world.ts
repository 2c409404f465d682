/** People with devices, a real server and an unreliable network between them, all driven by one seed. */
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { outbox } from '#lib/store/outbox.ts';
import { wipeWorkspace } from '#lib/store/workspace.ts';
import { type SyncOutcome, syncOnce } from '#lib/sync/engine.ts';
import { type Chance, chanceFrom } from '#testing/chance.ts';
import { openInMemory } from '#tests/unit/store/open.ts';
import { Ledger } from '#tests/unit/sync/ledger.ts';
import { type Line, type LineAnswer, type LineRequest, startLine } from './line.ts';
import { sendWithTrouble } from './random-line.ts';
import { type Backup, ServerUnderTest } from './random-server.ts';
import type { TeamMember, TeamStore } from './random-team.ts';

const ALL = ['ann/desk', 'ann/lap', 'bob/desk', 'bob/lap', 'cy/desk', 'olive/desk', 'lou/desk'];
const FEW = ['ann/desk', 'ann/lap', 'bob/desk'];

/**
 * Kinds of world: some faults show only when many things happen, others only when much happens to one record.
 */
const KINDS = [
  /** Everybody takes part, everything happens, and the server is restored from backups. */
  { devices: ALL, records: 60, pageSize: 3, restores: 0.03 },
  /** One author writes the same few records on two devices, and the server is restored again and again. */
  { devices: FEW, records: 3, pageSize: 1, restores: 0.07 },
  /** The same with a server that is never restored, where nobody may be asked needlessly. */
  { devices: FEW, records: 5, pageSize: 2, restores: 0 },
  /** Everybody takes part, with a server that is never restored; people also sign out and in again. */
  { devices: ALL, records: 60, pageSize: 4, restores: 0 },
];

export interface Device {
  name: string;
  member: TeamMember;
  token: string;
  db: SidelineDb;
  /** How far its clock is off, in ms. */
  skew: number;
  /** It has no network for now. */
  away: boolean;
  /** Requests so far. Each has its own random numbers, so that what happens at once can be repeated. */
  requests: number;
  /** Kills the worker that syncs. */
  worker: AbortController;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export class World {
  readonly seed: number;
  readonly team: TeamStore;
  readonly kind: (typeof KINDS)[number];
  readonly chance: Chance;
  readonly server: ServerUnderTest;
  readonly devices: Device[] = [];
  readonly ledger = new Ledger();
  /** Ids of records of which the server has kept nothing else. */
  purged: ReadonlySet<string> = new Set();
  /** What happened, for replaying a seed. */
  readonly story: string[] = [];
  /** Requests that are delayed on their way. */
  readonly late: LineRequest[] = [];
  now = Date.UTC(2026, 10, 2, 9);
  /** What somebody does while a request is in progress. */
  edit: (device: Device) => Promise<void>;
  /** 0 is a perfect network. */
  #trouble = 1;
  #line: Line | undefined;
  #backups: Backup[] = [];
  /** Several devices sync at once. */
  #crowd = false;
  #texts = 0;

  static async make(seed: number, team: TeamStore, edit: (world: World, device: Device) => Promise<void>) {
    const store = await team.store.clone();
    const world: World = new World(seed, team, store, device => edit(world, device));
    await world.server.start();
    world.#line = await startLine(request => world.#pass(request));
    for (const name of world.kind.devices) await world.#addDevice(name);
    await world.#backup();
    await world.#assign('ann', 'bob', world.now);
    await world.#assign('bob', 'cy', world.now);
    return world;
  }

  private constructor(
    seed: number,
    team: TeamStore,
    store: TeamStore['store'],
    edit: (device: Device) => Promise<void>,
  ) {
    const kind = KINDS[seed % KINDS.length];
    if (!kind) throw new Error('Seeds are whole numbers from 0 on.');
    this.seed = seed;
    this.team = team;
    this.kind = kind;
    this.chance = chanceFrom(seed);
    this.edit = edit;
    this.server = new ServerUnderTest(store, team.workspaceId, () => this.now);
  }

  async close(): Promise<void> {
    await this.#line?.stop();
    await this.server.close();
    for (const { db } of this.devices) await db.delete();
  }

  /** A text that nobody has written before. */
  newText(): { text: string } {
    this.#texts += 1;
    return { text: `t${this.#texts}` };
  }

  say(what: string): void {
    this.story.push(`${new Date(this.now).toISOString()} ${what}`);
  }

  /** Something other than writing and syncing happens. `dice` is from 0 up to 1. */
  async randomEvent(dice: number): Promise<void> {
    const device = this.chance.pick(this.devices);
    if (!device) return;
    if (dice < 0.35) await this.#reassign();
    else if (dice < 0.4) await this.#revoke(device);
    else if (dice < 0.48) await this.#signOutAndIn(device);
    else if (dice < 0.6) await this.#deliverLate();
    else if (dice < 0.68) await this.restart(this.#stopOrKill());
    else if (dice < 0.76) this.#passTime();
    else if (dice < 0.8) this.#setClocks(device);
    else if (dice < 0.9) this.#toggleAway(device);
    else if (this.kind.restores > 0) await this.#backup();
  }

  /**
   * Purges tombstones earlier than a real server would. We skip this where the server is restored, because a
   * backup could then be older than a purged tombstone, which docs/server.md forbids.
   */
  async purge(): Promise<void> {
    if (this.kind.restores > 0) return;
    this.purged = new Set(await this.server.purge());
    this.say(`${this.purged.size} ids are all that is left of as many records`);
  }

  #toggleAway(device: Device): void {
    device.away = !device.away;
    this.say(`${device.name} ${device.away ? 'is out of reach' : 'is back'}`);
  }

  #passTime(): void {
    const time = this.chance.pick([11 * MINUTE, 11 * MINUTE, DAY, 40 * DAY, 366 * DAY]) ?? 0;
    this.now += time;
    this.say(`${time / MINUTE} minutes pass`);
  }

  #setClocks(device: Device): void {
    const { chance, server } = this;
    if (chance.hits(0.5)) device.skew = chance.pick([0, -HOUR, HOUR, -DAY, 30 * DAY]) ?? 0;
    else server.behind = server.behind === 0 ? HOUR : 0;
    this.say(`${device.name} is ${device.skew} ms ahead, the server ${server.behind} ms behind`);
  }

  /** The clocks are right again, everybody is there, and the network works. */
  calmDown(): void {
    this.#trouble = 0;
    this.server.behind = 0;
    this.now += 2 * HOUR;
    for (const device of this.devices) {
      device.away = false;
      device.skew = 0;
    }
  }

  async #reassign(): Promise<void> {
    const { chance, server, team } = this;
    const running = chance.pick(server.assignments);
    if (running && chance.hits(0.45)) {
      this.say(`assignment ${running.id} ends`);
      return server.endAssignment(running);
    }
    const [coach, coachee] = [chance.pick(team.members), chance.pick(team.members)];
    if (!coach || !coachee || coach === coachee) return;
    const from = server.now() + (chance.hits(0.3) ? chance.below(30 * MINUTE) : 0);
    await this.#assign(
      coach.name,
      coachee.name,
      from,
      chance.hits(0.3) ? from + 1 + chance.below(DAY) : undefined,
    );
  }

  async #assign(coach: string, coachee: string, from: number, to?: number): Promise<void> {
    const [coachId, coacheeId] = [this.#member(coach).id, this.#member(coachee).id];
    const id = await this.server.assign({ coachId, coacheeId, from, to });
    const dates = [from, to].map(date => (date === undefined ? 'ever' : new Date(date).toISOString()));
    this.say(`${coach} coaches ${coachee} from ${dates[0]} to ${dates[1]}: ${id}`);
  }

  #member(name: string): TeamMember {
    const found = this.team.members.find(each => each.name === name);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  }

  async #addDevice(name: string): Promise<void> {
    const device: Device = {
      name,
      member: this.#member(name.split('/')[0] ?? ''),
      token: '',
      db: openInMemory(`random-${this.seed}-${name}`),
      skew: 0,
      away: false,
      requests: 0,
      worker: new AbortController(),
    };
    this.devices.push(device);
    await this.#signIn(device);
  }

  /** Creates a new token and saves the identity. */
  async #signIn(device: Device): Promise<void> {
    const { id: memberId } = device.member;
    device.token = await this.server.createToken(memberId, device.name);
    const { workspaceId } = this.team;
    const identity = { workspaceId, workspaceName: '', memberId, name: device.name, members: [] };
    await saveIdentity(device.db, identity);
  }

  async #revoke(device: Device): Promise<void> {
    await this.server.revoke(device.token);
    this.say(`${device.name} is signed out by its owner, from elsewhere`);
  }

  /** Only with an empty outbox and no restores: the wipe would delete words that nobody else has. */
  async #signOutAndIn(device: Device): Promise<void> {
    const { workspaceId } = this.team;
    const { waiting, refused, stale } = await outbox(device.db, workspaceId);
    if (this.kind.restores > 0 || waiting + refused.length + stale.length > 0) return;
    await wipeWorkspace(device.db, workspaceId);
    await this.#signIn(device);
    this.say(`${device.name} signs out and in again`);
  }

  #stopOrKill(): 'stopped' | 'killed' {
    return this.chance.hits(0.5) ? 'stopped' : 'killed';
  }

  async restart(how: 'stopped' | 'killed'): Promise<void> {
    this.say(`the server is ${how} and starts again`);
    await this.server.halt(how);
    await this.server.start();
  }

  async restore(): Promise<void> {
    const backup = this.chance.pick(this.#backups);
    if (!backup) return;
    const lost = this.server.accepted.length - backup.accepted;
    this.say(`the server comes back from a backup, without the last ${lost} versions`);
    await this.server.restore(backup, this.#stopOrKill());
  }

  async #backup(): Promise<void> {
    this.#backups = [...this.#backups.slice(-2), await this.server.backup()];
    this.say('a backup is made');
  }

  async #deliverLate(): Promise<void> {
    const [late] = this.late.splice(this.chance.below(this.late.length), 1);
    if (!late) return;
    this.say(`an old request arrives: ${late.method} ${late.path.split('?')[0]}`);
    await this.server.reach(late);
  }

  async syncAllAtOnce(): Promise<void> {
    this.say('several devices sync at once');
    this.#crowd = true;
    await Promise.all(this.devices.map(device => this.sync(device)));
    this.#crowd = false;
  }

  async sync(device: Device): Promise<SyncOutcome> {
    device.worker = new AbortController();
    const outcome = await syncOnce({
      db: device.db,
      account: {
        server: `${this.#line?.url}/${device.name}`,
        token: device.token,
        workspaceId: this.team.workspaceId,
        memberId: device.member.id,
      },
      fetch,
      now: () => this.now + device.skew,
      signal: device.worker.signal,
    });
    const result = outcome.ok
      ? `pushed ${outcome.pushed}, pulled ${outcome.pulled}`
      : `${outcome.reason} (${outcome.message})`;
    this.say(`${device.name} syncs: ${result}`);
    if (!outcome.ok && outcome.reason === 'signed-out') await this.#signIn(device);
    return outcome;
  }

  /** The network as a device sees it. The device's name leads the path. */
  async #pass(request: LineRequest): Promise<LineAnswer | undefined> {
    const [, member = '', where = '', ...rest] = request.path.split('/');
    const device = this.devices.find(({ name }) => name === `${member}/${where}`);
    if (!device || device.away) return undefined;
    // The server may send fewer records than requested; with small pages the test needs fewer records.
    const path = `/${rest.join('/')}`.replace('limit=500', `limit=${this.kind.pageSize}`);
    const onward = { ...request, path };
    device.requests += 1;
    const chance = chanceFrom(
      this.seed * 1_000_003 + this.devices.indexOf(device) * 10_007 + device.requests,
    );
    if (!chance.hits(0.25 * this.#trouble)) return this.server.reach(onward);
    return sendWithTrouble(this, device, onward, { chance, alone: !this.#crowd });
  }
}

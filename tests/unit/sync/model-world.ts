/** People with devices, a server and an unreliable network between them, all driven by one seed. */
import { deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { audiences, type Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveIdentity } from '#lib/store/identity.ts';
import { discardRefused, keepMine, keepTheirs, outbox, resendRefused } from '#lib/store/outbox.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { type SyncOutcome, syncOnce } from '#lib/sync/engine.ts';
import { type Chance, chanceFrom } from '#testing/chance.ts';
import { openInMemory } from '#tests/unit/store/open.ts';
import { keyOf, Ledger, textOf } from './ledger.ts';
import { ModelServer, WORKSPACE } from './model-server.ts';

const MEMBERS = ['ann', 'bob', 'cy'];

/**
 * Three kinds of world: some faults show only when many things happen, others only when much happens to one
 * record.
 */
const KINDS = {
  /** Everybody takes part, and everything happens. */
  busy: {
    devices: ['ann/desk', 'ann/lap', 'bob/desk', 'bob/lap', 'cy/desk'],
    records: 100,
    pageSize: 3,
    restores: 0.04,
  },
  /** One author writes the same few records on two devices, and the server is restored again and again. */
  narrow: { devices: ['ann/desk', 'ann/lap', 'bob/desk'], records: 3, pageSize: 1, restores: 0.08 },
  /** The same with a server that is never restored, where nobody may be asked needlessly. */
  calm: { devices: ['ann/desk', 'ann/lap', 'bob/desk'], records: 4, pageSize: 2, restores: 0 },
};

export interface Device {
  name: string;
  member: string;
  token: string;
  db: SidelineDb;
}

export class World {
  readonly server: ModelServer;
  readonly devices: Device[] = [];
  /** What happened, for replaying a seed. */
  readonly story: string[] = [];
  readonly ledger = new Ledger();
  /** Records that the owner erased, so that their words are gone on purpose. */
  readonly erased = new Set<string>();
  readonly kind: (typeof KINDS)[keyof typeof KINDS];
  now = 1_000_000;
  /** 0 is a perfect network. */
  trouble = 1;
  #chance: Chance;
  #late: { call: () => void }[] = [];
  #count = 0;
  #records = 0;

  static async make(seed: number): Promise<World> {
    const world = new World(seed);
    for (const { db, member } of world.devices) {
      await saveIdentity(db, {
        workspaceId: WORKSPACE,
        workspaceName: 'Team',
        memberId: member,
        name: member,
        members: [],
      });
    }
    return world;
  }

  private constructor(seed: number) {
    this.#chance = chanceFrom(seed);
    this.kind = [KINDS.busy, KINDS.narrow, KINDS.calm][seed % 3] ?? KINDS.busy;
    this.server = new ModelServer({
      members: MEMBERS,
      pageSize: this.kind.pageSize,
      takesGaps: seed % 4 === 0,
      refuses: record => textOf(record).endsWith('!'),
      random: () => this.#chance.next(),
    });
    for (const name of this.kind.devices) {
      const [member = ''] = name.split('/');
      const db = openInMemory(`model-${seed}-${name}`);
      const device = { name, member, token: '', db };
      this.signIn(device);
      this.devices.push(device);
    }
    this.server.assign('ann', 'bob', true);
  }

  async close(): Promise<void> {
    for (const { db } of this.devices) await db.delete();
  }

  chance(probability: number): boolean {
    return this.#chance.hits(probability);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return this.#chance.pick(list);
  }

  say(what: string): void {
    this.story.push(`${this.now} ${what}`);
  }

  /** One thing that somebody does or that happens to them. */
  async step(): Promise<void> {
    this.now += 1 + Math.floor(this.#chance.next() * 1000);
    const device = this.pick(this.devices);
    if (!device) return;
    const dice = this.#chance.next();
    if (this.chance(this.kind.restores)) this.restore();
    else if (dice < 0.2 && this.#records < this.kind.records) await this.write(device);
    else if (dice < 0.42) await this.edit(device);
    else if (dice < 0.44) await this.remove(device);
    else if (dice < 0.55) await this.decide(device);
    else if (dice < 0.59) this.reassign();
    else if (dice < 0.62) this.revoke(device);
    else if (dice < 0.635) await this.erase();
    else if (dice < 0.67) this.deliverLate();
    else await this.sync(device);
  }

  async write(device: Device): Promise<void> {
    const subjectId = this.pick(MEMBERS);
    await this.#keep(device, undefined, {
      id: `r${++this.#records}`,
      type: 'model',
      workspaceId: WORKSPACE,
      authorId: device.member,
      ...(subjectId === undefined ? {} : { subjectId }),
      audience: this.pick(audiences) ?? 'pair',
      refs: [],
      rev: 1,
      createdAt: this.now,
      updatedAt: this.now,
      schema: 1,
      body: this.#newText(),
    });
  }

  async edit(device: Device): Promise<void> {
    const row = this.pick((await this.#own(device)).filter(each => each.sync !== 'refused'));
    if (!row) return;
    const revised = reviseRecord(row, this.#newText(), this.now);
    const audience = this.chance(0.2) ? (this.pick(audiences) ?? row.audience) : row.audience;
    await this.#keep(device, row, { ...revised, audience });
  }

  async remove(device: Device): Promise<void> {
    const row = this.pick((await this.#own(device)).filter(each => each.sync !== 'refused'));
    if (row) await this.#keep(device, row, deleteRecord(row, this.now));
  }

  /** The author decides what the outbox asks. */
  async decide(device: Device): Promise<void> {
    const { refused, stale } = await outbox(device.db, WORKSPACE);
    for (const row of stale) {
      const theirs = row.theirs;
      if (!theirs) throw new Error(`${row.id} is stale without the other text`);
      // A tombstone has no text, so the ledger cannot tell which version it followed.
      // The opposite can happen: our answer was lost, and the other device has already edited our text.
      if (
        this.kind.restores === 0 &&
        !this.erased.has(row.id) &&
        row.deletedAt === undefined &&
        this.ledger.isAncestor(theirs, row)
      ) {
        throw new Error(`${device.name} is needlessly asked about ${row.id}: ${JSON.stringify(row)}`);
      }
      const mine = this.chance(0.5);
      this.say(`${device.name} keeps ${mine ? 'own' : 'the other'} text of ${row.id}`);
      if (mine) await keepMine(device.db, row.id, this.now);
      else await keepTheirs(device.db, row.id);
      this.ledger.supersede(mine ? row : theirs, mine ? theirs : row);
    }
    for (const row of refused) {
      // What was deleted on the server stays deleted, however often it is sent.
      if (this.chance(0.5) || row.deletedAt !== undefined || row.refusal?.code === 'immutable') {
        const back = await discardRefused(device.db, row.id);
        this.say(
          `${device.name} gives up ${row.id} ${keyOf(row)}, back to ${back ? keyOf(back) : 'nothing'}`,
        );
        if (back) this.ledger.supersede(back, row);
        // Without an accepted version, the author's earlier texts of this record are gone as well.
        else this.ledger.forget(row.id);
      } else {
        const revised = reviseRecord(row, this.#newText(false), this.now);
        this.#note(device, row, revised);
        await resendRefused(device.db, revised);
      }
    }
  }

  reassign(): void {
    const coachee = this.pick(MEMBERS) ?? 'bob';
    const coach = this.pick(MEMBERS) ?? 'ann';
    const assigned = this.chance(0.5);
    this.say(`${coach} ${assigned ? 'now coaches' : 'coaches no more'} ${coachee}`);
    this.server.assign(coach, coachee, assigned);
  }

  signIn(device: Device): void {
    this.server.tokens.delete(device.token);
    device.token = `token-${device.name}-${this.#chance.next()}`;
    this.server.tokens.set(device.token, device.member);
  }

  revoke(device: Device): void {
    this.say(`${device.name} is signed out by the server`);
    this.server.tokens.delete(device.token);
  }

  restore(): void {
    if (this.kind.restores === 0) return;
    const back = Math.floor(this.#chance.next() * Math.min(this.server.size, 12));
    this.say(`the server comes back without its last ${back} commits`);
    this.server.restore(back);
  }

  async erase(): Promise<void> {
    const id = this.pick([...this.server.head.records.keys()]);
    if (id === undefined) return;
    this.say(`the owner erases ${id}`);
    this.erased.add(id);
    this.server.erase(id, this.now);
  }

  deliverLate(): void {
    const late = this.#late.splice(Math.floor(this.#chance.next() * this.#late.length), 1)[0];
    if (!late) return;
    this.say('an old request arrives');
    late.call();
  }

  async sync(device: Device): Promise<SyncOutcome> {
    const stop = new AbortController();
    const outcome = await syncOnce({
      db: device.db,
      account: {
        server: 'https://team.example',
        token: device.token,
        workspaceId: WORKSPACE,
        memberId: device.member,
      },
      fetch: this.#line(device, stop),
      now: () => this.now,
      signal: stop.signal,
    });
    const result = outcome.ok ? `pushed ${outcome.pushed}, pulled ${outcome.pulled}` : outcome.reason;
    this.say(`${device.name} syncs: ${result}`);
    if (!outcome.ok && outcome.reason === 'signed-out') this.signIn(device);
    return outcome;
  }

  /** The network as a device sees it. */
  #line(device: Device, stop: AbortController): typeof fetch {
    return async (input, init = {}) => {
      const reach = () => this.server.fetch(input as string, init);
      if (!this.chance(0.25 * this.trouble)) return reach();
      const kind = this.pick(TROUBLES);
      this.say(`  ${kind}: ${init.method ?? 'GET'} ${new URL(String(input)).pathname}`);
      switch (kind) {
        case 'request lost':
          throw new TypeError('Failed to fetch');
        case 'answer lost':
          await reach();
          throw new TypeError('Failed to fetch');
        case 'worker killed':
          await reach();
          stop.abort();
          throw new DOMException('Aborted', 'AbortError');
        case 'sent twice':
          await reach();
          return reach();
        case 'late':
          this.#late.push({ call: () => void reach() });
          throw new TypeError('Failed to fetch');
        case 'error 500':
          return new Response('oops', { status: 500 });
        case 'error 500 after all':
          await reach();
          return new Response('oops', { status: 500 });
        case 'busy':
          return new Response('', { status: 503, headers: { 'retry-after': '5' } });
        case 'truncated': {
          const text = await (await reach()).text();
          return new Response(text.slice(0, Math.floor(this.#chance.next() * text.length)));
        }
        case 'restored on the way': {
          const response = await reach();
          this.restore();
          return response;
        }
        case 'edited on the way': {
          const response = await reach();
          await this.edit(device);
          return response;
        }
        default:
          return reach();
      }
    };
  }

  async #own({ db, member }: Device): Promise<StoredRecord[]> {
    const rows = await recordsOfType(db, WORKSPACE, 'model');
    return rows.filter(row => row.authorId === member);
  }

  #newText(mayBeRefused = true): { text: string } {
    return { text: `t${++this.#count}${mayBeRefused && this.chance(0.08) ? '!' : ''}` };
  }

  async #keep(device: Device, old: StoredRecord | undefined, record: Envelope): Promise<void> {
    this.#note(device, old, record);
    await saveOwn(device.db, record);
  }

  #note(device: Device, old: StoredRecord | undefined, record: Envelope): void {
    this.say(`${device.name} writes ${record.id} ${keyOf(record)}${old ? ` over ${keyOf(old)}` : ''}`);
    this.ledger.note(device.member, old, record);
  }
}

const TROUBLES = [
  'request lost',
  'answer lost',
  'answer lost',
  'worker killed',
  'sent twice',
  'late',
  'error 500',
  'error 500 after all',
  'busy',
  'truncated',
  'restored on the way',
  'edited on the way',
  'edited on the way',
] as const;

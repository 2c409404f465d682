/** Pushes random records, asks the written rules about each, and keeps every difference. */
import type { Envelope } from '#lib/records/envelope.ts';
import type { PullResponse, PushResponse } from '#lib/sync/protocol.ts';
import type { Chance } from '#testing/chance.ts';
import type { TestMember } from '#testing/server/team.ts';
import type { People } from './people.ts';
import { nextRecord, WORDS } from './records.ts';
import { bare, type Outcome, outcomeOf, sees } from './rules.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LARGEST_PUSH = 40;

type Result = PushResponse['results'][number];

/** What a member's device holds after all its pulls. */
interface Device {
  held: Map<string, Envelope>;
  cursor: string | undefined;
}

export class Comparison {
  readonly differences: string[] = [];
  /** How many records of each kind had each outcome, as `note stored`. */
  readonly counts = new Map<string, number>();
  readonly #people: People;
  readonly #chance: Chance;
  readonly #seqs = new Map<string, number>();
  readonly #devices = new Map<string, Device>();

  constructor(people: People, chance: Chance) {
    this.#people = people;
    this.#chance = chance;
  }

  /** Time passes, perhaps somebody's pairs or roles change, and somebody pushes. Returns how many records. */
  async step(): Promise<number> {
    const people = this.#people;
    const chance = this.#chance;
    people.now += SECOND + (chance.hits(0.05) ? 11 * MINUTE : chance.below(40 * SECOND));
    if (chance.hits(0.15)) await people.change(chance);
    const author = chance.pick(people.active);
    if (!author) return 0;
    const records: Envelope[] = [];
    const expected: Outcome[] = [];
    const count = 1 + chance.below(LARGEST_PUSH);
    for (let i = 0; i < count; i++) {
      const record = nextRecord(people, chance, author);
      records.push(record);
      expected.push(this.#expect(author, record));
    }
    const results = await author.push(...records);
    for (const [at, result] of results.entries()) {
      this.#compare(author, records[at] as Envelope, expected[at] as Outcome, result);
    }
    return count;
  }

  #expect(author: TestMember, record: Envelope): Outcome {
    const people = this.#people;
    const kept = bare(record);
    const outcome = record.authorId === author.id ? outcomeOf(people, kept) : 'refused';
    if (outcome === 'stored') {
      people.records.set(record.id, kept);
      if (!people.receivedAt.has(record.id)) people.receivedAt.set(record.id, people.now);
    }
    return outcome;
  }

  #compare(author: TestMember, record: Envelope, expected: Outcome, result: Result): void {
    const got = this.#outcome(result);
    const what = `${record.deletedAt === undefined ? record.type : 'deletion'} ${got}`;
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    if (got === expected) return;
    const message = result.status === 'refused' ? ` (${result.message})` : '';
    this.differences.push(
      `${author.name} [${this.#people.members.get(author.id)?.roles}] pushed ${this.#say(record)}\n` +
        `  by the rules ${expected}, by the server ${got}${message}\n` +
        record.refs.map(id => `  refers to ${this.#say(this.#people.records.get(id))}`).join('\n'),
    );
  }

  #outcome(result: Result): Outcome {
    if (result.status !== 'accepted') return result.status;
    if (result.seq === 0) return 'forgotten';
    if (this.#seqs.get(result.id) === result.seq) return 'known';
    this.#seqs.set(result.id, result.seq);
    return 'stored';
  }

  #say(record: Envelope | undefined): string {
    if (record === undefined) return 'nothing';
    const { id, rev, type, audience, refs, deletedAt } = record;
    const [by, about] = [this.#people.nameOf(record.authorId), this.#people.nameOf(record.subjectId)];
    const state = deletedAt === undefined ? '' : ', deleted';
    return `${type} ${id.slice(-4)}@${rev} by ${by} about ${about} for ${audience} -> [${refs.map(ref => ref.slice(-4))}]${state}`;
  }

  /** Everybody pulls what is new; with `fresh`, also everything anew. */
  async pull({ fresh = false } = {}): Promise<void> {
    for (const member of this.#people.active) {
      const device = this.#devices.get(member.id) ?? { held: new Map(), cursor: undefined };
      this.#devices.set(member.id, device);
      await this.#pullAll(member, device, `${member.name}’s device`);
      if (fresh)
        await this.#pullAll(member, { held: new Map(), cursor: undefined }, `${member.name}’s new device`);
    }
  }

  async #pullAll(member: TestMember, device: Device, whose: string): Promise<void> {
    for (let more = true; more; ) {
      const page: PullResponse = await member.pull(device.cursor, 500);
      for (const record of page.records as Envelope[]) {
        device.held.set(record.id, record);
        this.#checkShown(member, record, whose);
      }
      for (const id of page.removed) device.held.delete(id);
      ({ more, cursor: device.cursor } = page);
    }
    this.#checkHeld(member, device, whose);
  }

  #checkShown(member: TestMember, record: Envelope, whose: string): void {
    const known = this.#people.records.get(record.id);
    if (!known || !sees(this.#people, member.id, known)) {
      this.differences.push(`${whose} is shown ${this.#say(record)}`);
    }
    if (record.deletedAt !== undefined && JSON.stringify(record).includes(WORDS)) {
      this.differences.push(`${whose} is shown words of ${this.#say(record)}`);
    }
  }

  /** A tombstone has no words: it may stay when its reader no longer sees it, and need not come to a new reader. */
  #checkHeld(member: TestMember, { held }: Device, whose: string): void {
    const lineOf = (record: Envelope) => this.#say(record);
    const isAlive = ({ deletedAt }: Envelope) => deletedAt === undefined;
    const there = [...held.values()].filter(isAlive).map(lineOf);
    const visible = [...this.#people.records.values()].filter(each => sees(this.#people, member.id, each));
    const due = new Set(visible.filter(isAlive).map(lineOf));
    for (const each of there) if (!due.delete(each)) this.differences.push(`${whose} still has ${each}`);
    for (const each of due) this.differences.push(`${whose} lacks ${each}`);
  }
}

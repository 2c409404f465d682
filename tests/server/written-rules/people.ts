/** The team of the comparison with the written rules: on the server, and as the rules' own picture of it. */
import type { Envelope } from '#lib/records/envelope.ts';
import type { Role } from '#lib/sync/protocol.ts';
import { removeMember, setRoles } from '#server/auth/membership.ts';
import type { Chance } from '#testing/chance.ts';
import {
  foundTestWorkspace,
  peopleOf,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';
import type { Person } from './rules.ts';

const CAST: readonly (readonly [name: string, roles: readonly Role[]])[] = [
  ['Oscar', ['owner']],
  ['Anna', ['coach']],
  ['Carl', ['coach']],
  ['Boris', ['coach']],
  ['Lena', ['coach', 'coachee', 'sponsor', 'liaison']],
  ['Ravi', ['coachee']],
  ['Mona', ['coachee']],
  ['Piet', ['coachee']],
  ['Tess', ['coachee']],
  ['Stella', ['sponsor']],
  ['Lin', ['liaison']],
  ['Fritz', ['coach']],
  ['Fiona', ['coachee']],
];
/** Olive owns the workspace and coaches; Lena is on both sides; Piet is a peer; Boris, Tess and Lin are in no pair. */
const PAIRS: readonly (readonly [coach: string, coachee: string])[] = [
  ['Olive Owner', 'Lena'],
  ['Olive Owner', 'Ravi'],
  ['Anna', 'Ravi'],
  ['Anna', 'Mona'],
  ['Anna', 'Piet'],
  ['Carl', 'Ravi'],
  ['Carl', 'Mona'],
  ['Lena', 'Anna'],
  ['Lena', 'Mona'],
  ['Piet', 'Ravi'],
  ['Fritz', 'Ravi'],
  ['Fritz', 'Fiona'],
  ['Anna', 'Fiona'],
];
const LEAVERS: readonly string[] = ['Fritz', 'Fiona'];

interface Pair {
  id: string;
  coachId: string;
  coacheeId: string;
}

export class People {
  /** All who ever were in the team. */
  readonly everybody: TestMember[];
  readonly team: TestTeam & { owner: TestMember };
  /** A member of another workspace. */
  readonly stranger: string;
  readonly members = new Map<string, Person>();
  readonly records = new Map<string, Envelope>();
  readonly receivedAt = new Map<string, number>();
  readonly #clock: { now: number };
  pairs: Pair[] = [];

  private constructor(
    team: TestTeam & { owner: TestMember },
    everybody: TestMember[],
    stranger: string,
    clock: { now: number },
  ) {
    this.team = team;
    this.everybody = everybody;
    this.stranger = stranger;
    this.#clock = clock;
    this.members.set(team.owner.id, { id: team.owner.id, roles: ['owner'] });
    for (const [at, [, roles]] of CAST.entries()) {
      const { id } = everybody[at + 1] as TestMember;
      this.members.set(id, { id, roles });
    }
  }

  static async gather(): Promise<People> {
    const clock = { now: Date.UTC(2026, 0, 5, 9) };
    const team = await startTeam({ now: () => clock.now });
    const everybody = [team.owner];
    for (const [name, roles] of CAST) everybody.push(await team.join(name, roles));
    const other = await foundTestWorkspace(team.server, 'Stan Stranger');
    const people = new People(team, everybody, other.member.id, clock);
    for (const [coach, coachee] of PAIRS) await people.#assign(people.named(coach), people.named(coachee));
    return people;
  }

  get now(): number {
    return this.#clock.now;
  }

  set now(now: number) {
    this.#clock.now = now;
  }

  /** Those who still can push and pull. */
  get active(): TestMember[] {
    return this.everybody.filter(({ id }) => this.members.has(id));
  }

  named(name: string): TestMember {
    const found = this.everybody.find(each => each.name === name);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  }

  nameOf(id: string | undefined): string {
    return this.everybody.find(each => each.id === id)?.name ?? String(id);
  }

  async #assign(coach: TestMember, coachee: TestMember): Promise<void> {
    const id = await this.team.assign(coach, coachee);
    this.pairs.push({ id, coachId: coach.id, coacheeId: coachee.id });
  }

  /** A pair ends or begins, or somebody's roles change. */
  async change(chance: Chance): Promise<void> {
    const pair = chance.pick(this.pairs);
    if (chance.hits(0.3)) return this.#changeRoles(chance);
    if (pair && (this.pairs.length > PAIRS.length || chance.hits(0.5))) {
      await this.team.unassign(pair.id);
      this.pairs = this.pairs.filter(each => each !== pair);
      return;
    }
    const [coach, coachee] = [chance.pick(this.active), chance.pick(this.active)];
    if (!coach || !coachee || coach === coachee) return;
    if (this.pairs.some(each => each.coachId === coach.id && each.coacheeId === coachee.id)) return;
    await this.#assign(coach, coachee);
  }

  async #changeRoles(chance: Chance): Promise<void> {
    const member = chance.pick(this.active.filter(each => each !== this.team.owner));
    const roles = chance.pick(CAST)?.[1];
    if (!member || !roles) return;
    const { workspaceId } = this.team;
    await setRoles(
      peopleOf(this.team.server),
      this.#owner(),
      { workspaceId, memberId: member.id, roles },
      this.now,
    );
    this.members.set(member.id, { id: member.id, roles });
  }

  /** Fritz and Fiona leave; what is by them and about them stays. */
  async leave(): Promise<void> {
    const { server, workspaceId } = this.team;
    for (const name of LEAVERS) {
      const { id } = this.named(name);
      const input = { workspaceId, memberId: id };
      await removeMember(peopleOf(server), server.context.hub, this.#owner(), input, this.now);
      this.members.delete(id);
      this.pairs = this.pairs.filter(each => each.coachId !== id && each.coacheeId !== id);
    }
  }

  #owner(): Headers {
    return new Headers({ cookie: this.team.owner.cookie });
  }
}

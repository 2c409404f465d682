/**
 * A reference server in memory: the smallest one that fulfils lib/sync/protocol.ts. It keeps its whole
 * history, so that it can be restored to any point. Tests compare what devices hold with what it holds.
 */
import { type Envelope, envelopeSchema } from '#lib/records/envelope.ts';
import { maySee, type Viewer } from '#lib/records/visibility.ts';
import { type PushResult, problemTypes } from '#lib/sync/protocol.ts';

export const WORKSPACE = 'team';

interface Held {
  record: Envelope;
  seq: number;
}

/** A state and a random tag; never changed once it is made. */
interface Commit {
  tag: string;
  records: ReadonlyMap<string, Held>;
  /** The highest seq assigned so far. */
  seq: number;
  /** Coachee → coaches. */
  coaches: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ModelServerOptions {
  members: string[];
  /** Records per page, whatever the device asks for, so that few records are enough to test paging. */
  pageSize?: number;
  /** True for a server that accepts any higher rev, not only the next one. */
  takesGaps?: boolean;
  /** Whether the server refuses this record. */
  refuses?: (record: Envelope) => boolean;
  random?: () => number;
}

export class ModelServer {
  readonly tokens = new Map<string, string>();
  /** Every version that was ever accepted, and whether it has since been lost in a restore. */
  readonly accepted: { record: Envelope; commit: Commit; lost: boolean }[] = [];
  requests = 0;
  #options: ModelServerOptions;
  #commits: Commit[];

  constructor(options: ModelServerOptions) {
    this.#options = options;
    this.#commits = [{ tag: this.#newTag(), records: new Map(), seq: 0, coaches: new Map() }];
  }

  get head(): Commit {
    const head = this.#commits.at(-1);
    if (!head) throw new Error('There is always a first commit.');
    return head;
  }

  get size(): number {
    return this.#commits.length;
  }

  /** What the member may see now, by id. */
  visibleTo(member: string, commit = this.head): Map<string, Held> {
    const viewer: Viewer = { memberId: member, coachees: new Set() };
    const coachees = new Set<string>();
    for (const [coachee, coaches] of commit.coaches) if (coaches.has(member)) coachees.add(coachee);
    return new Map([...commit.records].filter(([, { record }]) => maySee(record, { ...viewer, coachees })));
  }

  assign(coach: string, coachee: string, assigned: boolean): void {
    const coaches = new Map(this.head.coaches);
    const now = new Set(coaches.get(coachee));
    if (assigned) now.add(coach);
    else now.delete(coach);
    coaches.set(coachee, now);
    this.#commit({ coaches });
  }

  /** Erasure is the only change by somebody other than the author. */
  erase(id: string, now: number): void {
    const held = this.head.records.get(id);
    if (!held || held.record.deletedAt !== undefined) return;
    const record = { ...held.record, rev: held.record.rev + 1, updatedAt: now, deletedAt: now, body: {} };
    this.#put([record]);
  }

  /** The server comes back as it was `back` commits ago. */
  restore(back: number): void {
    const keep = Math.max(1, this.#commits.length - back);
    const gone = new Set(this.#commits.slice(keep));
    for (const entry of this.accepted) if (gone.has(entry.commit)) entry.lost = true;
    this.#commits = this.#commits.slice(0, keep);
  }

  /** A `fetch` that reaches the server directly and never fails. */
  fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input));
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const body = typeof init.body === 'string' ? init.body : undefined;
    return this.answer(`${init.method ?? 'GET'} ${url.pathname}`, url.searchParams, token, body);
  };

  answer(call: string, query: URLSearchParams, token: string, body: string | undefined): Response {
    this.requests += 1;
    const member = this.tokens.get(token);
    if (member === undefined) return problem(401, problemTypes.signedOut);
    switch (call) {
      case 'GET /v1/me':
        return Response.json(this.#me(member));
      case 'POST /v1/push':
        return Response.json({ results: this.#push(member, JSON.parse(body ?? '').records) });
      case 'GET /v1/pull':
        return this.#pull(member, query.get('cursor'));
      default:
        return problem(404, 'about:blank');
    }
  }

  #me(member: string) {
    const members = this.#options.members.map(id => ({
      id,
      name: id,
      roles: ['coach'],
      coachIds: [...(this.head.coaches.get(id) ?? [])],
    }));
    return {
      member: members.find(each => each.id === member),
      email: `${member}@team.example`,
      workspace: { id: WORKSPACE, name: 'Team' },
      members,
    };
  }

  #push(member: string, records: Envelope[]): PushResult[] {
    const written = new Map<string, Envelope>();
    let seq = this.head.seq;
    const results = records.map((record): PushResult => {
      const { id, rev } = record;
      const held = written.get(id) ?? this.head.records.get(id)?.record;
      const refused = (code: 'not-yours' | 'immutable' | 'too-late'): PushResult => ({
        status: 'refused',
        id,
        rev,
        code,
        message: code,
      });
      const strange = Object.keys(record).filter(key => !KNOWN.has(key));
      if (strange.length > 0) throw new Error(`What is only this device's came over the wire: ${strange}`);
      if (record.authorId !== member) return refused('not-yours');
      if (held) {
        if (held.authorId !== member) return refused('not-yours');
        if (JSON.stringify(held) === JSON.stringify(record)) {
          return { status: 'accepted', id, rev, seq: this.head.records.get(id)?.seq ?? seq };
        }
        const onTop = this.#options.takesGaps ? rev > held.rev : rev === held.rev + 1;
        if (!onTop) return { status: 'stale', id, rev, record: held };
        if (held.deletedAt !== undefined) return refused('immutable');
      }
      if (this.#options.refuses?.(record)) return refused('too-late');
      written.set(id, record);
      seq += 1;
      return { status: 'accepted', id, rev, seq };
    });
    if (written.size > 0) this.#put([...written.values()]);
    return results;
  }

  /**
   * A cursor names the last commit that was pulled completely; between pages also the current one and the
   * offset.
   */
  #pull(member: string, cursor: string | null): Response {
    const [fromTag = '', toTag = '', offset = '0'] = cursor?.split('|') ?? [];
    const from = this.#commits.find(commit => commit.tag === fromTag);
    const to = toTag === '' ? this.head : this.#commits.find(commit => commit.tag === toTag);
    if ((fromTag !== '' && !from) || !to) return problem(409, problemTypes.unknownCursor);
    const before = from ? this.visibleTo(member, from) : new Map<string, Held>();
    const after = this.visibleTo(member, to);
    const changed = [...after.values()].filter(held => before.get(held.record.id)?.seq !== held.seq);
    changed.sort((a, b) => a.seq - b.seq);
    const size = this.#options.pageSize ?? 500;
    const end = Number(offset) + size;
    const unfinished = end < changed.length;
    return Response.json({
      records: changed.slice(Number(offset), end).map(held => held.record),
      removed: unfinished ? [] : [...before.keys()].filter(id => !after.has(id)),
      cursor: unfinished ? `${fromTag}|${to.tag}|${end}` : `${to.tag}||`,
      more: unfinished || to !== this.head,
    });
  }

  #put(records: Envelope[]): void {
    const all = new Map(this.head.records);
    let { seq } = this.head;
    for (const record of records) all.set(record.id, { record, seq: ++seq });
    const commit = this.#commit({ records: all, seq });
    for (const record of records) this.accepted.push({ record, commit, lost: false });
  }

  #commit(change: Partial<Commit>): Commit {
    const commit = { ...this.head, ...change, tag: this.#newTag() };
    this.#commits.push(commit);
    return commit;
  }

  #newTag(): string {
    return (this.#options.random ?? Math.random)().toString(36).slice(2);
  }
}

const KNOWN = new Set(Object.keys(envelopeSchema.shape));

function problem(status: number, type: string): Response {
  return Response.json({ type, title: `Problem ${status}`, status }, { status });
}

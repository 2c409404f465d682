/**
 * Every text that was ever written in a test, and what its author had before them when writing it. In the end each must
 * be there, or be followed, in its author's knowledge, by one that is: nobody's words vanish silently.
 */
import type { Envelope } from '#lib/records/envelope.ts';

interface Written {
  author: string;
  id: string;
  rev: number;
  at: number;
  /** The texts that its author had seen and put this one in the place of. */
  parents: Set<string>;
}

/** A version that a server accepted; `lost` when a restore has since taken it from the server. */
export interface Accepted {
  record: Envelope;
  lost: boolean;
}

/** Records that are written through it bear their text in `body.text`, which no two versions share. */
export class Ledger {
  readonly texts = new Map<string, Written>();
  /** Texts that their authors gave up, and whose they were: a request on its way may yet bring them to the server. */
  readonly #givenUp = new Map<string, string>();

  /** `author` wrote `record`, with `old` before them. */
  note(author: string, old: Envelope | undefined, record: Envelope): void {
    const { id, rev, updatedAt: at } = record;
    const known = this.texts.get(keyOf(record));
    this.texts.set(keyOf(record), { author, id, rev, at, parents: known?.parents ?? new Set() });
    if (old) this.stands(record, old);
  }

  /** The author has seen `parent` and decided that `child` takes its place. */
  stands(child: Envelope, parent: Envelope): void {
    if (keyOf(child) !== keyOf(parent)) this.texts.get(keyOf(child))?.parents.add(keyOf(parent));
  }

  /** Its author gave the whole record up before any server had it. */
  forget(id: string): void {
    for (const [text, written] of this.texts) {
      if (written.id !== id) continue;
      this.texts.delete(text);
      this.#givenUp.set(text, written.author);
    }
  }

  /** Did the author of `later` have `earlier` before them, directly or by way of other texts? */
  isForerunner(earlier: Envelope | string, later: Envelope): boolean {
    const goal = typeof earlier === 'string' ? earlier : keyOf(earlier);
    const seen = new Set<string>();
    const open = [keyOf(later)];
    for (let text = open.pop(); text !== undefined; text = open.pop()) {
      if (text === goal) return true;
      if (seen.has(text)) continue;
      seen.add(text);
      open.push(...(this.texts.get(text)?.parents ?? []));
    }
    return false;
  }

  /**
   * Throws for a text of which nothing is left, or that is another author's. `finals` are the last versions by id,
   * `erased` the records whose words are gone on purpose.
   */
  check(
    finals: ReadonlyMap<string, Envelope>,
    accepted: readonly Accepted[],
    erased: ReadonlySet<string> = new Set(),
  ): void {
    for (const record of finals.values()) {
      const author = this.texts.get(keyOf(record))?.author ?? this.#givenUp.get(keyOf(record));
      if (!erased.has(record.id) && author !== record.authorId) {
        throw new Error(`${keyOf(record)} of ${record.id} is by ${author}, not by ${record.authorId}`);
      }
    }
    const lost = Map.groupBy(
      accepted.filter(version => version.lost).map(({ record }) => record),
      ({ id }) => id,
    );
    for (const [text, { id, author }] of this.texts) {
      if (erased.has(id)) continue;
      const final = finals.get(id);
      if (!final) throw new Error(`${id} with ${text} by ${author} is gone`);
      const ends = [final, ...(lost.get(id) ?? []).filter(version => mayGiveWay(version, final))];
      if (ends.some(end => this.isForerunner(text, end))) continue;
      throw new Error(`${text} of ${id} by ${author} vanished behind ${keyOf(final)}`);
    }
  }
}

/**
 * After a restore a device cannot always tell an edit on another device from one written aside of what was lost. It then
 * takes what is later by number and by time, and a deletion in any case, but never words in the place of a deletion; see
 * docs/sync.md. What had led up to the lost version had been given up for it.
 */
function mayGiveWay(lost: Envelope, final: Envelope): boolean {
  if (final.deletedAt !== undefined) return true;
  return lost.deletedAt === undefined && final.rev > lost.rev && final.updatedAt >= lost.updatedAt;
}

/** What a version says, as one word that no other version of any record has. */
export function keyOf(record: Envelope): string {
  return record.deletedAt === undefined ? textOf(record) : `${record.id} deleted`;
}

export function textOf(record: Envelope): string {
  return String(record.body.text ?? '');
}

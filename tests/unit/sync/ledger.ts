/**
 * Every text that was ever written in a test, and what its author had in front of them when they wrote it. At
 * the end each text must exist, or its author must knowingly have replaced it by one that does: nobody's
 * words vanish silently.
 */
import type { Envelope } from '#lib/records/envelope.ts';

interface Written {
  author: string;
  id: string;
  rev: number;
  at: number;
  /** The texts that its author had seen and replaced with this one. */
  parents: Set<string>;
}

/** A version that the server accepted; `lost` when the server has since lost it in a restore. */
export interface Accepted {
  record: Envelope;
  lost: boolean;
}

/** Records noted here have their text in `body.text`, and no two versions share one. */
export class Ledger {
  readonly texts = new Map<string, Written>();
  /** Texts that were given up, with their authors: a request under way may still bring them to the server. */
  readonly #givenUp = new Map<string, string>();

  /** `author` wrote `record` with `old` in front of them. */
  note(author: string, old: Envelope | undefined, record: Envelope): void {
    const { id, rev, updatedAt: at } = record;
    const known = this.texts.get(keyOf(record));
    this.texts.set(keyOf(record), { author, id, rev, at, parents: known?.parents ?? new Set() });
    if (old) this.supersede(record, old);
  }

  /** The author has seen `parent` and decided that `child` replaces it. */
  supersede(child: Envelope, parent: Envelope): void {
    if (keyOf(child) !== keyOf(parent)) this.texts.get(keyOf(child))?.parents.add(keyOf(parent));
  }

  /** The author gave up the whole record before any server had it. */
  forget(id: string): void {
    for (const [text, written] of this.texts) {
      if (written.id !== id) continue;
      this.texts.delete(text);
      this.#givenUp.set(text, written.author);
    }
  }

  /** Did `later` replace `earlier` in its author's knowledge, directly or through other texts? */
  isAncestor(earlier: Envelope | string, later: Envelope): boolean {
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
   * Throws if a text vanished or appears under another author's name. `finals` are the last versions by id,
   * `erased` the records whose words were deleted on purpose.
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
      if (ends.some(end => this.isAncestor(text, end))) continue;
      throw new Error(`${text} of ${id} by ${author} vanished behind ${keyOf(final)}`);
    }
  }
}

/**
 * After a restore a device cannot always tell whether another device's edit was written on top of the lost
 * version or concurrently with it. It then takes the version with the higher rev and the later time, and a
 * tombstone in any case, but never replaces a tombstone by words; see docs/sync.md. The ancestors of the lost
 * version had been given up for it.
 */
function mayGiveWay(lost: Envelope, final: Envelope): boolean {
  if (final.deletedAt !== undefined) return true;
  return lost.deletedAt === undefined && final.rev > lost.rev && final.updatedAt >= lost.updatedAt;
}

/** A key for what a version says, unique among all versions of all records. */
export function keyOf(record: Envelope): string {
  return record.deletedAt === undefined ? textOf(record) : `${record.id} deleted`;
}

export function textOf(record: Envelope): string {
  return String(record.body.text ?? '');
}

/**
 * Which figures about groups may be shown to somebody who may not see the records, so that nobody can get at one person
 * by subtracting one figure from another: two groups, a group and the whole, two days, or any number of them.
 *
 * What is counted are cells: one person in one period. All figures shown so far cut the cells into blocks, and whatever
 * one adds and subtracts, a block comes out as a whole. So it is enough that each block has the minimum number of people
 * in it. A figure that would cut off a smaller block is withheld. That is the complementary suppression of official
 * statistics, and holds for every combination of figures, also with those that were shown earlier.
 */

/** One person's part in a figure, for one period. A person without anything to count has no cell. */
export interface Cell {
  personId: string;
  /** The period: a week's first day. */
  period: string;
}

/** Fewer people are in no figure. A workspace may choose another number, but not below the second. */
export const MINIMUM_PEOPLE = 5;
export const LEAST_MINIMUM = 3;

/** The minimum that holds for a workspace's setting; what is no number is the default. */
export function minimumPeople(setting: number | undefined): number {
  if (setting === undefined || !Number.isFinite(setting)) return MINIMUM_PEOPLE;
  return Math.max(LEAST_MINIMUM, Math.ceil(setting));
}

interface Block {
  cells: ReadonlyMap<string, string>;
  people: number;
}

/** What was shown, as blocks of cells that nothing takes apart. */
export class Shown {
  readonly #minimum: number;
  #blocks: Block[] = [];

  /** `before`: the cells of every figure that was shown earlier, in any order. */
  constructor(minimum: number, before: readonly (readonly Cell[])[] = []) {
    this.#minimum = minimum;
    for (const cells of before) this.#blocks = this.#cutBy(keysOf(cells));
  }

  /** Shows a figure about these cells, if that takes no block apart below the minimum. False if it must be withheld. */
  show(cells: readonly Cell[]): boolean {
    const keys = keysOf(cells);
    if (peopleIn(keys) < this.#minimum) return false;
    const cut = this.#cutBy(keys);
    const known = new Set(this.#blocks);
    if (cut.some(block => !known.has(block) && block.people < this.#minimum)) return false;
    this.#blocks = cut;
    return true;
  }

  /** Every block in two by whether a cell is in the figure, and a new block of the cells that no block had. */
  #cutBy(keys: ReadonlyMap<string, string>): Block[] {
    const fresh = new Map(keys);
    const cut = this.#blocks.flatMap(block => {
      const inside = new Map<string, string>();
      const outside = new Map<string, string>();
      for (const [key, person] of block.cells) {
        (keys.has(key) ? inside : outside).set(key, person);
        fresh.delete(key);
      }
      return inside.size === 0 || outside.size === 0 ? [block] : [blockOf(inside), blockOf(outside)];
    });
    return fresh.size === 0 ? cut : [...cut, blockOf(fresh)];
  }
}

/** Each cell's key, with its person. */
function keysOf(cells: readonly Cell[]): Map<string, string> {
  return new Map(cells.map(({ personId, period }) => [JSON.stringify([personId, period]), personId]));
}

function blockOf(cells: ReadonlyMap<string, string>): Block {
  return { cells, people: peopleIn(cells) };
}

function peopleIn(cells: ReadonlyMap<string, string>): number {
  return new Set(cells.values()).size;
}

/** What tests have opened: browsers, tabs, servers. Each is closed when that is over for which it was opened. */

type Close = () => Promise<unknown>;

/**
 * What a test opens is closed after it; what a `beforeAll` opens is there for the rest of its file. Playwright tells
 * nobody that a file is over, so its things go when the next file of the worker opens something or begins its first test.
 */
export class Opened {
  #file = '';
  readonly #forFile: Close[] = [];
  #forTest: Close[] | undefined;

  /** `file`: the one that is running. */
  async open<T>(file: string, opening: () => Promise<T>, close: (it: T) => Promise<unknown>): Promise<T> {
    await this.#enter(file);
    const it = await opening();
    this.add(() => close(it));
    return it;
  }

  add(close: Close): void {
    (this.#forTest ?? this.#forFile).push(close);
  }

  /** A whole test, its hooks included. */
  async during(file: string, test: () => Promise<void>): Promise<void> {
    await this.#enter(file);
    const own: Close[] = [];
    this.#forTest = own;
    await test();
    this.#forTest = undefined;
    await closeAll(own);
  }

  end(): Promise<void> {
    return closeAll(this.#forFile);
  }

  async #enter(file: string): Promise<void> {
    if (file === this.#file) return;
    this.#file = file;
    await closeAll(this.#forFile);
  }
}

/** The last one first: who uses a server goes before it. */
async function closeAll(closes: Close[]): Promise<void> {
  for (let close = closes.pop(); close; close = closes.pop()) await close();
}

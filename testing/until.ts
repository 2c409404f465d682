/** Waiting in what has no test runner: commands, measurements, the machinery that drives a browser. */

/** Polls for something that no event tells; the wait ends as soon as it is there. */
export async function until<T>(
  look: () => Promise<T | undefined | false>,
  what: string,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}.`);
    await new Promise(done => setTimeout(done, 50));
  }
}

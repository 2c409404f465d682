/** Sends a long text to somebody who reads it as fast or as slowly as they like, without keeping others waiting. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError, type Log } from '#server/http/log.ts';

/** How much text goes out at once, in characters. */
const CHUNK = 32 * 1024;
/** How long we work on it before all other requests have their turn, in ms. */
const TURN = 5;

/**
 * A stream that makes the next chunk only when the reader has taken the one before, so that never more than two chunks
 * are in memory. Resolves when the first is made; rejects when that is not possible, and then nothing was sent yet.
 * What goes wrong later breaks the connection, so that nobody takes half a file for a whole one, and is logged.
 */
export async function streamOf(
  pieces: AsyncGenerator<string>,
  log: Log,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const chunks = inChunks(pieces);
  let next: IteratorResult<string> | undefined = await chunks.next();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = next ?? (await chunks.next());
          next = undefined;
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          log({ level: 'error', event: 'export-broken-off', ...describeError(error) });
          controller.error(error);
        }
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* inChunks(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let some: string[] = [];
  let length = 0;
  let since = performance.now();
  for await (const piece of pieces) {
    some.push(piece);
    length += piece.length;
    if (length >= CHUNK) {
      yield some.join('');
      some = [];
      length = 0;
    }
    // SQLite answers at once, so nothing here ever waits, and without this nobody else would be served meanwhile.
    if (performance.now() - since >= TURN) {
      await nextTurn();
      since = performance.now();
    }
  }
  if (length > 0) yield some.join('');
}

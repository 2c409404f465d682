/** A worker that is stopped while it is answering never answers. Asking once more starts a new one. */
export async function twice<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch {
    return run();
  }
}

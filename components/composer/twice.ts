/** A worker that is stopped while it answers answers nobody; asking once more wakes a new one. */
export async function twice<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch {
    return run();
  }
}

/** A worker that is stopped while it is answering never answers. Asking once more starts a new one. */
export async function twice<T>(run: () => Promise<T>, may = () => true): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!may()) throw error;
    return run();
  }
}

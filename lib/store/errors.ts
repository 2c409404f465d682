/** Errors of writing to the device, named so that a caller can act on them. */

/** The browser has no room left. Nothing of the change was saved; what was there before is still there. */
export class StorageFullError extends Error {
  override name = 'StorageFullError';
  constructor(options?: ErrorOptions) {
    super('There is no room left on this device. Nothing was saved.', options);
  }
}

/** Every server would refuse the record, so we don't save it either. `message` says what is wrong with it. */
export class RecordNotValidError extends Error {
  override name = 'RecordNotValidError';
}

/**
 * The id belongs to somebody else's record, or to one in another workspace; only its author may change a
 * record.
 */
export class NotYoursError extends Error {
  override name = 'NotYoursError';
  readonly id: string;
  constructor(id: string) {
    super('Only the author of a record can change it.');
    this.id = id;
  }
}

/**
 * The record is gone or no longer in the state that the caller expected, who should read it again and decide
 * anew.
 */
export class RecordMovedOnError extends Error {
  override name = 'RecordMovedOnError';
  readonly id: string;
  constructor(id: string) {
    super('This record has changed in the meantime.');
    this.id = id;
  }
}

/** What browsers and Dexie call it when a database cannot be opened, or was closed under us. */
const CLOSED: readonly string[] = [
  'DatabaseClosedError',
  'OpenFailedError',
  'MissingAPIError',
  'InvalidStateError',
  'UnknownError',
  'VersionError',
];

/** Is nothing on this device to be read or written, rather than this one thing? Errors keep their names in messages. */
export function isStoreClosed(error: unknown): boolean {
  return error instanceof Error && CLOSED.includes(error.name) && !isStorageFull(error);
}

/** Runs a write and turns every kind of "no room left" error into a StorageFullError. */
export async function storing<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isStorageFull(error) ? new StorageFullError({ cause: error }) : error;
  }
}

/**
 * Browsers and Dexie report a full disk as a QuotaExceededError of their own class, as a DOMException of that
 * name or code, wrapped in an AbortError (`inner`), among a BulkError's `failures`, or as an UnknownError
 * that says so in words.
 */
export function isStorageFull(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  if (error instanceof StorageFullError) return true;
  const { name, code, message, inner, cause, failures, failuresByPos } = error as Record<string, unknown>;
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR' || code === 22)
    return true;
  if (typeof message === 'string' && /QuotaExceeded|full disk|disk (is )?full|no space left/i.test(message)) {
    return true;
  }
  const within = [inner, cause, ...listOf(failures), ...listOf(failuresByPos)];
  return within.some(each => isStorageFull(each, depth + 1));
}

function listOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

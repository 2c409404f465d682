/** What we store about a device code beside the library's own row: the device's name and the chosen workspace. */
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '#server/store/schema.ts';
import { hashToken } from '#server/store/tokens.ts';

/** Marks a session (in its `userAgent`) of the device flow: it is only there to be exchanged, and opens no page. */
export const DEVICE_FLOW = 'sideline-device-flow';

export type DeviceRequest = Selectable<Tables['device_requests']>;

export async function saveDeviceRequest(
  db: Kysely<Tables>,
  input: {
    deviceCode: string;
    userCode: string;
    deviceName: string;
    askedFrom: string;
    now: number;
    expiresAt: number;
  },
): Promise<void> {
  await db
    .insertInto('device_requests')
    .values({
      code_hash: hashToken(input.deviceCode),
      user_code: input.userCode,
      device_name: input.deviceName,
      asked_from: input.askedFrom,
      asked_at: input.now,
      expires_at: input.expiresAt,
      workspace_id: null,
    })
    .execute();
}

/** The request for a code as a person types it, with or without spaces and dashes; undefined when there is none. */
export function findDeviceRequest(
  db: Kysely<Tables>,
  userCode: string,
  now: number,
): Promise<DeviceRequest | undefined> {
  return db
    .selectFrom('device_requests')
    .selectAll()
    .where('user_code', '=', normalizeUserCode(userCode))
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export function normalizeUserCode(text: string): string {
  return text.replace(/[^a-zA-Z0-9]/g, '').toUpperCase();
}

/** Stores the chosen workspace with the code. Call it before the code is approved. */
export async function chooseWorkspace(
  db: Kysely<Tables>,
  userCode: string,
  workspaceId: string,
): Promise<void> {
  await db
    .updateTable('device_requests')
    .set({ workspace_id: workspaceId })
    .where('user_code', '=', userCode)
    .execute();
}

export async function choiceFor(db: Kysely<Tables>, deviceCode: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('device_requests')
    .select('workspace_id')
    .where('code_hash', '=', hashToken(deviceCode))
    .executeTakeFirst();
  return row?.workspace_id ?? undefined;
}

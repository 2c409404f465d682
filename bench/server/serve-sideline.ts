/**
 * The team server as it is started everywhere, with a team in it: an owner, who writes, 99 reps, and ten signed-in
 * devices of each. Its limits on how often a device may call are off, since one device here does the work of hundreds;
 * its log goes to nowhere, but is written. A process of its own; the environment says which database.
 */
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createAuth } from '#server/auth/auth.ts';
import { addMember, foundWorkspace, signUp } from '#server/auth/people.ts';
import { readConfig } from '#server/config.ts';
import { applyRetention, setRetention } from '#server/exchange/erasure/retention.ts';
import { exportWorkspace, importWorkspace } from '#server/exchange/workspace-file/workspace-file.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import { startServer } from '#server/start.ts';
import { insertRows } from '#server/store/insert-rows.ts';
import { createToken, hashToken } from '#server/store/tokens.ts';
import { fillWorkspace } from './fill.ts';
import type { TeamDevice } from './sideline.ts';
import { weigh } from './weigh.ts';

const REPS = 99;
const DEVICES = 10;

const server = await startServer({ ...readConfig(process.env), rateLimits: noRateLimits });
const { auth, database, now } = server.context;
const { db } = database;
const people = { auth, db };

const account = { name: 'Olive Owner', email: 'olive@bench.example', password: 'correct horse battery' };
const { userId } = await signUp(people, account);
const workspaceId = await foundWorkspace(people, userId, 'Bench');
const { id: ownerId } = await db
  .selectFrom('member')
  .select('id')
  .where('userId', '=', userId)
  .executeTakeFirstOrThrow();

const members = [ownerId];
for (let i = 0; i < REPS; i++) {
  // Without a password: hashing a hundred of them takes longer than all that is measured here.
  const id = `rep${i}`;
  const at = new Date(now()).toISOString();
  await sql`insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (${id}, ${id}, ${`${id}@bench.example`}, false, ${at}, ${at})`.execute(db);
  members.push(await addMember(people, { workspaceId, userId: id, roles: ['coachee'] }));
}
const devices: TeamDevice[] = members.flatMap(memberId =>
  Array.from({ length: DEVICES }, () => ({ memberId, token: createToken('sld', workspaceId) })),
);
const at = now();
await insertRows(
  db,
  'devices',
  ['workspace_id', 'id', 'member_id', 'name', 'token_hash', 'created_at', 'seen_at'],
  devices.map(({ memberId, token }) => ({
    workspace_id: workspaceId,
    id: uuidv7(),
    member_id: memberId,
    name: 'Bench',
    token_hash: hashToken(token),
    created_at: at,
    seen_at: at,
  })),
);

interface Wish {
  fill?: number;
  by?: string;
  retain?: true;
  /** The file to go through. */
  importAll?: string;
}

process.on('message', async ({ fill, by, retain, importAll }: Wish) => {
  if (fill !== undefined) {
    await fillWorkspace(database, workspaceId, by === undefined ? members.slice(2) : [by], fill);
    process.send?.({ filled: fill });
  } else if (retain) {
    await setRetention(db, { workspaceId, by: ownerId, months: 1, now: now() });
    process.send?.({ erased: await applyRetention(db, server.context.hub, now()) });
    await setRetention(db, { workspaceId, by: ownerId, months: null, now: now() });
  } else if (importAll !== undefined) {
    const file = { file: importAll, key: undefined, owner: account.email, now: now() };
    await exportWorkspace(db, { ...file, workspaceId });
    const { config } = server.context;
    const authWithin = (trx: typeof db) =>
      createAuth({ ...config, db: trx, kind: database.kind, onSignIn: async () => {}, within: true });
    process.send?.(await importWorkspace(db, authWithin, file));
  } else process.send?.(await weigh(database));
});
process.send?.({ url: server.url, workspaceId, devices });
process.once('disconnect', () => process.exit());

/**
 * Fills the demo workspace with people, assignments, behaviours and a month of notes, through the same push as any
 * device.
 */
import { DAY } from '#lib/time.ts';
import { addMember, foundWorkspace, type People, signUp } from '#server/auth/people.ts';
import type { ServerContext } from '#server/context.ts';
import { assignCoach } from '#server/store/assignments.ts';
import { createDevice } from '#server/store/devices.ts';
import { listMembers, membershipsOf } from '#server/store/members.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { pushRecords } from '#server/sync/push.ts';
import { DEMO_PASSWORD, DEMO_WORKSPACE, type DemoKey, demoKeys, demoPeople } from './people.ts';
import { demoRecords } from './records.ts';
import type { DemoArtifacts } from './works.ts';

export type { DemoKey } from './people.ts';
export type { DemoArtifacts } from './works.ts';

export interface DemoOptions {
  /** The artifacts of the three pages to try, as the extension identifies them. */
  artifacts: DemoArtifacts;
  /** ms since 1970; the notes are from the month before. Default: the server's clock. */
  now?: number;
}

/** A device that is signed in already, in the form that the extension stores. */
export interface DemoDevice {
  deviceId: string;
  token: string;
  workspaceId: string;
  memberId: string;
  name: string;
}

export interface DemoWorkspace {
  workspaceId: string;
  workspaceName: string;
  /** The same for all demo people. */
  password: string;
  people: Record<DemoKey, { memberId: string; name: string; email: string }>;
  /** Ines Duarte, and Jonas Petersen, whom she coaches. */
  coach: DemoDevice;
  rep: DemoDevice;
  /** Signs in another device, for anybody else in the workspace. */
  signIn(key: DemoKey, deviceName?: string): Promise<DemoDevice>;
}

/** Fills an empty server. If it has the demo workspace already, only signs in two new devices. */
export async function seedDemo(context: ServerContext, options: DemoOptions): Promise<DemoWorkspace> {
  const { database, auth } = context;
  const people: People = { auth, db: database.db };
  const now = options.now ?? context.now();
  const workspaceId = (await findDemo(people)) ?? (await fillDemo(people, options.artifacts, now));
  const members = await listMembers(database.db, workspaceId);
  const found = Object.fromEntries(
    demoKeys.map(key => {
      const member = members.find(one => one.email === demoPeople[key].email);
      if (!member) throw new Error(`${demoPeople[key].name} is not in the demo workspace.`);
      return [key, { memberId: member.id, name: member.name, email: member.email }];
    }),
  ) as DemoWorkspace['people'];

  async function signIn(key: DemoKey, deviceName = 'Demo browser'): Promise<DemoDevice> {
    const { memberId, name } = found[key];
    const input = { workspaceId, memberId, name: deviceName, now: context.now() };
    return { ...(await createDevice(database.db, input)), workspaceId, memberId, name };
  }
  return {
    workspaceId,
    workspaceName: DEMO_WORKSPACE,
    password: DEMO_PASSWORD,
    people: found,
    coach: await signIn('ines'),
    rep: await signIn('jonas'),
    signIn,
  };
}

async function findDemo({ db }: People): Promise<string | undefined> {
  const owner = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', demoPeople.mara.email)
    .executeTakeFirst();
  const [membership] = owner ? await membershipsOf(db, owner.id) : [];
  return membership?.workspaceId;
}

async function fillDemo(people: People, artifacts: DemoArtifacts, now: number): Promise<string> {
  const { db } = people;
  const accounts = await Promise.all(
    demoKeys.map(async key => {
      const { name, email } = demoPeople[key];
      return { key, ...(await signUp(people, { name, email, password: DEMO_PASSWORD })) };
    }),
  );
  const owner = accounts.find(account => account.key === 'mara');
  if (!owner) throw new Error('The demo has no owner.');
  const workspaceId = await foundWorkspace(people, owner.userId, DEMO_WORKSPACE);
  for (const { key, userId } of accounts) {
    if (key !== 'mara') await addMember(people, { workspaceId, userId, roles: demoPeople[key].roles });
  }
  const members = await listMembers(db, workspaceId);
  const memberIds = Object.fromEntries(
    demoKeys.map(key => [key, members.find(one => one.email === demoPeople[key].email)?.id ?? '']),
  ) as Record<DemoKey, string>;

  await changeWorkspace(db, workspaceId, now, async tx => {
    for (const key of demoKeys) {
      for (const coach of demoPeople[key].coaches) {
        await assignCoach(tx, { coachId: memberIds[coach], coacheeId: memberIds[key], from: now - 40 * DAY });
      }
    }
  });
  const records = demoRecords({ workspaceId, memberIds, artifacts, now });
  for (const record of records) {
    // Push them one by one, in the order of the month, because an answer has to come after its note.
    const pushed = await pushRecords(db, { workspaceId, memberId: record.authorId }, [record], now);
    const result = pushed?.results[0];
    if (result?.status !== 'accepted')
      throw new Error(`The demo's ${record.type} was not taken: ${JSON.stringify(result)}`);
  }
  return workspaceId;
}

/** Whom the stories are about: the demo team as each of its members has it on the device, and notes made for one story. */
import { artifacts, now, records } from 'virtual:demo-team';
import type { Artifact } from '#lib/records/artifact.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { maySee } from '#lib/records/visibility.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import type { Member } from '#lib/sync/protocol.ts';
import { DEMO_WORKSPACE, type DemoKey, demoKeys, demoPeople } from '../server/demo/people.ts';
import type { TabBeside } from './stand-in/tab.ts';
import type { World } from './story.ts';

export { artifacts, now };

const members: Member[] = demoKeys.map(id => {
  const { name, roles, coaches } = demoPeople[id];
  return { id, name, roles: [...roles], coachIds: [...coaches] };
});

export function identityOf(memberId: DemoKey, others: readonly Member[] = members): Identity {
  const { name } = demoPeople[memberId];
  const workspace = { workspaceId: 'team', workspaceName: DEMO_WORKSPACE };
  return { ...workspace, memberId, name, server: 'https://sideline.example', members: [...others] };
}

/** Only what this member may see, as it is with them. */
function seenBy(identity: Identity, all: readonly Envelope[]): Envelope[] {
  const viewer = writerOf(identity);
  return all.filter(record => maySee(record, viewer));
}

/** A month of the demo team on one member's device, with the demo's record beside it. */
export function monthOf(memberId: DemoKey, more: readonly Envelope[] = []): World {
  const identity = identityOf(memberId);
  return { identity, records: seenBy(identity, [...records, ...more]), tab: beside(artifacts.crm) };
}

/** A member with these records alone. */
export function onlyWith(memberId: DemoKey, made: readonly Envelope[], others?: readonly Member[]): World {
  const identity = identityOf(memberId, others);
  return { identity, records: seenBy(identity, made), tab: beside(artifacts.crm) };
}

/** A device on which nobody has signed in. */
export const alone: World = { tab: beside(artifacts.crm) };

export function beside(artifact: Artifact, more: Partial<TabBeside> = {}): TabBeside {
  return { url: artifact.url, artifact, ...more };
}

/** Words without a place to break, as people paste them. */
export const UNBROKEN = 'https://crm.example/'.padEnd(140, 'Donaudampfschifffahrtsgesellschaft/');
/** The same, as short as a name may be. */
export const UNBROKEN_NAME = UNBROKEN.slice(0, 80);
export const LONG_NAME = 'Maximiliane-Theodora von und zu Guttenberg-Wallerstein-Oettingen';

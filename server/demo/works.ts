/** The artifacts that the demo's notes are about: the three pages to try Sideline on, and some that are only named. */
import type { Artifact } from '#lib/records/artifact.ts';

export interface DemoArtifacts {
  crm: Artifact;
  doc: Artifact;
  video: Artifact;
}

export type DemoWork = keyof DemoArtifacts | keyof typeof otherWorks;

const CRM = 'https://crm.example';
const CALLS = 'https://calls.example';

const opportunity = (number: number, title: string, owner: string): Artifact => ({
  kind: 'crm',
  site: 'page',
  key: `${CRM}|opportunity|${number}`,
  url: `${CRM}/opportunities/${number}`,
  title,
  type: 'opportunity',
  owner,
});

const call = (number: number, title: string, owner: string, duration: number): Artifact => ({
  kind: 'video',
  site: 'page',
  key: `${CALLS}|call|${number}`,
  url: `${CALLS}/calls/${number}`,
  title,
  type: 'call',
  owner,
  duration,
});

export const otherWorks = {
  birch: opportunity(204, 'Birch & Sons, 40 seats', 'Jonas Petersen'),
  maas: opportunity(219, 'Maas Cold Chain, pilot', 'Jonas Petersen'),
  nordwind: opportunity(231, 'Nordwind Couriers, renewal', 'Leila Haddad'),
  kestrel: opportunity(240, 'Kestrel Freight, two depots', 'Sam Whitlock'),
  maasCall: call(88, 'Maas Cold Chain: first call', 'Jonas Petersen', 1520),
  kestrelCall: call(93, 'Kestrel Freight: demo', 'Sam Whitlock', 2180),
  nordwindCall: call(97, 'Nordwind Couriers: renewal talk', 'Leila Haddad', 1260),
  recap: {
    kind: 'doc',
    site: 'page',
    key: 'https://docs.example|recap-nordwind',
    url: 'https://docs.example/recap-nordwind',
    title: 'Recap for Nordwind Couriers',
    owner: 'Leila Haddad',
  },
  teaser: call(101, 'Teaser: planning a tour in a minute', 'Sam Whitlock', 64),
} as const satisfies Record<string, Artifact>;

export function workOf(name: DemoWork, artifacts: DemoArtifacts): Artifact {
  return name === 'crm' || name === 'doc' || name === 'video' ? artifacts[name] : otherWorks[name];
}

/** Who is in the demo workspace. */
import type { Role } from '#lib/sync/protocol.ts';

export const demoKeys = ['mara', 'ines', 'tom', 'jonas', 'leila', 'sam'] as const;
export type DemoKey = (typeof demoKeys)[number];

export interface DemoPersonData {
  name: string;
  email: string;
  roles: readonly Role[];
  /** Who coaches them. */
  coaches: readonly DemoKey[];
}

export const demoPeople: Readonly<Record<DemoKey, DemoPersonData>> = {
  mara: { name: 'Mara Okafor', email: 'mara@demo.example', roles: ['owner'], coaches: [] },
  ines: { name: 'Ines Duarte', email: 'ines@demo.example', roles: ['coach'], coaches: [] },
  tom: { name: 'Tom Becker', email: 'tom@demo.example', roles: ['coach'], coaches: [] },
  jonas: { name: 'Jonas Petersen', email: 'jonas@demo.example', roles: ['coachee'], coaches: ['ines'] },
  leila: { name: 'Leila Haddad', email: 'leila@demo.example', roles: ['coachee'], coaches: ['ines', 'tom'] },
  sam: { name: 'Sam Whitlock', email: 'sam@demo.example', roles: ['coachee'], coaches: ['tom'] },
};

/** No secret: the demo workspace holds nobody's real data. */
export const DEMO_PASSWORD = 'sideline-demo';

export const DEMO_WORKSPACE = 'Harbour Sales';

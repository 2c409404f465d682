/** The data that the coach's view is computed from, live. */
import { useMemo } from 'react';
import { useLive } from '#components/ui/use-live.ts';
import { type Waiting, waitingFor } from '#lib/coaching/due/waiting.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { loadTeam, type TeamHistory } from '#lib/device/team.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

export interface Team extends TeamHistory {
  waiting: readonly Waiting[];
}

/** Undefined until it is read. */
export function useTeam(db: SidelineDb, identity: Identity, now: number): Team | undefined {
  const history = useLive(() => loadTeam(db, identity, Date.now()), [db, identity]);
  const { stalls, patterns } = rulesOf(identity);
  return useMemo(
    () => history && { ...history, waiting: waitingFor(history, identity.memberId, now, stalls, patterns) },
    [history, identity, now, stalls, patterns],
  );
}

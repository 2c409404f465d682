/**
 * What the server counts about a person beyond what is on this device, asked for when a form opens, so that it is there
 * when somebody sends. Undefined until it answers, and without a server.
 */
import { useEffect, useState } from 'react';
import type { Elsewhere } from '#lib/coaching/notes/elsewhere.ts';
import { ask } from '#lib/messages/ask.ts';

export function useElsewhere(personId: string | undefined, behaviourId?: string): Elsewhere | undefined {
  const [elsewhere, setElsewhere] = useState<Elsewhere | undefined>();
  useEffect(() => {
    let gone = false;
    setElsewhere(undefined);
    if (personId === undefined) return;
    ask('counts.ask', { personId, behaviourId }).then(
      found => {
        if (!gone) setElsewhere(found ?? undefined);
      },
      // The background is gone: what this device has is counted, and saving reports the rest.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [personId, behaviourId]);
  return elsewhere;
}

/** What the server answers about the whole workspace: read when a view opens, and never kept on the device. */
import { useEffect, useState } from 'react';
import { ask } from '#lib/messages/ask.ts';
import type { InsightAnswer, InsightCommand, InsightFailure } from '#lib/messages/contract.ts';

/** Undefined until the server has answered. `again` asks once more. */
export function useInsight<C extends InsightCommand>(
  command: C,
): { answer: InsightAnswer<C> | InsightFailure | undefined; again(): void } {
  const [answer, setAnswer] = useState<InsightAnswer<C> | InsightFailure | undefined>();
  const [asked, setAsked] = useState({ command });
  useEffect(() => {
    let gone = false;
    setAnswer(undefined);
    ask(asked.command, null).then(
      found => {
        if (!gone) setAnswer(found);
      },
      () => {
        if (!gone) setAnswer({ ok: false, reason: 'offline' });
      },
    );
    return () => {
      gone = true;
    };
  }, [asked]);
  return { answer, again: () => setAsked({ command }) };
}

import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { formatTime } from '#lib/anchors/media/moment.ts';
import { presetFor, timerAt } from '#lib/coaching/routines/timer.ts';
import { SECOND } from '#lib/time.ts';

/** How long a run has gone on, quietly: nothing rings, and no screen reader is interrupted. */
export function RunTimer({ startedAt, minutes }: { startedAt: number; minutes: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(ticking);
  }, []);
  const { left, over } = timerAt(startedAt, now, presetFor(minutes));
  return (
    <p className="hint" role="timer" aria-live="off">
      {over > 0 ? i18n.t('week.over', [formatTime(over)]) : i18n.t('week.left', [formatTime(left)])}
    </p>
  );
}

import { useEffect, useState } from 'react';
import { MINUTE } from '#lib/time.ts';

/**
 * The time in ms since 1970, updated every minute and whenever `news` changes. Whose turn it is, and since when,
 * depends on it, and something written a moment ago must not be in its future.
 */
export function useNow(news: unknown): number {
  const [at, setAt] = useState(() => ({ now: Date.now(), news }));
  if (at.news !== news) setAt({ now: Date.now(), news });
  useEffect(() => {
    const timer = setInterval(() => setAt(last => ({ ...last, now: Date.now() })), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return at.now;
}

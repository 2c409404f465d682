import { useEffect, useState } from 'react';
import { MINUTE } from '#lib/time.ts';

/**
 * The time in ms since 1970, renewed every minute and whenever `news` changes: whose turn it is, and since when, goes by
 * it, and what was written a moment ago must not lie in its future.
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

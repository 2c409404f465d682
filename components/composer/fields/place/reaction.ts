/** How late this person presses a key while a clip plays: a setting of this device, in seconds. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

export const REACTIONS = [0, 0.4, 0.8, 1.2, 1.6, 2] as const;
const DEFAULT = 0.8;
const KEY = 'reaction-seconds';

export function useReaction(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState<number>(DEFAULT);
  useEffect(() => {
    let gone = false;
    void browser.storage.local.get(KEY).then(stored => {
      const kept = stored[KEY];
      if (!gone && typeof kept === 'number' && kept >= 0 && kept <= 2) setSeconds(kept);
    });
    return () => {
      gone = true;
    };
  }, []);
  return [
    seconds,
    next => {
      setSeconds(next);
      void browser.storage.local.set({ [KEY]: next });
    },
  ];
}

import { useCallback, useState } from 'react';

interface Asked {
  /** Each time anew, so that asking again opens again what somebody has closed. 0: not asked. */
  count: number;
  /** The work that it was asked on; unknown until a page tells which it shows. */
  key?: string | undefined;
}

const NOT_ASKED: Asked = { count: 0 };

/** Whether the reviews of the work on show were asked for, as a number that grows with each time; over with the work. */
export function useLookBack(artifactKey: string | undefined): [number, () => void] {
  const [asked, setAsked] = useState(NOT_ASKED);
  if (asked.count > 0 && artifactKey !== undefined && asked.key !== artifactKey)
    setAsked(asked.key === undefined ? { ...asked, key: artifactKey } : NOT_ASKED);
  const ask = useCallback(() => setAsked(({ count }) => ({ count: count + 1 })), []);
  return [asked.key === undefined || asked.key === artifactKey ? asked.count : 0, ask];
}

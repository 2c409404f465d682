/** Which notes' places the page shows now, as its tools say. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { announced } from '#lib/messages/announced.ts';
import { askPage } from '#lib/messages/ask.ts';
import type { PlaceStatus } from '#lib/messages/contract.ts';
import type { ActivePage } from './active-page.ts';

export type PlacesNow = Readonly<Record<string, PlaceStatus>>;

const NONE: PlacesNow = {};
/** Records render late: nothing is called lost before this long after it came up, in ms. */
const GRACE_MS = 1500;

/** By note; empty where the page cannot be asked. `drawn` is whatever changes when notes come, go or are moved. */
export function usePlaces({ tabId, reached, artifact }: ActivePage, drawn: string): PlacesNow {
  const key = artifact?.key;
  const [places, setPlaces] = useState<{ of: string; now: PlacesNow }>({ of: '', now: NONE });
  const of = `${key}\n${drawn}`;
  useEffect(() => {
    if (tabId === undefined || !reached || key === undefined) return;
    const gone = new AbortController();
    const look = async () => {
      const now = await askPage(tabId, 'tools.places', null);
      if (!gone.signal.aborted && now) setPlaces({ of, now });
    };
    const listener = (message: unknown, sender: { id?: string; tab?: { id?: number } }) => {
      const isPlaces = announced(message) === 'places' && sender.id === browser.runtime.id;
      if (isPlaces && sender.tab?.id === tabId) void look();
    };
    const timer = setTimeout(() => {
      void look();
      browser.runtime.onMessage.addListener(listener);
    }, GRACE_MS);
    gone.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      browser.runtime.onMessage.removeListener(listener);
    });
    return () => gone.abort();
  }, [tabId, reached, key, of]);
  // While it is asked anew for a further note of the same page, what is known stays.
  return places.of.startsWith(`${key}\n`) ? places.now : NONE;
}

/** Which notes' places the page shows now, according to its tools. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { announced } from '#lib/messages/announced.ts';
import { askPage } from '#lib/messages/ask.ts';
import type { PlaceNow } from '#lib/messages/contract.ts';
import type { ActivePage } from './active-page.ts';

export type PlacesNow = Readonly<Record<string, PlaceNow>>;

const NONE: PlacesNow = {};
/** Records render late, so nothing counts as lost until this many ms after the page appeared. */
const GRACE_MS = 1500;

/** By note; empty if the page cannot be asked. `drawn` must change when notes are added, removed or moved. */
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
  // Keep what is known while asking again about another note on the same page.
  return places.of.startsWith(`${key}\n`) ? places.now : NONE;
}

import { useEffect, useState } from 'react';

/** Which of `views` is shown, and how to change that. The address holds it, so that a link can lead to it. */
export function useViewInAddress<View extends string>(
  views: readonly View[],
  first: View,
): [View, (view: View) => void] {
  const [view, setView] = useState(() => viewIn(location.hash, views) ?? first);
  useEffect(() => {
    const done = new AbortController();
    const follow = () => setView(viewIn(location.hash, views) ?? first);
    window.addEventListener('hashchange', follow, { signal: done.signal });
    return () => done.abort();
  }, [views, first]);
  return [
    view,
    next => {
      location.hash = next;
      // The address tells of it only later, and not at all to a page that is still being drawn.
      setView(next);
    },
  ];
}

function viewIn<View extends string>(hash: string, views: readonly View[]): View | undefined {
  const [name] = hash.slice(1).split('?');
  return views.find(view => view === name);
}

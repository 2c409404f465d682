import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** "Always on this site": asks the browser for this one origin, and only when the person presses it. */
export function AllowHere({ origin }: { origin: string | undefined }) {
  const [granted, setGranted] = useState(true);
  const pattern =
    origin && /^https?:/.test(origin)
      ? `${new URL(origin).protocol}//${new URL(origin).hostname}/*`
      : undefined;

  useEffect(() => {
    if (!pattern) return;
    let gone = false;
    const look = () =>
      browser.permissions.contains({ origins: [pattern] }).then(has => {
        if (!gone) setGranted(has);
      });
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      gone = true;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [pattern]);

  if (!pattern || granted) return null;
  return (
    <button
      type="button"
      className="button quiet"
      title={i18n.t('sidebar.offerHere')}
      onClick={() => void browser.permissions.request({ origins: [pattern] })}
    >
      {i18n.t('sidebar.allowHere')}
    </button>
  );
}

import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Firefox has no permissions API in a frame on a page; there the sidebar and the settings offer this. */
const permissions: typeof browser.permissions | undefined = browser.permissions;

/** "Always on this site": asks the browser for this one origin, and only when the person presses it. */
export function AllowHere({ origin }: { origin: string | undefined }) {
  const [granted, setGranted] = useState(true);
  const pattern =
    origin && /^https?:/.test(origin)
      ? `${new URL(origin).protocol}//${new URL(origin).hostname}/*`
      : undefined;

  useEffect(() => {
    if (!pattern || !permissions) return;
    let gone = false;
    const look = () =>
      permissions.contains({ origins: [pattern] }).then(has => {
        if (!gone) setGranted(has);
      });
    void look();
    permissions.onAdded.addListener(look);
    permissions.onRemoved.addListener(look);
    return () => {
      gone = true;
      permissions.onAdded.removeListener(look);
      permissions.onRemoved.removeListener(look);
    };
  }, [pattern]);

  if (!pattern || granted || !permissions) return null;
  return (
    <button
      type="button"
      className="button quiet"
      title={i18n.t('sidebar.offerHere')}
      onClick={() => void permissions?.request({ origins: [pattern] })}
    >
      {i18n.t('sidebar.allowHere')}
    </button>
  );
}

import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { grantedSites } from '#lib/background/sites.ts';

/** The origins that the person granted; taking one away removes our script from its open tabs too. */
export function Sites() {
  const [sites, setSites] = useState<string[]>([]);
  useEffect(() => {
    let gone = false;
    const look = () =>
      void grantedSites().then(found => {
        if (!gone) setSites(found);
      });
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      gone = true;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return (
    <>
      <p className="hint">{i18n.t('options.sitesExplain')}</p>
      {sites.length === 0 && <p>{i18n.t('options.noSites')}</p>}
      <ul>
        {sites.map(site => (
          <li key={site}>
            <span>{site.replace(/\/\*$/, '')}</span>
            <button
              type="button"
              className="button"
              onClick={() => void browser.permissions.remove({ origins: [site] })}
            >
              {i18n.t('options.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

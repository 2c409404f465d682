import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { grantedSites } from '#lib/device/granted-sites.ts';
import { loadPolicy, onPolicyChange, type Policy, toMatchPattern } from '#lib/device/policy.ts';

interface Site {
  pattern: string;
  granted: boolean;
  /** The administrator wants Sideline here. */
  wanted: boolean;
}

/**
 * The sites where Sideline is always allowed, each with a switch. Switching one off also removes our script from its
 * open tabs.
 */
export function Sites() {
  const [policy, setPolicy] = useState<Policy | undefined>();
  const [granted, setGranted] = useState<string[] | undefined>();
  /** Sites switched off on this visit stay listed, so that one can change one's mind. */
  const [seen, setSeen] = useState<string[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const look = () =>
      void grantedSites().then(found => {
        if (signal.aborted) return;
        setGranted(found);
        setSeen(before => [...new Set([...before, ...found])]);
      });
    const lookAtPolicy = () => void loadPolicy().then(found => !signal.aborted && setPolicy(found));
    look();
    lookAtPolicy();
    onPolicyChange(lookAtPolicy, signal);
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      gone.abort();
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  if (!policy || !granted) return null;

  const wanted = policy.sites.map(toMatchPattern);
  const patterns = [...new Set([...seen, ...wanted])].sort();
  const sites = patterns.map(
    (pattern): Site => ({
      pattern,
      granted: granted.includes(pattern),
      wanted: wanted.includes(pattern),
    }),
  );
  const missing = wanted.filter(pattern => !granted.includes(pattern));
  return (
    <>
      <p className="hint">{i18n.t('options.sitesExplain')}</p>
      {missing.length > 0 && (
        <div className="banner stack">
          <p>{i18n.t('sites.wanted')}</p>
          <div>
            <button
              type="button"
              className="button primary"
              onClick={() => void browser.permissions.request({ origins: missing })}
            >
              {i18n.t('sites.allowAll', [String(missing.length)])}
            </button>
          </div>
        </div>
      )}
      {sites.length === 0 && <p>{i18n.t('options.noSites')}</p>}
      <ul>
        {sites.map(site => (
          <li key={site.pattern}>
            <Switch site={site} />
          </li>
        ))}
        {policy.blockedSites.map(entry => (
          <li key={`blocked ${entry}`}>
            <span className="grow">
              <bdi>{entry === '*' ? i18n.t('sites.everyOther') : entry}</bdi>
              <span className="hint block">{i18n.t('sites.blockedByAdmin')}</span>
            </span>
            <span className="hint">{i18n.t('sites.off')}</span>
          </li>
        ))}
      </ul>
      {policy.unread.length > 0 && (
        <p className="banner warn">{i18n.t('sites.unread', [policy.unread.join(', ')])}</p>
      )}
    </>
  );
}

function Switch({ site: { pattern, granted, wanted } }: { site: Site }) {
  return (
    <label className="row grow">
      <span className="grow">
        <bdi>{pattern.replace(/\/\*$/, '')}</bdi>
        {wanted && <span className="hint block">{i18n.t('sites.wantedByAdmin')}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={granted}
        className="switch"
        checked={granted}
        onChange={() =>
          void (granted
            ? browser.permissions.remove({ origins: [pattern] })
            : browser.permissions.request({ origins: [pattern] }))
        }
      />
    </label>
  );
}

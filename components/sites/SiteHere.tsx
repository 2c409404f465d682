import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { ask } from '#lib/messages/ask.ts';
import type { SiteHere as Site } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { AllowHere } from './AllowHere.tsx';

interface Props {
  artifact: Artifact | null;
  /** The tab it is about. The panel needs none, because it means its own. */
  tabId?: number | undefined;
}

/**
 * What one can do about the site itself: always allow Sideline here, teach the site, or learn that Sideline is not
 * allowed here.
 */
export function SiteHere({ artifact, tabId }: Props) {
  const [site, setSite] = useState<Site | undefined>();
  const [refused, setRefused] = useState(false);
  const id = artifact?.site;
  const key = artifact?.key;

  useEffect(() => {
    let gone = false;
    setRefused(false);
    // The effect depends on the artifact's key, because another page may belong to another site.
    void key;
    ask('site.here', { tabId }).then(
      found => {
        if (!gone) setSite(found);
      },
      // The extension or the tab is gone, so there is nothing to offer.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [tabId, key]);

  if (!site) return null;
  if (site.blocked) return <p className="banner warn">{i18n.t('sites.blockedHere')}</p>;
  const teachable = site.teachable && id !== undefined;
  return (
    <>
      <AllowHere origin={site.origin} />
      {teachable && (
        <button
          type="button"
          className="button quiet"
          onClick={async () => setRefused(!(await ask('teach.start', { tabId })).ok)}
        >
          {id.startsWith('taught-') ? i18n.t('sites.correctThis') : i18n.t('sites.teachThis')}
        </button>
      )}
      {refused && (
        <p className="hint" role="alert">
          {i18n.t('sites.cannotTeach')}
        </p>
      )}
    </>
  );
}

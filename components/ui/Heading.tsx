import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Artifact } from '#lib/records/artifact.ts';

/** What is shown: kind, title, owner and stage. */
export function Heading({ artifact, children }: { artifact: Artifact | null; children?: ReactNode }) {
  const kind =
    artifact &&
    {
      crm: i18n.t('artifactCrm'),
      // A page that no definition knows may be anything: a record of an unknown CRM too.
      doc: artifact.site === 'page' ? i18n.t('artifactPage') : i18n.t('artifactDoc'),
      video: i18n.t('artifactVideo'),
    }[artifact.kind];
  const details = [kind, artifact?.owner, artifact?.stage].filter(Boolean).join(' · ');
  return (
    <header className="heading">
      <div className="grow">
        <h1 className="title" dir="auto">
          {artifact?.title || i18n.t('extName')}
        </h1>
        {details && (
          <p className="hint clip" dir="auto">
            {details}
          </p>
        )}
      </div>
      {children}
    </header>
  );
}

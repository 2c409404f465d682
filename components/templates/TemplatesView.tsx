import { useState } from 'react';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import type { Synced } from '#components/sync/sync-words.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { removeTemplate, renameTemplate, shareTemplate } from '#lib/actions/templates.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { leads } from '#lib/records/permissions.ts';
import { isType, type Template } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
}

/** The templates: rename, share with the team, remove. */
export function TemplatesView({ db, identity }: Props) {
  const templates = useLive(async () => {
    const records = await recordsOfType(db, identity.workspaceId, 'template', { limit: 200 });
    return records.filter(record => isType(record, 'template'));
  }, [db, identity.workspaceId]);
  return (
    <div className="stack">
      <p className="hint">{i18n.t('templates.explain')}</p>
      {templates?.length === 0 && <p>{i18n.t('templates.none')}</p>}
      {templates?.map(template => (
        <Boundary key={template.id} part="thing" of={template}>
          <TemplateCard db={db} identity={identity} template={template} />
        </Boundary>
      ))}
    </div>
  );
}

function TemplateCard({ db, identity, template }: Props & { template: Template & Synced }) {
  const [name, setName] = useState(template.body.name);
  const isMine = template.authorId === identity.memberId;
  const shared = template.audience === 'workspace';
  const mayShare = isMine && identity.workspaceId !== SOLO_WORKSPACE && leads(writerOf(identity));
  const { observation, impact, nextAction, affirmation } = template.body;

  return (
    <article className="card stack" aria-label={template.body.name}>
      <h2 dir="auto">{template.body.name}</h2>
      {[observation, impact, nextAction, affirmation].filter(Boolean).map(text => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      <SyncLine record={template} />
      {isMine ? (
        <>
          <TextField label={i18n.t('templates.name')} value={name} maxLength={80} line onChange={setName} />
          <div className="row wrap">
            {name.trim() !== '' && name !== template.body.name && (
              <button
                type="button"
                className="button primary"
                onClick={() => void renameTemplate(db, template, name)}
              >
                {i18n.t('templates.rename')}
              </button>
            )}
            {mayShare && (
              <button
                type="button"
                className="button"
                onClick={() => void shareTemplate(db, template, !shared)}
              >
                {shared ? i18n.t('templates.unshare') : i18n.t('templates.share')}
              </button>
            )}
            <button type="button" className="button" onClick={() => void removeTemplate(db, template)}>
              {i18n.t('templates.remove')}
            </button>
          </div>
        </>
      ) : (
        <p className="hint">{i18n.t('templates.ofTeam')}</p>
      )}
    </article>
  );
}

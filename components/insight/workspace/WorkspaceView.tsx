/** What the server works out over everybody's records: the owner's escalations, and figures about groups. */
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { Coverage } from './Coverage.tsx';
import { Escalations } from './Escalations.tsx';
import { mayLookAtEscalations, mayLookAtGroups } from './who-may.ts';

export function WorkspaceView({ identity }: { db: SidelineDb; identity: Identity }) {
  if (!mayLookAtGroups(identity)) return <p>{i18n.t('insight.notYours')}</p>;
  return (
    <>
      {mayLookAtEscalations(identity) && <Escalations identity={identity} />}
      <Coverage />
    </>
  );
}

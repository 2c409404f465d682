import { nameOf } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import type { BroughtSite } from '#lib/actions/brought-sites.ts';
import { saveSite, shareSaved } from '#lib/actions/sites.ts';
import { ask } from '#lib/messages/ask.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  brought: readonly BroughtSite[];
  mayShare: boolean;
}

/** Sites that came with somebody's notes. An owner can share one, which then holds for everybody. */
export function BroughtSites({ db, identity, brought, mayShare }: Props) {
  const { problem, saving, save } = useSaving();

  async function share({ definition }: BroughtSite): Promise<void> {
    const saved = await saveSite(db, definition, Date.now());
    if (saved.ok) await shareSaved(db, saved.site.id, Date.now());
    await ask('sites.changed', { hosts: definition.match.hosts });
  }

  return (
    <section className="stack" aria-labelledby="brought">
      <h4 id="brought">{i18n.t('sites.taught.brought')}</h4>
      {brought.map(site => (
        <div key={site.definition.match.hosts[0]} className="card stack tight">
          <strong dir="auto">{site.definition.name}</strong>
          <p className="hint">{site.definition.match.hosts.join(', ')}</p>
          <p className="hint">{i18n.t('sites.taught.broughtExplain', [nameOf(identity, site.authorId)])}</p>
          {mayShare && (
            <div>
              <button
                type="button"
                className="button"
                disabled={saving}
                onClick={() => void save(() => share(site))}
              >
                {i18n.t('sites.taught.shareBrought')}
              </button>
            </div>
          )}
        </div>
      ))}
      <Problem text={problem} />
    </section>
  );
}

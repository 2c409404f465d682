import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { saveFile } from '#components/ui/save-file.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { broughtSites } from '#lib/actions/brought-sites.ts';
import { type OwnSite, ownSites, saveSite } from '#lib/actions/sites.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import {
  type FileEntry,
  readSiteFile,
  type SiteFile,
  writeSiteFile,
} from '#lib/artifacts/definition/site-file.ts';
import { loadPolicy, onPolicyChange } from '#lib/device/policy.ts';
import { ask } from '#lib/messages/ask.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { isOwner } from '#lib/records/permissions.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { BroughtSites } from './BroughtSites.tsx';
import { SiteCard } from './SiteCard.tsx';

/** The sites that people taught: edit, share, remove, export to a file and import from one. */
export function SitesTaught({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const sites = useLive(() => ownSites(db, identity), [db, identity]);
  const [mayTeach, setMayTeach] = useState(true);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const policy = await loadPolicy();
      if (!gone.signal.aborted) setMayTeach(policy.teaching);
    };
    void look();
    onPolicyChange(look, gone.signal);
    return () => gone.abort();
  }, []);
  const brought = useLive(() => broughtSites(db), [db, identity]);
  if (!sites) return null;
  const mayShare = identity.workspaceId !== SOLO_WORKSPACE && isOwner(writerOf(identity));
  const good = sites.flatMap(({ definition }) => definition ?? []);
  return (
    <section className="stack" aria-labelledby="taught">
      <h3 id="taught">{i18n.t('sites.taught.heading')}</h3>
      <p className="hint">{i18n.t('sites.taught.explain')}</p>
      {!mayTeach && <p className="banner">{i18n.t('sites.taught.offByAdmin')}</p>}
      {sites.map(site => (
        <SiteCard
          key={site.record.id}
          db={db}
          site={site}
          mayShare={mayShare}
          hidden={hiddenBy(site, sites)}
        />
      ))}
      {brought && brought.length > 0 && (
        <BroughtSites db={db} identity={identity} brought={brought} mayShare={mayShare} />
      )}
      <div className="row wrap">
        {mayTeach && <ImportSites db={db} />}
        {good.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => saveFile('sideline-sites.json', writeSiteFile(good), 'application/json')}
          >
            {i18n.t('sites.taught.exportAll')}
          </button>
        )}
      </div>
    </section>
  );
}

/** The shared site that is tried before this one for the same host. */
function hiddenBy(site: OwnSite, all: OwnSite[]): SiteDefinition | undefined {
  const hosts = site.definition?.match.hosts ?? [];
  const before = all.slice(0, all.indexOf(site));
  return before.find(({ definition }) => definition?.match.hosts.some(host => hosts.includes(host)))
    ?.definition;
}

interface Read {
  added: string[];
  refused: Extract<FileEntry, { ok: false }>[];
  file?: Extract<SiteFile, { ok: false }>;
}

/**
 * Imports a file as data and checks it. Reports what is wrong with it, and never overwrites anything with a bad file.
 */
function ImportSites({ db }: { db: SidelineDb }) {
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | undefined>();

  async function open(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    const content = readSiteFile(await file.text());
    if (!content.ok) {
      setRead({ added: [], refused: [], file: content });
      return;
    }
    const added: SiteDefinition[] = [];
    const refused = content.entries.filter(entry => !entry.ok);
    for (const entry of content.entries) {
      if (!entry.ok) continue;
      const saved = await saveSite(db, entry.definition, Date.now());
      if (saved.ok) added.push(saved.site);
      else refused.push({ ok: false, name: entry.definition.name, problems: saved.problems });
    }
    setRead({ added: added.map(({ name }) => name), refused });
    await ask('sites.changed', { hosts: added.flatMap(({ match }) => match.hosts).slice(0, 40) });
  }

  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {i18n.t('sites.taught.import')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="sites-file"
        onChange={event => void open(event)}
      />
      <div aria-live="polite" className="stack full">
        {read && read.added.length > 0 && (
          <p className="banner good">{i18n.t('sites.taught.added', [read.added.join(', ')])}</p>
        )}
        {read?.file && <p className="banner warn">{fileProblem(read.file)}</p>}
        {read?.refused.map(entry => (
          <div key={JSON.stringify(entry)} className="banner warn">
            <p>{i18n.t('sites.taught.refused', [entry.name || i18n.t('sites.taught.unnamed')])}</p>
            <ul className="problems" lang="en">
              {entry.problems.map(problem => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

function fileProblem({ problem, detail }: Extract<SiteFile, { ok: false }>): string {
  switch (problem) {
    case 'not-json':
      return i18n.t('sites.taught.notJson', [detail]);
    case 'too-big':
      return i18n.t('sites.taught.tooBig');
    case 'no-sites':
      return i18n.t('sites.taught.noSites');
  }
}

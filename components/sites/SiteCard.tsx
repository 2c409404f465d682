import { useId, useState } from 'react';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import { i18n } from '#i18n';
import { type OwnSite, removeSite, saveSite, shareSite } from '#lib/actions/sites.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { readSiteFile, writeSiteFile } from '#lib/artifacts/definition/site-file.ts';
import { ask } from '#lib/messages/ask.ts';
import type { SidelineDb } from '#lib/store/db.ts';

interface Props {
  db: SidelineDb;
  site: OwnSite;
  mayShare: boolean;
  /** The workspace's shared definition of the same site, which is used instead of this one. */
  hidden: SiteDefinition | undefined;
}

/** One taught site and what one can do with it. Somebody else's can only be viewed and saved to a file. */
export function SiteCard({ db, site, mayShare, hidden }: Props) {
  const { definition, mine, shared, problems, record } = site;
  const [doing, setDoing] = useState<'edit' | 'remove' | undefined>();
  const hosts = definition?.match.hosts ?? [];
  const types = definition?.pages.map(({ type }) => (typeof type === 'string' ? type : type.group)) ?? [];
  const name = definition?.name ?? nameOf(record.body.definition);
  const changed = () => ask('sites.changed', { hosts });

  return (
    <article className="card stack" aria-label={name}>
      <div>
        <strong dir="auto">{name}</strong>
        <p className="hint">
          <bdi>{hosts.join(', ')}</bdi>
          {types.length > 0 && ` · ${types.join(', ')}`}
          {shared && ` · ${mine ? i18n.t('sites.taught.sharedByYou') : i18n.t('sites.taught.sharedByTeam')}`}
        </p>
      </div>
      {problems.length > 0 && (
        <div className="banner warn">
          <p>{i18n.t('sites.taught.notUsed')}</p>
          <ul className="problems" lang="en">
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <SyncLine record={record} />
      {hidden && <p className="hint">{i18n.t('sites.taught.hiddenBy', [hidden.name])}</p>}
      {doing === 'edit' && <Editor db={db} site={site} onDone={() => setDoing(undefined)} />}
      {doing === 'remove' && (
        <div className="banner warn stack">
          <p>{i18n.t('sites.taught.removeConfirm')}</p>
          <div className="row wrap">
            <button
              type="button"
              className="button primary"
              onClick={() => void removeSite(db, site, Date.now()).then(changed)}
            >
              {i18n.t('options.remove')}
            </button>
            <button type="button" className="button quiet" onClick={() => setDoing(undefined)}>
              {i18n.t('options.cancel')}
            </button>
          </div>
        </div>
      )}
      {doing === undefined && (
        <div className="row wrap">
          {mine && mayShare && definition && (
            <button
              type="button"
              className="button"
              onClick={() => void shareSite(db, site, !shared, Date.now()).then(changed)}
            >
              {shared ? i18n.t('sites.taught.unshare') : i18n.t('sites.taught.share')}
            </button>
          )}
          {mine && (
            <button type="button" className="button" onClick={() => setDoing('edit')}>
              {i18n.t('sites.taught.edit')}
            </button>
          )}
          {definition && (
            <button
              type="button"
              className="button"
              onClick={() =>
                saveFile(`${definition.id}.json`, writeSiteFile([definition]), 'application/json')
              }
            >
              {i18n.t('sites.taught.export')}
            </button>
          )}
          {mine && (
            <button type="button" className="button quiet" onClick={() => setDoing('remove')}>
              {i18n.t('options.remove')}
            </button>
          )}
        </div>
      )}
    </article>
  );
}

function nameOf(definition: unknown): string {
  const { name } = (definition ?? {}) as { name?: unknown };
  return typeof name === 'string' && name ? name.slice(0, 100) : i18n.t('sites.taught.unnamed');
}

/**
 * The definition as text, for people who know the format. It is checked on saving; until it passes, the old one stays.
 */
function Editor({ db, site, onDone }: { db: SidelineDb; site: OwnSite; onDone(): void }) {
  const id = useId();
  const before = site.record.body.definition;
  const [text, setText] = useState(() => JSON.stringify(before, null, 2));
  const [problems, setProblems] = useState<string[]>([]);

  async function save(): Promise<void> {
    const file = readSiteFile(text);
    if (!file.ok) {
      setProblems([
        file.problem === 'not-json'
          ? i18n.t('sites.taught.notJson', [file.detail])
          : i18n.t('sites.taught.noSites'),
      ]);
      return;
    }
    const [entry] = file.entries;
    if (!entry?.ok) {
      setProblems(entry?.problems ?? []);
      return;
    }
    // A different id would make a second site beside this one.
    const { id: own } = before as { id?: unknown };
    const definition = { ...entry.definition, ...(typeof own === 'string' && { id: own }) };
    const saved = await saveSite(db, definition, Date.now());
    if (!saved.ok) {
      setProblems(saved.problems);
      return;
    }
    await ask('sites.changed', { hosts: saved.site.match.hosts });
    onDone();
  }

  return (
    <div className="field">
      <label htmlFor={id} className="legend">
        {i18n.t('sites.taught.definition')}
      </label>
      <span className="hint">{i18n.t('sites.taught.definitionHint')}</span>
      <textarea
        id={id}
        className="input mono"
        dir="ltr"
        spellCheck={false}
        rows={14}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div role="alert">
        {problems.length > 0 && (
          <ul className="banner warn problems" lang="en">
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="row wrap">
        <button type="button" className="button primary" onClick={() => void save()}>
          {i18n.t('composer.save')}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          {i18n.t('options.cancel')}
        </button>
      </div>
    </div>
  );
}

import { useState } from 'react';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { latestVersions, type Rubric, rubricsIn } from '#lib/coaching/rubrics/rubrics.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { RubricForm } from './RubricForm.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
}

/** The workspace's own rubrics in their latest versions, and the shipped ones to start from. */
export function RubricsView({ db, identity }: Props) {
  const [form, setForm] = useState<{ of?: Rubric; from?: Rubric } | undefined>();
  const own = useLive(async () => {
    const records = await recordsOfType(db, identity.workspaceId, 'rubric', { limit: 200 });
    return latestVersions(
      records.flatMap(record => (isType(record, 'rubric') ? [{ ...record.body, record }] : [])),
    );
  }, [db, identity.workspaceId]);
  if (form) return <RubricForm db={db} identity={identity} {...form} onDone={() => setForm(undefined)} />;
  return (
    <div className="stack">
      <p className="hint">{i18n.t('rubrics.explain')}</p>
      <div>
        <button type="button" className="button primary" onClick={() => setForm({})}>
          {i18n.t('rubrics.new')}
        </button>
      </div>
      {own?.map(({ record, ...rubric }) => (
        <Boundary key={rubric.id} part="thing" of={record}>
          <article className="card stack" aria-label={rubric.name}>
            <Criteria rubric={rubric} note={i18n.t('rubrics.version', [String(rubric.version)])} />
            <SyncLine record={record} />
            <div>
              <button type="button" className="button" onClick={() => setForm({ of: rubric })}>
                {i18n.t('rubrics.change')}
              </button>
            </div>
          </article>
        </Boundary>
      ))}
      {rubricsIn(i18n.t('language')).map(rubric => (
        <article key={rubric.id} className="card stack" aria-label={rubric.name}>
          <Criteria rubric={rubric} note={i18n.t('rubrics.shipped')} />
          <div>
            <button type="button" className="button" onClick={() => setForm({ from: rubric })}>
              {i18n.t('rubrics.beginWith')}
            </button>
          </div>
        </article>
      ))}
    </div>
  );
}

function Criteria({ rubric, note }: { rubric: Rubric; note: string }) {
  return (
    <>
      <div>
        <h2 dir="auto">{rubric.name}</h2>
        <p className="hint">{note}</p>
      </div>
      {rubric.criteria.map(criterion => (
        <details key={criterion.id}>
          <summary dir="auto">
            {criterion.name}: {criterion.question}
          </summary>
          <ol start={0} className="levels-list">
            {criterion.levels.map(level => (
              <li key={level} dir="auto">
                {level}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

/** How the data sheet looks. It lists the fields of the schemas themselves, so none can be left out. */
import { html } from 'hono/html';
import { audiences } from '#lib/records/envelope.ts';
import { type RecordType, recordBodies } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { TOMBSTONE_KEPT } from '#server/exchange/erasure/purge.ts';
import type { Html } from '#server/http/html.ts';
import type { Words } from '#server/words/choose-language.ts';
import { layout } from '../layout.ts';
import { teamNav } from '../team-nav.ts';
import type { Visit } from '../visit.ts';

/** After how many days we ask the operator to throw a backup away (docs/server.md). */
const BACKUP_DAYS = 30;

export function dataSheetPage(visit: Visit, months: number | null): Html {
  const { w, session, workspaceName } = visit;
  const { dataSheet } = w;
  return layout({
    w,
    title: `${dataSheet.title} · ${workspaceName}`,
    person: session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${workspaceName}</h1>
        ${teamNav(visit, '/data')}
      </div>
      <section class="card sheet" aria-labelledby="sheet">
        <div class="stack">
          <h2 id="sheet">${dataSheet.title}</h2>
          <p class="lead">${dataSheet.lead}</p>
        </div>
        <h3>${dataSheet.recipients}</h3>
        <p>${dataSheet.recipientsLead}</p>
        <dl class="facts">${audiences.map(
          each => html`<dt>${dataSheet.audiences[each]}</dt><dd>${dataSheet.whoSees[each]}</dd>`,
        )}</dl>
        <h3>${dataSheet.kept}</h3>
        <ul class="plain">
          <li>${months === null ? dataSheet.keptForEver : dataSheet.keptMonths(months)}</li>
          <li>${dataSheet.afterDeletion(TOMBSTONE_KEPT / DAY)}</li>
          <li>${dataSheet.backups(BACKUP_DAYS)}</li>
        </ul>
        <h3>${dataSheet.not}</h3>
        <ul class="plain">${dataSheet.notThere.map(each => html`<li>${each}</li>`)}</ul>
        <h3>${dataSheet.besides}</h3>
        <dl class="facts">${dataSheet.besidesRecords.map(([name, what]) => html`<dt>${name}</dt><dd>${what}</dd>`)}</dl>
      </section>
      ${recordTypes().map(type => recordCard(w, type))}`,
  });
}

function recordTypes(): RecordType[] {
  return Object.keys(recordBodies) as RecordType[];
}

function recordCard(w: Words, type: RecordType): Html {
  const { name, purpose, fields } = w.records[type];
  const words: Readonly<Record<string, string>> = fields;
  return html`<section class="card sheet" aria-labelledby="${type}">
    <div class="stack">
      <h2 id="${type}">${name}</h2>
      <p class="lead">${purpose}</p>
    </div>
    <dl class="facts">
      ${Object.keys(recordBodies[type].shape).map(field => html`<dt><code>${field}</code></dt><dd>${words[field] ?? ''}</dd>`)}
      <dt>${w.dataSheet.envelope}</dt><dd>${w.dataSheet.envelopeFields}</dd>
    </dl>
  </section>`;
}

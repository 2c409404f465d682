/** How /team/<workspace>/data looks: pure, from what the page has read. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import { field, formToken, goodNote, layout, problemNote } from '../layout.ts';
import { teamNav } from '../team-nav.ts';
import type { Notices, Visit } from '../visit.ts';

export interface Storage {
  records: number;
  bytes: number;
}

export interface DataInput extends Visit, Notices {
  /** For owners. */
  owned:
    | {
        storage: Storage;
        /** After how many months records are erased; null keeps all. */
        months: number | null;
        people: readonly { id: string; label: string }[];
      }
    | undefined;
}

export function dataPage(input: DataInput): Html {
  const { w, session, workspaceName, owned } = input;
  return layout({
    w,
    title: `${w.data.title} · ${workspaceName}`,
    person: session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${workspaceName}</h1>
        ${teamNav(input, '/data')}
        ${goodNote(input.done)}
        ${problemNote(input.problem)}
      </div>
      ${ownCard(input)}
      ${owned ? [storageCard(input, owned), retentionCard(input, owned), eraseCard(input, owned)] : ''}`,
  });
}

type Owned = NonNullable<DataInput['owned']>;

function ownCard({ w, session, workspaceId }: DataInput): Html {
  return html`<section class="card" aria-labelledby="own">
    <div class="stack">
      <h2 id="own">${w.data.own}</h2>
      <p class="lead">${w.data.ownLead}</p>
    </div>
    <form class="row" method="post" action="/team/${workspaceId}/data/export">
      ${formToken(session)}
      <button class="button" name="format" value="html">${w.data.html}</button>
      <button class="button" name="format" value="json">${w.data.json}</button>
      <button class="button" name="format" value="ndjson">${w.data.ndjson}</button>
      <button class="button" name="format" value="csv">${w.data.csv}</button>
    </form>
    <p><a href="/team/${workspaceId}/data-sheet">${w.dataSheet.open}</a></p>
  </section>`;
}

function storageCard({ w }: DataInput, { storage }: Owned): Html {
  const number = new Intl.NumberFormat(w.locale, { maximumFractionDigits: 1 });
  return html`<section class="card" aria-labelledby="storage">
    <h2 id="storage">${w.data.storage}</h2>
    <dl class="facts">
      <dt>${w.data.records}</dt><dd>${number.format(storage.records)}</dd>
      <dt>${w.data.bytes}</dt><dd>${number.format(storage.bytes / 1_000_000)} MB</dd>
    </dl>
  </section>`;
}

function retentionCard({ w, session, workspaceId }: DataInput, { months }: Owned): Html {
  return html`<section class="card" aria-labelledby="retention">
    <div class="stack">
      <h2 id="retention">${w.data.retention}</h2>
      <p class="lead">${w.data.retentionLead}</p>
    </div>
    <form class="stack" method="post" action="/team/${workspaceId}/data/retention">
      ${formToken(session)}
      ${field({
        name: 'months',
        label: w.data.months,
        value: months === null ? '' : String(months),
        hint: w.data.monthsHint,
        required: false,
        maxlength: 3,
        numeric: true,
      })}
      <div class="row">
        <button class="button" name="step" value="preview">${w.data.preview}</button>
        <button class="button" name="step" value="set">${w.data.setRetention}</button>
      </div>
    </form>
  </section>`;
}

function eraseCard({ w, session, workspaceId }: DataInput, { people }: Owned): Html {
  const choices: [value: string, label: string][] = [
    ['person', w.data.person],
    ['both', w.data.both],
    ['by', w.data.by],
    ['about', w.data.aboutThem],
  ];
  return html`<section class="card" aria-labelledby="erasure">
    <div class="stack">
      <h2 id="erasure">${w.data.erasure}</h2>
      <p class="lead">${w.data.erasureLead}</p>
    </div>
    <details>
      <summary>${w.data.erasure}</summary>
      <form class="stack" method="post" action="/team/${workspaceId}/data/erase">
        ${formToken(session)}
        <div class="field">
          <label for="erase-member">${w.data.who}</label>
          <select class="input" id="erase-member" name="member">
            ${people.map(one => html`<option value="${one.id}">${one.label}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="erase-which">${w.data.which}</label>
          <select class="input" id="erase-which" name="which">
            ${choices.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
          </select>
        </div>
        ${field({ scope: 'erase-', name: 'confirm', label: w.data.confirm })}
        <div><button class="button">${w.data.erase}</button></div>
      </form>
    </details>
  </section>`;
}

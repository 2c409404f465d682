/** How the log looks: pure, from what the page has read. */
import { html } from 'hono/html';
import { type AuditKind, type AuditRow, auditKinds } from '#server/audit/chain.ts';
import type { AuditFinding } from '#server/audit/verify.ts';
import type { Html } from '#server/http/html.ts';
import { showTime, type Words } from '#server/words/choose-language.ts';
import { goodNote, layout, problemNote } from '../layout.ts';
import { teamNav } from '../team-nav.ts';
import type { Visit } from '../visit.ts';

export interface AuditInput {
  visit: Visit;
  rows: readonly AuditRow[];
  names: ReadonlyMap<string, string>;
  finding: AuditFinding | undefined;
  isFirst: boolean;
}

export function auditPage({ visit, rows, names, finding, isFirst }: AuditInput): Html {
  const { w, session, workspaceId, workspaceName } = visit;
  const here = `/team/${workspaceId}/audit`;
  const oldest = rows.at(-1)?.n ?? 1;
  return layout({
    w,
    title: `${w.audit.title} · ${workspaceName}`,
    person: session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${workspaceName}</h1>
        ${teamNav(visit, '/audit')}
        ${finding?.ok === true ? goodNote(w.audit.whole(finding.head.count)) : ''}
        ${finding?.ok === false ? problemNote(w.audit.broken(finding.at)) : ''}
      </div>
      <section class="card" aria-labelledby="log">
        <div class="stack">
          <h2 id="log">${w.audit.title}</h2>
          <p class="lead">${w.audit.lead}</p>
          <p><a class="button" href="${here}?check=1">${w.audit.check}</a></p>
        </div>
        ${rows.length === 0 ? html`<p>${w.audit.none}</p>` : ''}
        <ol class="list log">${rows.map(row => entry(w, row, names))}</ol>
        <p class="row">
          ${oldest > 1 ? html`<a class="button" href="${here}?before=${oldest}">${w.audit.older}</a>` : ''}
          ${isFirst ? '' : html`<a class="button quiet" href="${here}">${w.audit.newest}</a>`}
        </p>
      </section>`,
  });
}

/** That a note was seen is no writing, though it is a record like any other. */
function whatWasDone(w: Words, kind: AuditKind, { type }: AuditRow): string {
  return type === 'seen' && kind === 'create' ? w.audit.sawNote : w.audit.kinds[kind];
}

function entry(w: Words, row: AuditRow, names: ReadonlyMap<string, string>): Html {
  const nameOf = (id: string) => names.get(id) ?? w.formerUnknown;
  const actor = row.actor_id === null ? w.audit.server : nameOf(row.actor_id);
  const about =
    row.subject_id === null || row.subject_id === row.actor_id
      ? ''
      : row.type === 'seen'
        ? w.audit.from(nameOf(row.subject_id))
        : w.audit.about(nameOf(row.subject_id));
  const kind = auditKinds.find((each): each is AuditKind => each === row.kind);
  return html`<li>
    <p>${actor} ${kind === undefined ? row.kind : whatWasDone(w, kind, row)} ${about === '' ? '' : html`<span class="hint">${about}</span>`}</p>
    <p class="hint">${showTime(w, row.at)} · ${row.n}${row.type === null ? '' : ` · ${row.type}`}</p>
  </li>`;
}

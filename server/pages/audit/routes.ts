/** /team/<workspace>/audit: the log as owners read it, newest first, and the check that nothing was changed. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { type AuditKind, type AuditRow, auditKinds } from '#server/audit/chain.ts';
import { type AuditFinding, verifyAudit } from '#server/audit/verify.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { listFormerMembers } from '#server/store/former-members.ts';
import { listMembers } from '#server/store/members.ts';
import { showTime, type Words } from '#server/words/words.ts';
import { goodNote, type Html, layout, problemNote } from '../layout.ts';
import { teamNav } from '../team-nav.ts';
import { enterAsOwner, type Visit } from '../visit.ts';

/** Entries on one page. */
const PAGE = 100;

export function auditPages(context: ServerContext): Hono<AppEnv> {
  const { db } = context.database;
  const app = new Hono<AppEnv>();
  app.get('/:workspace/audit', async c => {
    const visit = await enterAsOwner(c, context);
    if (visit instanceof Response) return visit;
    const { w, workspaceId } = visit;
    const before = /^\d{1,15}$/.exec(c.req.query('before') ?? '')?.[0];
    let query = db.selectFrom('audit').selectAll().where('workspace_id', '=', workspaceId);
    if (before !== undefined) query = query.where('n', '<', Number(before));
    const rows = await query.orderBy('n', 'desc').limit(PAGE).execute();
    const names = new Map<string, string>();
    for (const { id, name } of await listFormerMembers(db, workspaceId)) names.set(id, w.former(name));
    for (const { id, name } of await listMembers(db, workspaceId)) names.set(id, name);
    const finding = c.req.query('check') === '1' ? await verifyAudit(db, workspaceId) : undefined;
    return c.html(auditPage({ visit, rows, names, finding, isFirst: before === undefined }));
  });
  return app;
}

interface AuditInput {
  visit: Visit;
  rows: readonly AuditRow[];
  names: ReadonlyMap<string, string>;
  finding: AuditFinding | undefined;
  isFirst: boolean;
}

function auditPage({ visit, rows, names, finding, isFirst }: AuditInput): Html {
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

function entry(w: Words, row: AuditRow, names: ReadonlyMap<string, string>): Html {
  const nameOf = (id: string) => names.get(id) ?? w.formerUnknown;
  const actor = row.actor_id === null ? w.audit.server : nameOf(row.actor_id);
  const about =
    row.subject_id === null || row.subject_id === row.actor_id ? '' : w.audit.about(nameOf(row.subject_id));
  const kind = auditKinds.find((each): each is AuditKind => each === row.kind);
  return html`<li>
    <p>${actor} ${kind === undefined ? row.kind : w.audit.kinds[kind]} ${about === '' ? '' : html`<span class="hint">${about}</span>`}</p>
    <p class="hint">${showTime(w, row.at)} · ${row.n}${row.type === null ? '' : ` · ${row.type}`}</p>
  </li>`;
}

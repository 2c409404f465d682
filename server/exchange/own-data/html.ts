/**
 * One's own data as a page to read. It is a single file that opens from the disk in any browser. It runs no script and
 * loads nothing, whatever the records contain.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Kysely } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import { isRecordType } from '#lib/records/types.ts';
import { auditKinds } from '#server/audit/chain.ts';
import type { Html } from '#server/http/html.ts';
import type { Tables } from '#server/store/schema.ts';
import { rolesLabel, showTime, type Words } from '#server/words/choose-language.ts';
import { type OwnDataRequest, type OwnHead, type OwnLogEntry, ownLog, readHead } from './read.ts';
import { type DamagedRow, logDamaged, ownRows, writeRows } from './rows.ts';

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:760px;margin:24px auto;padding:0 16px;overflow-wrap:anywhere}
article{border-top:1px solid #8886;padding:12px 0}h1{font-size:22px}h2{font-size:18px;margin-top:32px}h3{font-size:16px;margin:0}
dl{display:grid;grid-template-columns:minmax(90px,30%) 1fr;gap:2px 16px;margin:6px 0}dt{opacity:.75}dd{margin:0;min-width:0;white-space:pre-wrap}
.hint{opacity:.75;margin:0}img{max-width:100%}@media(max-width:480px){dl{display:block}dd{margin-bottom:6px}}@media print{article{break-inside:avoid}}`;
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** The page, piece by piece because there may be many records. */
export async function* ownDataAsHtml(db: Kysely<Tables>, request: OwnDataRequest): AsyncGenerator<string> {
  const { w } = request;
  const head = await readHead(db, request);
  yield `<!doctype html><html lang="${w.locale}"><head><meta charset="utf-8">`;
  yield String(opening(w, head));
  for await (const entry of ownLog(db, request)) yield String(logItem(w, head, entry));
  yield String(html`</ul><h2>${w.data.records}</h2>`);
  yield* writeRows(
    ownRows(db, request),
    {
      whole: (record, problem) => String(article(w, head, record, problem)),
      damaged: row => String(damagedArticle(w, row)),
    },
    logDamaged(request.log, request),
  );
  yield '</main></body></html>\n';
}

function opening(w: Words, head: OwnHead): Html {
  const title = `${w.data.own} · ${head.workspace.name}`;
  const name = nameIn(w, head);
  return html`<meta http-equiv="content-security-policy" content="${POLICY}"><meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(STYLE)}</style></head><body><main>
    <h1>${title}</h1>
    <p class="hint">${w.ownFile.made(showTime(w, Date.parse(head.made)))}</p>
    ${
      head.member
        ? facts([
            [w.account.name, head.member.name],
            [w.fields.email, head.member.email],
            [w.team.roles, rolesLabel(w, head.member.roles)],
          ])
        : ''
    }
    <h2>${w.ownFile.coaches}</h2>
    <ul>${head.assignments.map(
      each =>
        html`<li>${w.ownFile.coaching(name(each.coachId), name(each.coacheeId))}, ${showTime(w, each.from)} – ${each.to === null ? '…' : showTime(w, each.to)}</li>`,
    )}</ul>
    <h2>${w.account.devices}</h2>
    <ul>${head.devices.map(
      each =>
        html`<li>${each.name}: ${w.account.since(showTime(w, each.createdAt), showTime(w, each.seenAt))}</li>`,
    )}</ul>
    <h2>${w.audit.title}</h2>
    <ul>`;
}

function logItem(w: Words, head: OwnHead, entry: OwnLogEntry): Html {
  const name = nameIn(w, head);
  const kind = auditKinds.find(each => each === entry.kind);
  const { actorId, subjectId } = entry;
  const about = subjectId === null || subjectId === actorId ? '' : w.audit.about(name(subjectId));
  return html`<li>${showTime(w, entry.at)}: ${actorId === null ? w.audit.server : name(actorId)} ${kind === undefined ? entry.kind : w.audit.kinds[kind]} ${about}</li>`;
}

function article(w: Words, head: OwnHead, record: Envelope, problem: string | undefined): Html {
  const name = nameIn(w, head);
  const known = isRecordType(record.type) ? w.records[record.type] : undefined;
  const words: Readonly<Record<string, string>> = known?.fields ?? {};
  const about =
    record.subjectId === undefined || record.subjectId === record.authorId
      ? ''
      : ` → ${name(record.subjectId)}`;
  return html`<article id="${record.id}">
    <h3>${known?.name ?? record.type}</h3>
    <p class="hint">${showTime(w, record.createdAt)} · ${name(record.authorId)}${about} · ${w.dataSheet.audiences[record.audience]}${record.deletedAt === undefined ? '' : ` · ${w.ownFile.deleted}`}</p>
    ${problem === undefined ? '' : html`<p><strong>${w.ownFile.odd(problem)}</strong></p>`}
    ${facts(Object.entries(record.body).map(([key, value]) => [words[key] ?? key, show(w, key, value)]))}
  </article>`;
}

function damagedArticle(w: Words, { id, type, problem, stored }: DamagedRow): Html {
  return html`<article id="${id}">
    <h3>${isRecordType(type) ? w.records[type].name : type}</h3>
    <p><strong>${w.ownFile.damaged(problem)}</strong></p>
    <p class="hint">${id}</p>
    <dl><dt>${w.ownFile.stored}</dt><dd>${stored}</dd></dl>
  </article>`;
}

function facts(rows: readonly (readonly [string, Html | string])[]): Html {
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Shows any JSON: dates as dates, pictures as pictures, web addresses as links, everything else as text. */
function show(w: Words, key: string, value: unknown): Html | string {
  if (Array.isArray(value)) return html`<ul>${value.map(each => html`<li>${show(w, '', each)}</li>`)}</ul>`;
  if (typeof value === 'object' && value !== null) {
    return facts(Object.entries(value).map(([name, each]) => [name, show(w, name, each)]));
  }
  if (typeof value === 'number' && /(?:^at|At)$/.test(key)) return showTime(w, value);
  if (typeof value === 'string' && PICTURE.test(value)) return html`<img src="${value}" alt="">`;
  if (typeof value === 'string' && isWebAddress(value)) {
    return html`<a href="${value}" rel="noreferrer noopener">${value}</a>`;
  }
  return String(value);
}

const PICTURE = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

/** Accepts only http and https: never `javascript:` or the like. */
function isWebAddress(text: string): boolean {
  const url = /^https?:\/\/\S+$/.test(text) ? URL.parse(text) : null;
  return url !== null;
}

function nameIn(w: Words, { names }: OwnHead): (id: string) => string {
  return id => names[id] ?? w.formerUnknown;
}

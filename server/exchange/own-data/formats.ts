/** The formats in which people can export their own data, on the data page and by `GET /v1/export`. */
import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from '#lib/records/zod.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import type { Tables } from '#server/store/schema.ts';
import { messagesFor } from '#server/words/choose-language.ts';
import { streamOf } from '../stream.ts';
import { ownDataAsCsv } from './csv.ts';
import { ownDataAsHtml } from './html.ts';
import { logExport, type OwnDataRequest, ownDataAsJson, ownDataAsNdjson } from './read.ts';
import { separatorFor } from './separator.ts';

export const ownDataForms = z.enum(['json', 'ndjson', 'csv', 'html']);
type Form = z.infer<typeof ownDataForms>;

const TYPES = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} satisfies Record<Form, string>;

const FORMS: Record<Form, (db: Kysely<Tables>, request: OwnDataRequest) => AsyncGenerator<string>> = {
  json: ownDataAsJson,
  ndjson: ownDataAsNdjson,
  csv: ownDataAsCsv,
  html: ownDataAsHtml,
};

/**
 * Answers with the file. The log entry and the beginning of the file come before the answer, so that a database that
 * cannot work just now is an answer of its own (503) and not half a file.
 */
export async function answerOwnData(
  c: Context<AppEnv>,
  { database: { db }, log, now }: ServerContext,
  person: { workspaceId: string; memberId: string },
  form: Form,
): Promise<Response> {
  const request: OwnDataRequest = {
    workspaceId: person.workspaceId,
    memberId: person.memberId,
    now: now(),
    w: messagesFor(c),
    separator: separatorFor(c.req.header('accept-language')),
    log,
  };
  await logExport(db, request, form);
  const body = await streamOf(FORMS[form](db, request), log);
  return c.body(body, 200, {
    'content-type': TYPES[form],
    'content-disposition': `attachment; filename="sideline-own-data.${form}"`,
  });
}

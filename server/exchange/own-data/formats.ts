/** The formats in which people can export their own data, on the data page and by `GET /v1/export`. */
import type { Kysely } from 'kysely';
import { z } from '#lib/records/zod.ts';
import type { Tables } from '#server/store/schema.ts';
import type { Words } from '#server/words/choose-language.ts';
import { ownDataAsHtml } from './html.ts';
import { type OwnDataInput, ownDataAsCsv, ownDataAsJson, ownDataAsNdjson } from './read.ts';

export const ownDataForms = z.enum(['json', 'ndjson', 'csv', 'html']);

const TYPES = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} satisfies Record<z.infer<typeof ownDataForms>, string>;

/** The file, piece by piece, and its headers. `w` is the language of the person who will read it. */
export function ownDataFile(
  db: Kysely<Tables>,
  input: OwnDataInput,
  format: z.infer<typeof ownDataForms>,
  w: Words,
): { text: AsyncGenerator<string>; headers: Record<string, string> } {
  const texts = { json: ownDataAsJson, ndjson: ownDataAsNdjson, csv: ownDataAsCsv, html: ownDataAsHtml };
  return {
    text: texts[format](db, input, w),
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="sideline-own-data.${format}"`,
    },
  };
}

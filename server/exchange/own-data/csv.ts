/**
 * One's own records as CSV, for spreadsheets. Every cell is quoted, so that no character of it can end the cell or the
 * row, and no line of it can be read as a formula. The byte order mark tells Excel that it is UTF-8.
 */
import { stringify } from 'csv-stringify/sync';
import type { Kysely } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Tables } from '#server/store/schema.ts';
import { isoTime } from '#server/words/choose-language.ts';
import { namesOf, type OwnDataRequest } from './read.ts';
import { type DamagedRow, logDamaged, ownRows, writeRows } from './rows.ts';
import type { Separator } from './separator.ts';

const COLUMNS = [
  'id',
  'type',
  'created',
  'changed',
  'deleted',
  'author',
  'subject',
  'audience',
  'page',
  'address',
  'words',
  'body',
  'remark',
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

/** What Excel shows of one cell, in UTF-16 units. It cuts off the rest without a word. */
export const EXCEL_CELL = 32_767;

export async function* ownDataAsCsv(db: Kysely<Tables>, request: OwnDataRequest): AsyncGenerator<string> {
  const { w, separator } = request;
  const names = await namesOf(db, request.workspaceId);
  yield `\uFEFF${csvLine(COLUMNS, separator)}`;
  const line = (cells: Cells, remarks: readonly string[]) => {
    const cut = COLUMNS.filter(column => (cells[column]?.length ?? 0) > EXCEL_CELL);
    const all = cut.length === 0 ? remarks : [...remarks, w.ownFile.cutByExcel(cut.join(', '), EXCEL_CELL)];
    const row: Cells = { ...cells, remark: all.join(' ') };
    return csvLine(
      COLUMNS.map(column => row[column] ?? ''),
      separator,
    );
  };
  yield* writeRows(
    ownRows(db, request),
    {
      whole: (record, problem) =>
        line(cellsOf(record, names), problem === undefined ? [] : [w.ownFile.odd(problem)]),
      damaged: ({ id, type, problem, stored }: DamagedRow) =>
        line({ id, type, body: stored }, [w.ownFile.damaged(problem)]),
    },
    logDamaged(request.log, request),
  );
}

function cellsOf(record: Envelope, names: Readonly<Record<string, string>>): Cells {
  const { body } = record;
  const artifact = typeof body.artifact === 'object' && body.artifact !== null ? body.artifact : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const day = (at: number | undefined) => (at === undefined ? '' : isoTime(at));
  const name = (id: string | undefined) => (id === undefined ? '' : (names[id] ?? id));
  return {
    id: record.id,
    type: record.type,
    created: day(record.createdAt),
    changed: day(record.updatedAt),
    deleted: day(record.deletedAt),
    author: name(record.authorId),
    subject: name(record.subjectId),
    audience: record.audience,
    page: text('title' in artifact ? artifact.title : ''),
    address: text('url' in artifact ? artifact.url : ''),
    words: Object.values(body)
      .filter(value => typeof value === 'string')
      .join('\n'),
    body: onOneLine(JSON.stringify(body)),
  };
}

/** JSON escapes some line ends by itself, and may escape these: so the guard has nothing to add, and it stays JSON. */
function onOneLine(json: string): string {
  return json.replaceAll(
    /[\u0085\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One row with its end (RFC 4180). */
export function csvLine(cells: readonly string[], separator: Separator): string {
  return stringify([cells.map(withoutFormulas)], {
    delimiter: separator,
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
  });
}

/**
 * Puts an apostrophe before each line of the text that a spreadsheet could take for a formula, also in programs that
 * split a cell at its line ends. No line end counts as a blank: a long run of them would take quadratic time. Blanks before the sign do not help it; the wide forms are those of East Asian keyboards.
 */
export function withoutFormulas(text: string): string {
  return text.replaceAll(LINE_OF_FORMULA, "'");
}

const LINE_OF_FORMULA =
  /(?<=^|[\n\r\v\f\u0085\u2028\u2029])(?=[^\S\n\r\v\f\u2028\u2029]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g;

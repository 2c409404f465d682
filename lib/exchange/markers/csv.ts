/** Markers as a table: in, out, name and note, with timecodes. Also what Premiere exports, in its own column names. */
import { stringify } from 'csv-stringify/sync';
import { readTable } from '#lib/coaching/table.ts';
import { type Marker, MarkerProblem, onLine, onOneLine } from './marker.ts';
import { type Clock, codeAt, msAt } from './timecode.ts';

const COLUMNS: Record<'start' | 'end' | 'name' | 'text', readonly string[]> = {
  start: ['in', 'start', 'timecode', 'timecode in'],
  end: ['out', 'end', 'timecode out'],
  name: ['name', 'marker name', 'marker'],
  text: ['note', 'notes', 'description', 'comment', 'text'],
};

export function writeCsv(markers: readonly Marker[], clock: Clock): string {
  const rows = markers.map(({ start, end, name, text }) => [
    codeAt(start, clock),
    end === null ? '' : codeAt(end, clock),
    name,
    text,
  ]);
  return stringify([['In', 'Out', 'Name', 'Note'], ...rows.map(row => row.map(asText))], {
    record_delimiter: 'windows',
    // What separates cells elsewhere, and what a reader would trim.
    quoted_match: /[;\t]|^\s|\s$/,
  });
}

/**
 * A spreadsheet runs what begins like a formula: an apostrophe before it makes it text. Where some stand there already,
 * another one comes before them, so that reading can take one away.
 */
function asText(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** Throws MarkerProblem, with the line. */
export function readCsv(text: string, clock: Clock): Marker[] {
  const { rows, openQuote } = readTable(text);
  if (openQuote !== null) throw new MarkerProblem(`line ${openQuote}: a quote is opened and never closed`);
  const [head, ...body] = rows;
  const names = head?.cells.map(name => onOneLine(name).toLowerCase()) ?? [];
  const column = (of: keyof typeof COLUMNS) => names.findIndex(name => COLUMNS[of].includes(name));
  const columns = { start: column('start'), end: column('end'), name: column('name'), text: column('text') };
  if (columns.start < 0) throw new MarkerProblem('the first line names no column “In”');
  return body.map(({ line, cells }) => {
    const at = (index: number) => (cells[index] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '');
    return onLine(line, () => {
      const start = msAt(at(columns.start), clock);
      const end = at(columns.end) === '' ? null : msAt(at(columns.end), clock);
      return {
        start,
        end: end !== null && end > start ? end : null,
        name: at(columns.name),
        text: at(columns.text),
      };
    });
  });
}

/**
 * Reads a table that somebody pasted or exported: comma, semicolon or tab between cells, quotes or none, any line
 * break, with or without a byte order mark. Every row knows its line, so that a problem can be named where it is.
 */

export interface TableRow {
  /** The line on which the row begins, from 1. */
  line: number;
  /** Trimmed. */
  cells: readonly string[];
}

export interface Table {
  separator: string;
  /** Rows that have at least one cell with something in it. */
  rows: readonly TableRow[];
  /** A quote was opened on this line and never closed; what follows is not read. */
  openQuote: number | null;
}

const SEPARATORS = ['\t', ';', ','] as const;

export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '');
  const between = separatorOf(plain);
  const rows: TableRow[] = [];
  let [line, begun, at] = [1, 1, 0];
  let cells: string[] = [];
  const endRow = () => {
    if (cells.some(cell => cell !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  while (at < plain.length) {
    const cell = cellAt(plain, at, between);
    if (cell === null) return { separator: between, rows, openQuote: line };
    cells.push(cell.value.trim());
    line += linesIn(plain.slice(at, cell.end));
    at = cell.end;
    if (plain[at] === between) {
      at += 1;
      if (at === plain.length) cells.push('');
      continue;
    }
    if (at < plain.length) line += 1;
    at += plain.startsWith('\r\n', at) ? 2 : 1;
    endRow();
  }
  endRow();
  return { separator: between, rows, openQuote: null };
}

/** The first of tab, semicolon and comma that the first line has outside quotes: a decimal comma is not one then. */
function separatorOf(text: string): string {
  // Without what is quoted, in which a line may end. A quote within a cell, as in 5", begins nothing.
  const bare = text.replace(/(^|[\t;,\r\n]) *"(?:[^"]|"")*"/g, '$1');
  const first = bare.split(/\r\n|\r|\n/).find(line => line.trim() !== '' || line.includes('\t')) ?? '';
  return SEPARATORS.find(separator => first.includes(separator)) ?? ',';
}

/** A cell and the index after it; null if its quote is never closed. */
function cellAt(text: string, start: number, separator: string): { value: string; end: number } | null {
  let from = start;
  while (text[from] === ' ') from += 1;
  let value = '';
  let end = start;
  if (text[from] === '"') {
    const quoted = quotedAt(text, from);
    if (quoted === null) return null;
    value = quoted.value;
    end = quoted.end;
  }
  const rest = end;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: value + text.slice(rest, end), end };
}

function quotedAt(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/**
 * A plain number, with a point or, where the comma is not the separator, a decimal comma. Null for anything else, so
 * that `1e3`, `0x10`, `1 000` and `12 %` are asked about and not guessed.
 */
export function numberIn(cell: string, separator: string): number | null {
  const plain = separator === ',' ? cell : cell.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
